/**
 * The heroes of an application without JDBC.
 */
@NullMarked
package dev.migrator.boot.reactive;

import org.jspecify.annotations.NullMarked;
