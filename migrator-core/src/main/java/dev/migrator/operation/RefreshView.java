package dev.migrator.operation;

import dev.migrator.schema.TableName;

/**
 * Have a materialized view take its rows from its query again.
 *
 * @param view the view
 * @param concurrently whether readers go on meanwhile (PostgreSQL)
 */
public record RefreshView(TableName view, boolean concurrently) implements ObjectOperation {

}
