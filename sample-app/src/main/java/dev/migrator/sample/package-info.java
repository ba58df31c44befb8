/**
 * A small application whose database is kept by Migrator: heroes and their teams.
 */
@NullMarked
package dev.migrator.sample;

import org.jspecify.annotations.NullMarked;
