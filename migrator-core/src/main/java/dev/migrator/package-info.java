/**
 * The façade of the engine.
 */
@NullMarked
package dev.migrator;

import org.jspecify.annotations.NullMarked;
