/**
 * What tells of migrations while they run: application events, observations, steps of the
 * application's start; and how many revisions are applied and pending.
 */
@NullMarked
package dev.migrator.boot.observability;

import org.jspecify.annotations.NullMarked;
