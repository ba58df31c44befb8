package dev.migrator.dialect.sqlite;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import java.util.Set;

import dev.migrator.dialect.ForeignKeysInTheWayException;
import dev.migrator.dialect.MigrationLock;
import dev.migrator.dialect.OfflineSql;
import dev.migrator.dialect.StatementGroup;
import dev.migrator.dialect.SuspendedForeignKeys;
import dev.migrator.dialect.standard.Catalog;
import dev.migrator.dialect.standard.DataSql;
import dev.migrator.dialect.standard.CompositeSql;
import dev.migrator.dialect.standard.EnumSql;
import dev.migrator.dialect.standard.Identifiers;
import dev.migrator.dialect.standard.NoSequences;
import dev.migrator.dialect.standard.Rendering;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.standard.StandardDialect;
import dev.migrator.dialect.standard.StandardLiterals;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.operation.CustomOperation;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.TableName;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * SQLite, from version 3.38.
 *
 * @see <a href="https://www.sqlite.org/lang.html">SQL As Understood By SQLite</a>
 */
public final class SqliteDialect extends StandardDialect {

	/**
	 * The words that are no names unless quoted, or mean something else in an expression.
	 * @see <a href="https://www.sqlite.org/lang_keywords.html">SQLite Keywords</a>
	 */
	private static final Set<String> KEYWORDS = Set.of("""
			add all alter and as autoincrement between case cast check collate commit constraint create current_date
			current_time current_timestamp default deferrable delete distinct drop else escape except exists foreign
			from group having if in index insert intersect into is isnull join limit not nothing notnull null on or
			order primary raise references returning select set table then to transaction union unique update using
			values when where""".split("\\s+"));

	private final Catalog catalog = new SqliteCatalog();

	/**
	 * Create the dialect.
	 * @param database the database; all supported versions speak alike
	 */
	public SqliteDialect(DatabaseInfo database) {
		super(parts());
	}

	private static Rendering parts() {
		Identifiers identifiers = new Identifiers("SQLite", KEYWORDS, Integer.MAX_VALUE, Identifiers.Unit.CHARACTERS);
		StandardLiterals literals = new SqliteLiterals();
		SqlWords words = new SqlWords("sqlite", identifiers, literals, new SqliteTypes(identifiers, literals));
		SqliteIndexSql indexes = new SqliteIndexSql(words);
		SqliteConstraintSql constraints = new SqliteConstraintSql(words, indexes);
		SqliteColumnSql columns = new SqliteColumnSql(words, constraints);
		return new Rendering(words, new SqliteTableSql(words, columns, constraints, indexes), columns, indexes,
				constraints, new NoSequences(words), new EnumSql(words), new CompositeSql(words), new NoSchemas(words),
				new SqliteObjectSql(words), new DataSql(words));
	}

	@Override
	public SqlSyntax syntax() {
		return SqlSyntax.SQLITE;
	}

	@Override
	public boolean transactionalDdl() {
		return true;
	}

	@Override
	protected Catalog catalog() {
		return this.catalog;
	}

	@Override
	public boolean dependsOnSchema(Operation operation) {
		return SchemaNeeds.has(operation);
	}

	/**
	 * Say an operation without a look at its table: only what one statement can do.
	 */
	@Override
	public List<SqlStatement> render(Operation operation) {
		if (operation instanceof CustomOperation custom) {
			return custom.expand(name()).stream().flatMap((part) -> render(part).stream()).toList();
		}
		if (SchemaNeeds.has(operation) && !SchemaNeeds.isOneStatement(operation)) {
			throw SqlWords.unsupported(
					"SQLite does this by copying the table '%s', whose definition only the database knows."
						.formatted(SchemaNeeds.tableOf(operation)),
					"Run this revision online; or do without, by op.isOffline() and SQL of your own.");
		}
		return super.render(operation);
	}

	@Override
	public StatementGroup render(Operation operation, SqlSession session) {
		return (SchemaNeeds.has(operation)) ? new TableChanges(rendering(), session).render(operation)
				: super.render(operation, session);
	}

