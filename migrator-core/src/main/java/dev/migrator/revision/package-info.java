/**
 * The graph of revisions, the symbols that name places in it, and the plans that lead
 * from one place to another. Pure: knows neither files nor databases.
 */
@NullMarked
package dev.migrator.revision;

import org.jspecify.annotations.NullMarked;
