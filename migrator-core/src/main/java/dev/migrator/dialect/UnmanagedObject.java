package dev.migrator.dialect;

import dev.migrator.schema.TableName;

/**
 * Something in a database that {@link Dialect#reflect} leaves out, since something else
 * looks after it.
 *
 * @param name its name, or that of the table that looks after it
 * @param text what it is, and that it stays, in one sentence
 */
public record UnmanagedObject(TableName name, String text) {

}
