/**
 * The heroes of an application without JDBC.
 */
@NullMarked
package dev.migrator.boot.heroes.reactive;

import org.jspecify.annotations.NullMarked;
