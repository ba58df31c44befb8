/**
 * What an application names when it adapts Migrator: properties, customizers, strategies
 * and qualifiers.
 */
@NullMarked
package dev.migrator.boot;

import org.jspecify.annotations.NullMarked;
