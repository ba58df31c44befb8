/**
 * The heroes once more, without JDBC: WebFlux and R2DBC, and the same revisions. Built by
 * the profile {@code r2dbc} in place of the others.
 */
@NullMarked
package dev.migrator.sample.reactive;

import org.jspecify.annotations.NullMarked;
