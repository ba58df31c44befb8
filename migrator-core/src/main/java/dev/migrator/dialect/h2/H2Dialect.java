package dev.migrator.dialect.h2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.dialect.MigrationLock;
import dev.migrator.dialect.OfflineSql;
import dev.migrator.dialect.standard.Catalog.Presence;
import dev.migrator.dialect.standard.Catalog;
import dev.migrator.dialect.standard.ColumnSql;
import dev.migrator.dialect.standard.ConstraintSql;
import dev.migrator.dialect.standard.CompositeSql;
import dev.migrator.dialect.standard.EnumSql;
import dev.migrator.dialect.standard.Identifiers;
import dev.migrator.dialect.standard.IndexSql;
import dev.migrator.dialect.standard.Rendering;
import dev.migrator.dialect.standard.SchemaSql;
import dev.migrator.dialect.standard.SqlName;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.standard.StandardDialect;
import dev.migrator.dialect.standard.StandardLiterals;
import dev.migrator.dialect.standard.TableSql;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.TableName;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * H2, from version 2.
 *
 * @see <a href="https://www.h2database.com/html/commands.html">Commands</a>
 */
public final class H2Dialect extends StandardDialect {

	/**
	 * The words that are no names unless quoted.
	 * @see <a href="https://www.h2database.com/html/advanced.html#keywords">Keywords</a>
	 */
	private static final Set<String> KEYWORDS = Set.of("""
			_rowid_ all and any array as asymmetric authorization between case cast check constraint cross
			current_catalog current_date current_path current_role current_schema current_time current_timestamp
			current_user day default distinct else end except exists false fetch for foreign from full group having
			hour if in inner intersect interval is join key left like limit localtime localtimestamp minus minute
			month natural not null offset on or order primary qualify right row rownum second select session_user set
			some symmetric system_user table to true uescape union unique unknown user using value values when where
			window with year""".split("\\s+"));

	private static final Set<Integer> LOCK_ERRORS = Set.of(50200, 40001, 90131);

	private static final Set<Integer> PRIVILEGE_ERRORS = Set.of(90096, 90040);

	private final Catalog catalog = new H2Catalog();

	/**
	 * Create the dialect.
	 * @param database the database; all supported versions speak alike
	 */
	public H2Dialect(DatabaseInfo database) {
		super(rendering(database));
	}

	private static Rendering rendering(DatabaseInfo database) {
		Identifiers identifiers = new Identifiers(database.product(), KEYWORDS, 256, Identifiers.Unit.CHARACTERS);
		StandardLiterals literals = new StandardLiterals();
		SqlWords words = new SqlWords("h2", identifiers, literals, new H2Types(identifiers, literals));
		IndexSql indexes = new H2IndexSql(words);
		ConstraintSql constraints = new H2ConstraintSql(words, indexes);
		ColumnSql columns = new H2ColumnSql(words, constraints);
		return new Rendering(words, new TableSql(words, columns, constraints, indexes), columns, indexes, constraints,
				new H2SequenceSql(words), new EnumSql(words), new CompositeSql(words), new SchemaSql(words),
				new H2ObjectSql(words), new H2DataSql(words));
	}

	@Override
	public SqlSyntax syntax() {
		return SqlSyntax.H2;
	}

	@Override
	public boolean transactionalDdl() {
		return false;
	}

	@Override
	public boolean tableExists(TableName table, SqlSession session) {
		String schema = (table.schema() != null) ? quote(table.schema()) : null;
		SqlName name = new SqlName(schema, quote(table.name()));
		return this.catalog.find(Catalog.Kind.TABLE, name, session) == Presence.PRESENT;
	}

	@Override
	protected Catalog catalog() {
		return this.catalog;
	}

	@Override
	public boolean schemaExists(String schema, SqlSession session) {
		return !session
			.query(SqlStatement
				.of("select 1 from information_schema.schemata where " + H2Names.matches("schema_name", quote(schema))))
			.isEmpty();
	}

	@Override
	public List<SqlStatement> useSchema(String schema, SqlSession session) {
		String before = session.query(SqlStatement.of("select current_schema() as name")).get(0).string("name");
		session.execute(SqlStatement.of("set schema " + quote(schema)));
		return (before != null) ? List.of(SqlStatement.of("set schema \"" + before.replace("\"", "\"\"") + "\""))
				: List.of();
	}

	@Override
	public MigrationLock lock(TableName versionTable) {
		return new RowLock(quote(versionTable.withName(versionTable.name() + "_lock")));
	}

	/**
	 * Return whether a lock was not to be had in time, or the statement was the victim of
	 * a deadlock or of another transaction's change of the same row.
	 */
	@Override
	public boolean isLockTimeout(String sqlState, int errorCode) {
		return LOCK_ERRORS.contains(errorCode);
	}

	@Override
	public boolean isMissingPrivilege(String sqlState, int errorCode) {
		return PRIVILEGE_ERRORS.contains(errorCode);
	}

	/**
	 * Limit how long statements wait and run. H2 has no way to reset a session's limits,
	 * which may come from its URL or from the database, so they are kept in variables of
	 * the session.
	 */
	@Override
	public List<SqlStatement> timeouts(@Nullable Duration lockTimeout, @Nullable Duration statementTimeout) {
		List<SqlStatement> statements = new ArrayList<>();
		if (lockTimeout != null) {
			statements
				.add(SqlStatement.of("set @migrator_lock_timeout = coalesce(@migrator_lock_timeout, lock_timeout())"));
			statements.add(SqlStatement.of("set lock_timeout " + lockTimeout.toMillis()));
		}
		if (statementTimeout != null) {
			statements.add(SqlStatement.of("""
					set @migrator_query_timeout = coalesce(@migrator_query_timeout, (select SETTING_VALUE
					from INFORMATION_SCHEMA.SETTINGS where SETTING_NAME = 'QUERY_TIMEOUT'))"""));
			statements.add(SqlStatement.of("set query_timeout " + statementTimeout.toMillis()));
		}
		return statements;
	}

	@Override
	public List<SqlStatement> resetTimeouts(SqlSession session) {
		return List.of(SqlStatement.of("set lock_timeout coalesce(@migrator_lock_timeout, lock_timeout())"),
				SqlStatement.of("""
						set query_timeout coalesce(@migrator_query_timeout, (select SETTING_VALUE
						from INFORMATION_SCHEMA.SETTINGS where SETTING_NAME = 'QUERY_TIMEOUT'))"""),
				SqlStatement.of("set @migrator_lock_timeout = null"),
				SqlStatement.of("set @migrator_query_timeout = null"));
	}

	@Override
	public OfflineSql offline() {
		return new H2OfflineSql(this);
	}

	@Override
	public Schema reflect(SchemaFilter filter, SqlSession session) {
		return H2Reflection.read(filter, rendering().words(), session);
	}

	@Override
	public Optional<String> inMemory(SqlSession session) {
		String settings = session
			.query(SqlStatement
				.of("""
						select setting_name as "name", setting_value as "value" from information_schema.settings where setting_name
						in ('MODE', 'DATABASE_TO_UPPER', 'DATABASE_TO_LOWER', 'CASE_INSENSITIVE_IDENTIFIERS',
						'DEFAULT_NULL_ORDERING', 'NON_KEYWORDS') and setting_value <> ''"""))
			.stream()
			.map((row) -> ";" + row.string("name") + "=" + row.string("value"))
			.sorted()
			.collect(Collectors.joining());
		return Optional.of("jdbc:h2:mem:" + settings);
	}

	@Override
	public List<String> describeSchema(String schema, SqlSession session) {
		return H2SchemaLines.read(quote(schema), session);
	}

}