	@Override
	public SuspendedForeignKeys suspendForeignKeys(SqlSession session) {
		return ForeignKeyPause.begin(session);
	}

	/**
	 * Have a revision run anew that says {@code pragma foreign_keys = off}: within a
	 * transaction SQLite ignores that, and would delete rows of other tables when the
	 * revision drops one that they name.
	 */
	@Override
	public void checkInTransaction(SqlStatement statement, SqlSession session) {
		if (!ForeignKeyPause.isSaidBy(statement.sql())) {
			return;
		}
		if (session.isOffline()) {
			throw SqlWords.unsupported(
					"'%s' has no effect within a transaction, and a script cannot know whether foreign keys are enforced."
						.formatted(statement.sql()),
					"Run this revision online, and write scripts up to it and from it on.");
		}
		if (SqliteSettings.enforcesForeignKeys(session)) {
			throw new ForeignKeysInTheWayException(
					"'%s' has no effect within a transaction.".formatted(statement.sql()), ForeignKeyPause.ADVICE);
		}
	}

	@Override
	public void checkDeferred(SqlSession session) {
		DeferredKeys.check(session);
	}

	// A moment is kept as text, in UTC.
	@Override
	public Instant instant(Object value) {
		return (value instanceof String text) ? LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC)
				: super.instant(value);
	}

	@Override
	public boolean tableExists(TableName table, SqlSession session) {
		String schema = (table.schema() != null) ? table.schema() : SqliteSchema.MAIN;
		return !session.query(SqlStatement.of("""
				select 1 from pragma_table_list where type <> 'view'
				and schema = ? collate nocase and name = ? collate nocase""", schema, table.name())).isEmpty();
	}

	@Override
	public MigrationLock lock(TableName versionTable) {
		return new AttachedLock(versionTable.name().toLowerCase(Locale.ROOT) + "_lock");
	}

	/**
	 * Return whether another connection wrote or read for too long: {@code SQLITE_BUSY}
	 * and {@code SQLITE_LOCKED}.
	 */
	@Override
	public boolean isLockTimeout(String sqlState, int errorCode) {
		return SqliteSettings.BUSY.contains(errorCode);
	}

	/**
	 * Return {@code false}: SQLite has neither users nor rights.
	 */
	@Override
	public boolean isMissingPrivilege(String sqlState, int errorCode) {
		return false;
	}

	/**
	 * Limit how long statements wait. SQLite has no limit for how long one runs.
	 */
	@Override
	public List<SqlStatement> timeouts(@Nullable Duration lockTimeout, @Nullable Duration statementTimeout) {
		return (lockTimeout != null) ? List.of(SqlStatement.of("pragma busy_timeout = "
				+ ((lockTimeout.isZero()) ? Integer.MAX_VALUE : Math.min(lockTimeout.toMillis(), Integer.MAX_VALUE))))
				: List.of();
	}

	@Override
	public List<SqlStatement> resetTimeouts(SqlSession session) {
		return List.of(SqlStatement.of("pragma busy_timeout = " + SqliteSettings.busyTimeout(session)));
	}

	@Override
	public Optional<String> inMemory(SqlSession session) {
		return Optional.of("jdbc:sqlite::memory:");
	}

	/**
	 * Attach another database in memory, since SQLite's schemas are databases.
	 */
	@Override
	public List<SqlStatement> schemaInMemory(String schema) {
		return List.of(SchemaCopy.emptySchema(schema));
	}

	@Override
	public Optional<List<SqlStatement>> copySchema(SqlSession session) {
		return Optional.of(SchemaCopy.of(session));
	}

	@Override
	public String currentSchema(SqlSession session) {
		return SqliteSchema.MAIN;
	}

	@Override
	public OfflineSql offline() {
		return new SqliteOfflineSql(this);
	}

	@Override
	public Schema reflect(SchemaFilter filter, SqlSession session) {
		return SqliteReflection.read(filter, rendering().words().types(), session);
	}

	@Override
	public List<String> describeSchema(String schema, SqlSession session) {
		return SqliteSchemaLines.read(schema, session);
	}

}
