package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;

/**
 * The tables whose foreign keys have to do with a table: it itself, and those that name
 * it.
 *
 * @param table the table
 * @param others other tables with a foreign key that names it
 * @param hasKeys whether it has foreign keys of its own
 */
record ForeignKeyTables(String table, List<String> others, boolean hasKeys) {

	ForeignKeyTables {
		others = List.copyOf(others);
	}

	static ForeignKeyTables of(String table, SqlSession session) {
		List<String> others = new ArrayList<>();
		boolean hasKeys = false;
		for (Row row : session.query(SqlStatement.of("""
				select distinct m.name, k."table" as parent
				from main.sqlite_schema m join pragma_foreign_key_list(m.name) k where m.type = 'table'"""))) {
			String child = String.valueOf(row.string("name"));
			if (SqliteNames.same(child, table)) {
				hasKeys = true;
			}
			else if (SqliteNames.same(String.valueOf(row.string("parent")), table)) {
				others.add(child);
			}
		}
		return new ForeignKeyTables(table, others, hasKeys);
	}

	boolean isConcerned() {
		return this.hasKeys || !this.others.isEmpty();
	}

	/**
	 * Write statements that fail if more rows than now name a row that is not there, or a
	 * key is none any more.
	 * @param session where to look how many there are now
	 * @return the statements, one a table
	 */
	List<String> checks(SqlSession session) {
		List<String> checks = new ArrayList<>();
		List<String> tables = new ArrayList<>(this.others);
		tables.add(this.table);
		for (String child : tables) {
			try {
				checks.add(check(child, violations(child, session)));
			}
			catch (SqlSessionException ex) {
				if (ex.errorCode() != ForeignKeyPause.GENERAL_ERROR) {
					throw ex;
				}
				// Its keys named what is no key before.
			}
		}
		return checks;
	}

	private static long violations(String child, SqlSession session) {
		return session.query(SqlStatement.of("select count(*) as n from pragma_foreign_key_check(?)", child))
			.get(0)
			.number("n");
	}

	// A path into JSON that is none is how SQLite says a message of one's own.
	private static String check(String child, long known) {
		return """
				select case when count(*) > %d then json_extract('{}', (count(*) - %1$d) || %s) end as foreign_keys
				from pragma_foreign_key_check(%s)""".formatted(known,
				SqliteNames.text(" rows of %s name a row that is not there".formatted(child)), SqliteNames.text(child));
	}

}
