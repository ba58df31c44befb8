package dev.migrator.dialect;

import java.util.List;

import dev.migrator.session.SqlStatement;

/**
 * Statements that are done together or not at all.
 *
 * @param statements the statements in order, to be run in one transaction; a single one
 * where DDL commits by itself
 * @param afterwards statements that give the session back what it was set to, to be run
 * also after a failure
 */
public record StatementGroup(List<SqlStatement> statements, List<SqlStatement> afterwards) {

	public StatementGroup {
		statements = List.copyOf(statements);
		afterwards = List.copyOf(afterwards);
	}

}
