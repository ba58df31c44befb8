package dev.migrator.operation;

/**
 * What is done to a table as a whole.
 */
public sealed interface TableOperation extends Operation permits CreateTable, DropTable, RenameTable, SetTableComment {

}
