/**
 * Operations as data: what each does to each database, and that it can be undone.
 */
@NullMarked
package dev.migrator.cases;

import org.jspecify.annotations.NullMarked;
