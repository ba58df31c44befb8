/**
 * What the aggregates of Spring Data want. Applications without Spring Data JDBC and
 * R2DBC do not load these classes.
 */
@NullMarked
package dev.migrator.boot.autogenerate.data;

import org.jspecify.annotations.NullMarked;
