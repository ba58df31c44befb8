/**
 * What a migration does, as data: a sealed family of records, and the
 * {@link dev.migrator.operation.Operations} that a migration calls to make them.
 */
@NullMarked
package dev.migrator.operation;

import org.jspecify.annotations.NullMarked;
