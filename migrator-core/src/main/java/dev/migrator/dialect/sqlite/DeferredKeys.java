package dev.migrator.dialect.sqlite;

import java.sql.SQLException;
import java.util.Locale;

import dev.migrator.dialect.sqlite.Clause.Kind;
import dev.migrator.dialect.sqlite.SqliteSchema.SchemaObject;
import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;

/**
 * Foreign keys that are checked when a transaction ends, which SQLite cannot be asked to
 * do before. The rows of their tables are looked through for it.
 *
 * @see <a href="https://www.sqlite.org/foreignkeys.html#fk_deferred">Deferred Foreign Key
 * Constraints</a>
 */
final class DeferredKeys {

	/** {@code SQLITE_CONSTRAINT}. */
	private static final int CONSTRAINT = 19;

	private DeferredKeys() {
	}

	/**
	 * Check them, if they are enforced.
	 * @param session the session, in its transaction
	 * @throws SqlSessionException if a row names one that is not there
	 */
	static void check(SqlSession session) {
		if (!SqliteSettings.enforcesForeignKeys(session)) {
			return;
		}
		boolean all = SqliteSettings.defersForeignKeys(session);
		for (SchemaObject object : SqliteSchema.of(SqliteSchema.MAIN, session).objects()) {
			if (object.type().equals("table") && (all || hasDeferredKey(object))) {
				check(object.name(), session);
			}
		}
	}

	private static boolean hasDeferredKey(SchemaObject object) {
		if (!object.sql().toLowerCase(Locale.ROOT).contains("deferred")) {
			return false;
		}
		TableDefinition table = CreateTableReader.read(object.sql());
		return table.allConstraints()
			.stream()
			.filter((clause) -> clause.kind() == Kind.FOREIGN_KEY)
			.anyMatch((clause) -> clause.span().of(table.sql()).toLowerCase(Locale.ROOT).contains("deferred"));
	}

	private static void check(String table, SqlSession session) {
		for (Row row : session
			.query(SqlStatement.of("select parent from pragma_foreign_key_check(?) limit 1", table))) {
			String message = "FOREIGN KEY constraint failed: a row of %s names no row of %s".formatted(table,
					row.string("parent"));
			throw new SqlSessionException("commit", message, null, CONSTRAINT, new SQLException(message));
		}
	}

}
