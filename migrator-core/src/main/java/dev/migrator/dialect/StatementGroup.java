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
 * @param beforehand what a revision has to begin with that says the statements by itself,
 * as one in SQL does; where the operation is said, the runner sees to it
 */
public record StatementGroup(List<SqlStatement> statements, List<SqlStatement> afterwards,
		List<SqlStatement> beforehand) {

	public StatementGroup {
		statements = List.copyOf(statements);
		afterwards = List.copyOf(afterwards);
		beforehand = List.copyOf(beforehand);
	}

	/**
	 * Create a group that needs nothing beforehand.
	 * @param statements the statements
	 * @param afterwards statements that give the session back what it was set to
	 */
	public StatementGroup(List<SqlStatement> statements, List<SqlStatement> afterwards) {
		this(statements, afterwards, List.of());
	}

}
