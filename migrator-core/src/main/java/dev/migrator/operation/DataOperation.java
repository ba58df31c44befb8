package dev.migrator.operation;

/**
 * What is done to the rows of a table.
 */
public sealed interface DataOperation extends Operation permits InsertRows, UpdateRows, UpdateInBatches, DeleteRows {

}
