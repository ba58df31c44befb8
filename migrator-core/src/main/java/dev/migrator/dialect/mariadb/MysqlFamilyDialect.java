package dev.migrator.dialect.mariadb;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.MigrationLock;
import dev.migrator.dialect.StatementGroup;
import dev.migrator.dialect.standard.Catalog;
import dev.migrator.dialect.standard.Catalog.Presence;
import dev.migrator.dialect.standard.CompositeSql;
import dev.migrator.dialect.standard.EnumSql;
import dev.migrator.dialect.standard.Identifiers;
import dev.migrator.dialect.standard.NoSequences;
import dev.migrator.dialect.standard.Rendering;
import dev.migrator.dialect.standard.SequenceSql;
import dev.migrator.dialect.standard.SqlName;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.standard.StandardDialect;
import dev.migrator.dialect.standard.StandardLiterals;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * What MariaDB and MySQL have in common. A schema is what they call a database. DDL
 * commits by itself. A moment is kept as its date and time in UTC.
 */
abstract class MysqlFamilyDialect extends StandardDialect {

	private static final Set<Integer> LOCK_ERRORS = Set.of(1205, 1213);

	private static final Set<Integer> PRIVILEGE_ERRORS = Set.of(1044, 1142, 1143, 1227, 1370, 1410, 1419);

	private final Catalog catalog = new MariadbCatalog();

	private final ServerFeatures features;

	private final SchemaLooks looks;

	/**
	 * Create a dialect.
	 * @param features what the server has
	 */
	MysqlFamilyDialect(ServerFeatures features) {
		super(rendering(features));
		this.features = features;
		this.looks = new SchemaLooks(rendering(), features);
	}

	private static Rendering rendering(ServerFeatures features) {
		String product = features.product();
		Identifiers identifiers = new Identifiers(product, MariadbKeywords.RESERVED, 64, Identifiers.Unit.CHARACTERS,
				'`');
		StandardLiterals literals = new MariadbLiterals(product, features.hasUuid());
		SqlWords words = new SqlWords(features.dialect(), identifiers, literals,
				new MariadbTypes(identifiers, literals, features));
		MariadbIndexSql indexes = new MariadbIndexSql(words, features);
		MariadbConstraintSql constraints = new MariadbConstraintSql(words, indexes, features);
		MariadbColumnSql columns = new MariadbColumnSql(words, constraints, features);
		SequenceSql sequences = (features.mariadb()) ? new MariadbSequenceSql(words, features) : new NoSequences(words);
		return new Rendering(words, new MariadbTableSql(words, columns, constraints, indexes), columns, indexes,
				constraints, sequences, new EnumSql(words), new CompositeSql(words), new MariadbSchemaSql(words),
				new MariadbObjectSql(words, features), new MariadbDataSql(words));
	}

	@Override
	public SqlSyntax syntax() {
		return SqlSyntax.MYSQL;
	}

	@Override
	public boolean transactionalDdl() {
		return false;
	}

	@Override
	public boolean dependsOnSchema(Operation operation) {
		return this.looks.has(operation);
	}

	@Override
	public StatementGroup render(Operation operation, SqlSession session) {
		return (this.looks.has(operation)) ? new StatementGroup(this.looks.render(operation, session), List.of())
				: super.render(operation, session);
	}

	@Override
	public Instant instant(Object value) {
		if (value instanceof LocalDateTime dateTime) {
			return dateTime.toInstant(ZoneOffset.UTC);
		}
		return (value instanceof Timestamp timestamp) ? instant(timestamp.toLocalDateTime()) : super.instant(value);
	}

	@Override
	public String currentMoment() {
		return "utc_timestamp(6)";
	}

	/**
	 * Create a table that has transactions, holds all of Unicode and tells "a" from "A",
	 * whatever the database's defaults are.
	 */
	@Override
	public List<SqlStatement> renderOwn(CreateTable creation) {
		return render(creation).stream()
			.map((statement) -> SqlStatement
				.of(statement.sql() + " engine = InnoDB character set utf8mb4 collate utf8mb4_bin"))
			.toList();
	}

