package dev.migrator.dialect.sqlite;

import java.util.Set;

import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * What a connection is set to.
 *
 * @see <a href="https://www.sqlite.org/pragma.html">PRAGMA Statements</a>
 */
final class SqliteSettings {

	/** {@code SQLITE_BUSY} and {@code SQLITE_LOCKED}. */
	static final Set<Integer> BUSY = Set.of(5, 6);

	private SqliteSettings() {
	}

	static long busyTimeout(SqlSession session) {
		return read("busy_timeout", session);
	}

	static boolean enforcesForeignKeys(SqlSession session) {
		return read("foreign_keys", session) != 0;
	}

	static boolean defersForeignKeys(SqlSession session) {
		return read("defer_foreign_keys", session) != 0;
	}

	static boolean hasLegacyAlterTable(SqlSession session) {
		return read("legacy_alter_table", session) != 0;
	}

	// Its one column has a name of its own: "timeout" or the pragma's.
	private static long read(String pragma, SqlSession session) {
		Row row = session.query(SqlStatement.of("pragma " + pragma)).get(0);
		return row.number(row.asMap().keySet().iterator().next());
	}

}
