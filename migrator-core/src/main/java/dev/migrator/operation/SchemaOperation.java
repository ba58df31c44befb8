package dev.migrator.operation;

/**
 * What is done to a schema.
 */
public sealed interface SchemaOperation extends Operation permits CreateSchema, DropSchema {

}
