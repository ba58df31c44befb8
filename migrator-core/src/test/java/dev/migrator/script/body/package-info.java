/**
 * Tests of generated bodies of revisions.
 */
@NullMarked
package dev.migrator.script.body;

import org.jspecify.annotations.NullMarked;