	@Override
	public boolean tableExists(TableName table, SqlSession session) {
		String schema = (table.schema() != null) ? quote(table.schema()) : null;
		SqlName name = new SqlName(schema, quote(table.name()));
		return this.catalog.find(Catalog.Kind.TABLE, name, session) == Presence.PRESENT;
	}

	@Override
	public Schema reflect(SchemaFilter filter, SqlSession session) {
		return MariadbReflection.read(filter, this.features, rendering().words().types(), session);
	}

	@Override
	protected Catalog catalog() {
		return this.catalog;
	}

	@Override
	public boolean schemaExists(String schema, SqlSession session) {
		return this.catalog.find(Catalog.Kind.SCHEMA, new SqlName(null, quote(schema)), session) == Presence.PRESENT;
	}

	@Override
	public String currentSchema(SqlSession session) {
		return String.valueOf(session.query(SqlStatement.of("select database() as name")).get(0).get("name"));
	}

	// A session that has no schema yet cannot get back to that.
	@Override
	public List<SqlStatement> useSchema(String schema, SqlSession session) {
		String before = session.query(SqlStatement.of("select database() as name")).get(0).string("name");
		session.execute(SqlStatement.of("use " + quote(schema)));
		return (before != null) ? List.of(SqlStatement.of("use " + quote(before))) : List.of();
	}

	/**
	 * Refuse a session in which a backslash is just a character: strings would be split
	 * and written for another meaning.
	 */
	@Override
	public void checkSession(SqlSession session) {
		String mode = session.query(SqlStatement.of("select @@sql_mode as mode")).get(0).string("mode");
		if (mode != null && Arrays.asList(mode.split(",")).contains("NO_BACKSLASH_ESCAPES")) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"The session's sql_mode has NO_BACKSLASH_ESCAPES, under which strings with a backslash mean something else than Migrator takes them for.",
					"Leave it out for migrations, for example by migrator.url=jdbc:mariadb://…?sessionVariables=sql_mode='%s'."
						.formatted(Arrays.stream(mode.split(","))
							.filter((name) -> !name.equals("NO_BACKSLASH_ESCAPES"))
							.collect(Collectors.joining(","))));
		}
	}

	@Override
	public MigrationLock lock(TableName versionTable) {
		return new NamedLock(versionTable);
	}

	/**
	 * Return whether a lock was not to be had in time, or the statement was the victim of
	 * a deadlock.
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
	 * Limit how long statements wait and run. The limits of waits are whole seconds, one
	 * at least, for tables as for rows. What the session had is kept in variables, which
	 * may come from its URL.
	 */
	@Override
	public List<SqlStatement> timeouts(@Nullable Duration lockTimeout, @Nullable Duration statementTimeout) {
		List<SqlStatement> statements = new ArrayList<>();
		if (lockTimeout != null) {
			String seconds = SessionLimit.seconds(lockTimeout);
			SessionLimit.OF_LOCKS.forEach((limit) -> limit.set(seconds).forEach(statements::add));
		}
		if (statementTimeout != null) {
			statementLimit().set(statementLimit(statementTimeout)).forEach(statements::add);
		}
		return statements;
	}

	@Override
	public List<SqlStatement> resetTimeouts(SqlSession session) {
		return Stream.concat(SessionLimit.OF_LOCKS.stream(), Stream.of(statementLimit()))
			.flatMap(SessionLimit::reset)
			.toList();
	}

	/**
	 * Return what limits how long a statement runs.
	 * @return the limit
	 */
	abstract SessionLimit statementLimit();

	/**
	 * Return the value of that limit.
	 * @param timeout the longest run
	 * @return the number in its unit
	 */
	abstract String statementLimit(Duration timeout);

}
