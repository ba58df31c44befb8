/**
 * One connection to a database, over which statements run.
 */
@NullMarked
package dev.migrator.session;

import org.jspecify.annotations.NullMarked;
