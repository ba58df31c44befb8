package dev.migrator.execution;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Row;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * The table with a row for each revision that nothing applied follows.
 *
 * @see <a href="https://alembic.sqlalchemy.org/en/latest/tutorial.html">Alembic's version
 * table</a>
 */
final class VersionTable {

	private static final String COLUMN = "version_num";

	private final Dialect dialect;

	private final TableName name;

	private final String quoted;

	VersionTable(Dialect dialect, TableName name) {
		this.dialect = dialect;
		this.name = name;
		this.quoted = dialect.quote(name);
	}

	boolean exists(SqlSession session) {
		return this.dialect.tableExists(this.name, session);
	}

	CreateTable creation(boolean ifNotExists) {
		Column column = new Column(COLUMN, Types.varchar(128), false, null, false, null);
		Constraint key = new Constraint.PrimaryKey(this.name.name() + "_pkc", List.of(COLUMN));
		return new CreateTable(new Table(this.name, List.of(column), List.of(key), List.of(), null), ifNotExists);
	}

	SortedSet<String> rows(SqlSession session) {
		SortedSet<String> rows = new TreeSet<>();
		for (Row row : session.query(SqlStatement.of("select %s from %s".formatted(COLUMN, this.quoted)))) {
			String id = row.string(COLUMN);
			if (id != null) {
				rows.add(id);
			}
		}
		return rows;
	}

	/**
	 * Change rows, each of which must be as expected.
	 * @param session where
	 * @param removed the rows to go
	 * @param added the rows to come
	 * @throws MigratorException if a row to go is not there
	 */
	void change(SqlSession session, Set<String> removed, Set<String> added) {
		List<SqlStatement> changes = changes(removed, added);
		for (SqlStatement change : changes) {
			if (session.execute(change) != 1) {
				throw new MigratorException(ErrorCategory.DATABASE,
						"A row of %s is gone, which was to be changed from %s to %s: somebody changed the table meanwhile."
							.formatted(this.name, new TreeSet<>(removed), new TreeSet<>(added)),
						"Look at the table, and run again.");
			}
		}
	}

	/**
	 * Say how rows change.
	 * @param removed the rows to go
	 * @param added the rows to come
	 * @return the statements, each of which changes one row
	 */
	List<SqlStatement> changes(Set<String> removed, Set<String> added) {
		List<SqlStatement> statements = new ArrayList<>();
		Iterator<String> news = new TreeSet<>(added).iterator();
		for (String old : new TreeSet<>(removed)) {
			statements.add((news.hasNext())
					? SqlStatement.of("update %s set %s = ? where %s = ?".formatted(this.quoted, COLUMN, COLUMN),
							news.next(), old)
					: SqlStatement.of("delete from %s where %s = ?".formatted(this.quoted, COLUMN), old));
		}
		while (news.hasNext()) {
			statements
				.add(SqlStatement.of("insert into %s (%s) values (?)".formatted(this.quoted, COLUMN), news.next()));
		}
		return statements;
	}

}
