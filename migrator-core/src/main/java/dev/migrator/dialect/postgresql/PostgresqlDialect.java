package dev.migrator.dialect.postgresql;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.dialect.LockWatch;
import dev.migrator.dialect.MigrationLock;
import dev.migrator.dialect.OfflineSql;
import dev.migrator.dialect.UnmanagedObject;
import dev.migrator.dialect.standard.Catalog;
import dev.migrator.dialect.standard.ColumnSql;
import dev.migrator.dialect.standard.ConstraintSql;
import dev.migrator.dialect.standard.Identifiers;
import dev.migrator.dialect.standard.IndexSql;
import dev.migrator.dialect.standard.Rendering;
import dev.migrator.dialect.standard.SchemaSql;
import dev.migrator.dialect.standard.SequenceSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.standard.StandardDialect;
import dev.migrator.dialect.standard.StandardLiterals;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.TableName;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, from version 14.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-commands.html">SQL
 * Commands</a>
 */
public final class PostgresqlDialect extends StandardDialect {

	/**
	 * The words that are no names of tables and columns unless quoted: reserved, and
	 * reserved but allowed as a function or type.
	 * @see <a href=
	 * "https://www.postgresql.org/docs/current/sql-keywords-appendix.html">SQL Key
	 * Words</a>
	 */
	private static final Set<String> KEYWORDS = Set.of("""
			all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
			collation column concurrently constraint create cross current_catalog current_date current_role
			current_schema current_time current_timestamp current_user default deferrable desc distinct do else end
			except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into
			is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on
			only or order outer overlaps placing primary references returning right select session_user similar some
			symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when
			where window with""".split("\\s+"));

	private final Catalog catalog = new PostgresqlCatalog();

	private final DatabaseInfo database;

	/**
	 * Create the dialect.
	 * @param database the database, for its version
	 */
	public PostgresqlDialect(DatabaseInfo database) {
		super(rendering(new PostgresqlVersion(database)));
		this.database = database;
	}

	private static Rendering rendering(PostgresqlVersion version) {
		Identifiers identifiers = new Identifiers("PostgreSQL", KEYWORDS, 63, Identifiers.Unit.BYTES);
		StandardLiterals literals = new PostgresqlLiterals();
		SqlWords words = new SqlWords("postgresql", identifiers, literals, new PostgresqlTypes(identifiers, literals));
		IndexSql indexes = new PostgresqlIndexSql(words, version);
		ConstraintSql constraints = new PostgresqlConstraintSql(words, indexes, version);
		ColumnSql columns = new PostgresqlColumnSql(words, constraints, version);
		return new Rendering(words, new PostgresqlTableSql(words, columns, constraints, indexes), columns, indexes,
				constraints, new SequenceSql(words), new PostgresqlEnumSql(words), new PostgresqlCompositeSql(words),
				new SchemaSql(words), new PostgresqlObjectSql(words), new PostgresqlDataSql(words));
	}

	@Override
	public SqlSyntax syntax() {
		return SqlSyntax.POSTGRESQL;
	}

	@Override
	public boolean transactionalDdl() {
		return true;
	}

	@Override
	public boolean tableExists(TableName table, SqlSession session) {
		SqlStatement query = SqlStatement.of("""
				select 1 from pg_catalog.pg_class
				where oid = pg_catalog.to_regclass(?) and relkind in ('r', 'p', 'f')""", quoted(table));
		return !session.query(query).isEmpty();
	}

	// The function folds what is not quoted, and a keyword in quotes is a name too.
	private static String quoted(TableName table) {
		String name = quoted(table.name());
		return (table.schema() != null) ? quoted(table.schema()) + "." + name : name;
	}

	static String quoted(String name) {
		return "\"" + name.replace("\"", "\"\"") + "\"";
	}

	@Override
	protected Catalog catalog() {
		return this.catalog;
	}

	@Override
	public boolean schemaExists(String schema, SqlSession session) {
		return !session
			.query(SqlStatement.of("select 1 from pg_catalog.pg_namespace where oid = pg_catalog.to_regnamespace(?)",
					quote(schema)))
			.isEmpty();
	}

	// What was on the path stays there, since extensions' types may come from there.
	@Override
	public List<SqlStatement> useSchema(String schema, SqlSession session) {
		String before = session.query(SqlStatement.of("select current_setting('search_path') as path"))
			.get(0)
			.string("path");
		String path = quote(schema) + ((before == null || before.isBlank()) ? "" : ", " + before);
		session.execute(setSearchPath(path));
		return List.of(setSearchPath((before != null) ? before : ""));
	}

	private static SqlStatement setSearchPath(String path) {
		return SqlStatement.of("select set_config('search_path', ?, false)", path);
	}

	@Override
	public MigrationLock lock(TableName versionTable) {
		return new AdvisoryLock(versionTable, this.database);
	}

	/**
	 * Return whether a lock was not to be had ({@code lock_not_available}) or the
	 * statement was the victim of a deadlock ({@code deadlock_detected}).
	 */
	@Override
	public boolean isLockTimeout(String sqlState, int errorCode) {
		return sqlState.equals("55P03") || sqlState.equals("40P01");
	}

	@Override
	public boolean isMissingPrivilege(String sqlState, int errorCode) {
		return sqlState.equals("42501");
	}

	@Override
	public List<SqlStatement> timeouts(@Nullable Duration lockTimeout, @Nullable Duration statementTimeout) {
		return Stream.concat(set("lock_timeout", lockTimeout), set("statement_timeout", statementTimeout)).toList();
	}

	private static Stream<SqlStatement> set(String setting, @Nullable Duration timeout) {
		return Stream.ofNullable(timeout)
			.map((limit) -> SqlStatement.of("set %s = '%dms'".formatted(setting, limit.toMillis())));
	}

	@Override
	public List<SqlStatement> resetTimeouts(SqlSession session) {
		return List.of(SqlStatement.of("reset lock_timeout"), SqlStatement.of("reset statement_timeout"));
	}

	@Override
	public OfflineSql offline() {
		return new PostgresqlOfflineSql(this);
	}

	@Override
	public List<String> describeSchema(String schema, SqlSession session) {
		return PostgresqlSchemaLines.read(schema, session);
	}

	@Override
	public Schema reflect(SchemaFilter filter, SqlSession session) {
		return PostgresqlReflection.read(filter, rendering().words().types(), session);
	}

	@Override
	public List<UnmanagedObject> unmanaged(SchemaFilter filter, SqlSession session) {
		return PostgresqlUnmanaged.find(filter, session);
	}

	@Override
	public Optional<LockWatch> watchLocks(SqlSession session) {
		return Optional.of(PostgresqlLockWatch.begin(session));
	}

	/**
	 * Check the deferred constraints, and defer those again that begin so: the next
	 * revision would have a transaction of its own.
	 */
	@Override
	public void checkDeferred(SqlSession session) {
		session.execute(SqlStatement.of("set constraints all immediate"));
		String deferred = session.query(SqlStatement.of("""
				select string_agg(distinct quote_ident(n.nspname) || '.' || quote_ident(c.conname), ', ') as names
				from pg_catalog.pg_constraint c join pg_catalog.pg_namespace n on n.oid = c.connamespace
				where c.condeferred""")).get(0).string("names");
		if (deferred != null) {
			session.execute(SqlStatement.of("set constraints " + deferred + " deferred"));
		}
	}

	/**
	 * Return whether a value of an enumeration was used that is not committed
	 * ({@code unsafe_new_enum_value_usage}).
	 */
	@Override
	public boolean needsCommit(String sqlState) {
		return sqlState.equals("55P04");
	}

}
