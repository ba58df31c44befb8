package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.migrator.dialect.SuspendedForeignKeys;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;

/**
 * SQLite's foreign keys while they are not enforced. A table that is copied is dropped
 * then, and as long as they are enforced that deletes its rows first, and with them, by
 * {@code on delete cascade}, the rows of other tables.
 *
 * @see <a href="https://www.sqlite.org/foreignkeys.html#fk_schemacommands">CREATE, ALTER
 * and DROP TABLE commands</a>
 */
final class ForeignKeyPause implements SuspendedForeignKeys {

	/** Of a table whose foreign keys name what is no key, so that nothing is checked. */
	private static final long UNCHECKED = -1;

	/** {@code SQLITE_ERROR}: what is said is wrong. */
	static final int GENERAL_ERROR = 1;

	/** What to do where a revision that is under way cannot run anew without them. */
	static final String ADVICE = "Let each revision have a transaction of its own (migrator.transaction-per-migration), "
			+ "and let this be done before op.autocommit(…) or in it.";

	/** How a revision in SQL asks for it. */
	static final SqlStatement OFF_STATEMENT = SqlStatement.of("pragma foreign_keys = off");

	private static final Set<String> OFF = Set.of("off", "no", "false", "0");

	private final boolean enforced;

	private final Map<String, Long> before;

	private ForeignKeyPause(boolean enforced, Map<String, Long> before) {
		this.enforced = enforced;
		this.before = before;
	}

	static ForeignKeyPause begin(SqlSession session) {
		boolean enforced = SqliteSettings.enforcesForeignKeys(session);
		ForeignKeyPause pause = new ForeignKeyPause(enforced, violations(session));
		session.execute(OFF_STATEMENT);
		return pause;
	}

	/**
	 * Return whether a statement has foreign keys not be enforced.
	 * @param sql the statement
	 * @return whether it is {@code pragma foreign_keys = off} in one of its forms
	 */
	static boolean isSaidBy(String sql) {
		List<String> words = SqlLexer.tokens(sql, SqlSyntax.SQLITE, 1)
			.stream()
			.filter(SqlToken::isCode)
			.map((token) -> SqliteNames.of(token).toLowerCase(Locale.ROOT))
			.toList();
		return !words.isEmpty() && words.get(0).equals("pragma") && words.contains("foreign_keys")
				&& words.stream().anyMatch(OFF::contains);
	}

	@Override
	public void check(SqlSession session) {
		List<String> broken = new ArrayList<>();
		violations(session).forEach((key, count) -> {
			Long known = this.before.getOrDefault(key, 0L);
			if (count == UNCHECKED && known != UNCHECKED) {
				broken.add("foreign keys of %s name columns that are no key".formatted(key));
			}
			else if (known != UNCHECKED && count > known) {
				broken.add("%d rows of %s".formatted(count - known, key));
			}
		});
		if (!broken.isEmpty()) {
			throw new MigratorException(ErrorCategory.MIGRATION_FAILED,
					"it copies a table, for which SQLite does not enforce foreign keys meanwhile, and leaves %s."
						.formatted(String.join(", ", broken)),
					"Delete or change these rows, too, since no action of a foreign key does it here; "
							+ "or move the change of rows into a revision of its own.");
		}
	}

	@Override
	public void resume(SqlSession session) {
		if (this.enforced) {
			session.execute(SqlStatement.of("pragma foreign_keys = on"));
		}
	}

	// How many rows of which table name none of which other one.
	private static Map<String, Long> violations(SqlSession session) {
		Map<String, Long> violations = new LinkedHashMap<>();
		for (Row table : session.query(SqlStatement.of("""
				select distinct m.name from main.sqlite_schema m join pragma_foreign_key_list(m.name)
				where m.type = 'table' order by m.name"""))) {
			String name = String.valueOf(table.string("name"));
			try {
				for (Row row : session.query(SqlStatement
					.of("select parent, count(*) as n from pragma_foreign_key_check(?) group by parent", name))) {
					violations.put("'%s' that name no row of '%s'".formatted(name, row.string("parent")),
							row.number("n"));
				}
			}
			catch (SqlSessionException ex) {
				if (ex.errorCode() != GENERAL_ERROR) {
					throw ex;
				}
				violations.put("'%s'".formatted(name), UNCHECKED);
			}
		}
		return violations;
	}

}
