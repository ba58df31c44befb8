/**
 * Java source as a tree of calls, and how it is broken into lines.
 */
@NullMarked
package dev.migrator.script.body.code;

import org.jspecify.annotations.NullMarked;
