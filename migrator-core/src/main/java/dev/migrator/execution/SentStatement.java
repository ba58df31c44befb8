package dev.migrator.execution;

import java.util.List;

import dev.migrator.session.SqlStatement;

/**
 * What was sent to the database at once.
 *
 * @param number its number among what this run sends for the revision, from 1
 * @param statements one statement, or several that differ in their values only
 */
public record SentStatement(int number, List<SqlStatement> statements) {

	public SentStatement {
		statements = List.copyOf(statements);
	}

}
