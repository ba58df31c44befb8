package dev.migrator.operation;

/**
 * What is done to an index.
 */
public sealed interface IndexOperation extends Operation permits CreateIndex, DropIndex, RenameIndex {

}
