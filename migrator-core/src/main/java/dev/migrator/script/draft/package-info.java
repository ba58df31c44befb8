/**
 * What a new revision will be, decided over the graph before a file is touched.
 */
@NullMarked
package dev.migrator.script.draft;

import org.jspecify.annotations.NullMarked;
