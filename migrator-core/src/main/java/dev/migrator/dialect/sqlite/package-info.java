/**
 * SQLite, from version 3.38. What its {@code alter table} cannot do is done by copying
 * the table: {@link dev.migrator.dialect.sqlite.TableRebuild} says how.
 */
@NullMarked
package dev.migrator.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
