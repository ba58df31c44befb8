/**
 * Revisions in Java that tests find by their package.
 */
@NullMarked
package dev.migrator.script.heroes;

import org.jspecify.annotations.NullMarked;
