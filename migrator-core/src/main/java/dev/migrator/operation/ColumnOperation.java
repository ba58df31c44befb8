package dev.migrator.operation;

/**
 * What is done to a column of a table.
 */
public sealed interface ColumnOperation extends Operation permits AddColumn, DropColumn, AlterColumn {

}
