package dev.migrator.dialect;

/**
 * A lock on a table or an index.
 *
 * @param relation the name of the table or index
 * @param mode the lock's mode in the database's words
 * @param created whether the transaction that has the lock made the table or index too,
 * so that nobody else can wait for it
 */
public record RelationLock(String relation, String mode, boolean created) {
}
