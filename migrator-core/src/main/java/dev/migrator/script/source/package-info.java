/**
 * The source of new revision files: names, headers, annotations and templates, as text.
 */
@NullMarked
package dev.migrator.script.source;

import org.jspecify.annotations.NullMarked;
