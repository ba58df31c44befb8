/**
 * Tests of the application without JDBC.
 */
@NullMarked
package dev.migrator.sample.reactive;

import org.jspecify.annotations.NullMarked;
