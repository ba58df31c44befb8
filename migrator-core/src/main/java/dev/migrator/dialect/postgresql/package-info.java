/**
 * PostgreSQL, from version 14.
 */
@NullMarked
package dev.migrator.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
