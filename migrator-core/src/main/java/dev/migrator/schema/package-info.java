/**
 * What a database's schema consists of, as immutable values: tables, columns, types,
 * constraints and indexes.
 */
@NullMarked
package dev.migrator.schema;

import org.jspecify.annotations.NullMarked;
