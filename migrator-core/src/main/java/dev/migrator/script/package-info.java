/**
 * Finding, reading and writing revision files.
 */
@NullMarked
package dev.migrator.script;

import org.jspecify.annotations.NullMarked;
