package dev.migrator.schema;

/**
 * A type in the words of one database.
 *
 * @param sql the type as it stands in {@code create table}
 */
public record RawType(String sql) implements ColumnType {

}
