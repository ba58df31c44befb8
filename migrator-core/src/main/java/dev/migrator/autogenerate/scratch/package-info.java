/**
 * The comparison of a database with targets, where the database itself says what the
 * targets mean.
 */
@NullMarked
package dev.migrator.autogenerate.scratch;

import org.jspecify.annotations.NullMarked;
