/**
 * What goes wrong, by category: the first package, which every other one may use.
 */
@NullMarked
package dev.migrator.error;

import org.jspecify.annotations.NullMarked;
