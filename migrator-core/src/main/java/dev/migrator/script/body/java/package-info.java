/**
 * Operations as Java source: statements that make them.
 */
@NullMarked
package dev.migrator.script.body.java;

import org.jspecify.annotations.NullMarked;
