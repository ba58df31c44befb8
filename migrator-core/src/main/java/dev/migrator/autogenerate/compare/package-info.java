/**
 * The comparison of two schemas: pure, without a database.
 */
@NullMarked
package dev.migrator.autogenerate.compare;

import org.jspecify.annotations.NullMarked;
