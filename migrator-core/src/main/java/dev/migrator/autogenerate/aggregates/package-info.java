/**
 * What the aggregates of Spring Data JDBC and Spring Data R2DBC want. Applications
 * without Spring Data do not load these classes.
 */
@NullMarked
package dev.migrator.autogenerate.aggregates;

import org.jspecify.annotations.NullMarked;
