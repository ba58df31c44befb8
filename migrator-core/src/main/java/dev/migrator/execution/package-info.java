/**
 * Runs plans safely: the lock, the version table, the history, and the runner.
 */
@NullMarked
package dev.migrator.execution;

import org.jspecify.annotations.NullMarked;
