package dev.migrator.dialect.mariadb;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.MigrationLock;
import dev.migrator.dialect.standard.Catalog;
import dev.migrator.dialect.standard.Catalog.Presence;
import dev.migrator.dialect.standard.Identifiers;
import dev.migrator.dialect.standard.SqlName;
import dev.migrator.dialect.standard.StandardDialect;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DefaultChange;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.RenameTable;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.RawType;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.session.DatabaseInfo;
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

	private final String product;

	private final DatabaseInfo database;

	private final MariadbTypes types;

	private final boolean uuid;

	/**
	 * Create a dialect.
	 * @param product the database's name in messages
	 * @param database the database, for its version
	 * @param uuid whether it has a type for UUIDs
	 */
	MysqlFamilyDialect(String product, DatabaseInfo database, boolean uuid) {
		super(new Identifiers(product, MariadbKeywords.RESERVED, 64, Identifiers.Unit.CHARACTERS, '`'),
				new MariadbLiterals(product, uuid));
		this.product = product;
		this.database = database;
		this.types = new MariadbTypes(uuid);
		this.uuid = uuid;
	}

	/**
	 * Return whether columns, indexes and constraints can be created or dropped depending
	 * on whether they exist.
	 * @return whether {@code if exists} is understood there
	 */
	abstract boolean hasConditionalParts();

	/**
	 * Return from which version on a column is renamed without being defined anew.
	 * @param version the database
	 * @return whether this one can
	 */
	abstract boolean renamesColumns(DatabaseInfo version);

	/**
	 * Return whether an index may be on an expression.
	 * @param version the database
	 * @return whether this one can
	 */
	abstract boolean indexesExpressions(DatabaseInfo version);

	@Override
	public SqlSyntax syntax() {
		return SqlSyntax.MYSQL;
	}

	@Override
	public boolean transactionalDdl() {
		return false;
	}

	@Override
	protected String typeWord(StandardType type) {
		return this.types.word(type);
	}

	@Override
	public @Nullable Object bindable(@Nullable Object value) {
		if (value instanceof UUID id) {
			return (this.uuid) ? id.toString() : bytes(id);
		}
		LocalDateTime moment = MariadbLiterals.moment(value);
		return (moment != null) ? moment : super.bindable(value);
	}

	private static byte[] bytes(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
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
	 * Create a table with its indexes and comments, by one statement.
	 */
	@Override
	protected Stream<String> createTable(CreateTable operation) {
		Table table = operation.table();
		Stream<String> indexes = table.indexes().stream().map((index) -> {
			check(index);
			return (index.unique() ? "unique " : "") + "index " + quote(index.name()) + " " + indexColumns(index);
		});
		String comment = (table.comment() != null) ? " comment " + literal(table.comment()) : "";
		return Stream.of(createTable(operation, indexes) + comment);
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
	protected String renameTable(RenameTable operation) {
		return alter(operation.table()) + "rename to " + quote(operation.table().withName(operation.newName()));
	}

	@Override
	protected Stream<String> addColumn(AddColumn operation) {
		if (operation.column().identity()) {
			throw unsupported(
					"%s counts up the values of a column only if it is a key from the beginning, as %s.%s is not."
						.formatted(this.product, operation.table(), operation.column().name()),
					"Write it by op.execute(\"alter table … add column … auto_increment primary key\").");
		}
		requireConditionalParts(operation.ifNotExists(), "add a column only where it is missing");
		return Stream.of(alter(operation.table()) + "add column " + ((operation.ifNotExists()) ? "if not exists " : "")
				+ column(operation.column()));
	}

	@Override
	protected String dropColumn(DropColumn operation) {
		requireConditionalParts(operation.ifExists(), "drop a column only where there is one");
		return super.dropColumn(operation);
	}

	/**
	 * Write a column. A timestamp that may be null says so: servers may be set to take it
	 * for one that may not.
	 */
	@Override
	protected String column(Column column) {
		StringBuilder sql = new StringBuilder(quote(column.name())).append(' ').append(type(column.type()));
		if (!column.nullable()) {
			sql.append(" not null");
		}
		else if (column.type() instanceof RawType raw && raw.sql().toLowerCase(Locale.ROOT).startsWith("timestamp")) {
			sql.append(" null");
		}
		if (column.defaultValue() != null) {
			sql.append(" default ").append(defaultValue(column.defaultValue(), column.type()));
		}
		if (column.identity()) {
			sql.append(" auto_increment");
		}
		return sql.append((column.comment() != null) ? " comment " + literal(column.comment()) : "").toString();
	}

	@Override
	protected String defaultValue(ColumnDefault defaultValue, @Nullable ColumnType type) {
		if (defaultValue instanceof ColumnDefault.Expression expression) {
			return DefaultExpression.write(expression.sql());
		}
		return super.defaultValue(defaultValue, type);
	}

	@Override
	protected String constraint(Constraint constraint) {
		if (constraint instanceof Constraint.ForeignKey key && (key.onDelete() == ReferentialAction.SET_DEFAULT
				|| key.onUpdate() == ReferentialAction.SET_DEFAULT)) {
			throw unsupported("%s has no foreign keys that set a default, as one on %s does.".formatted(this.product,
					String.join(", ", key.columns())), "Choose another action.");
		}
		return super.constraint(constraint);
	}

	/**
	 * Change a column: all that defines it at once, or its default alone, then its name.
	 */
	@Override
	protected List<String> alterColumn(AlterColumn operation) {
		if (operation.using() != null) {
			throw unsupported(
					"%s converts values to a new type by itself, and has no place for an expression as that of %s.%s."
						.formatted(this.product, operation.table(), operation.column()),
					"Leave using(…) out, or add a column, fill it by an update, and drop the old one.");
		}
		List<String> statements = new ArrayList<>();
		ColumnChange change = new ColumnChange(this.product, operation);
		String column = alter(operation.table()) + "alter column " + quote(operation.column()) + " ";
		if (change.isDefinition()) {
			statements.add(alter(operation.table()) + "modify column " + column(change.definition()));
		}
		else if (operation.defaultChange() instanceof DefaultChange.Set set) {
			statements.add(column + "set default " + defaultValue(set.newDefault(), null));
		}
		else if (operation.defaultChange() != null) {
			statements.add(column + "drop default");
		}
		if (operation.newName() != null) {
			statements.add(renameColumn(operation.table(), operation.column(), operation.newName()));
		}
		return statements;
	}

	@Override
	protected String renameColumn(TableName table, String column, String newName) {
		if (!renamesColumns(this.database)) {
			throw unsupported("This version of %s renames a column, as %s.%s, only by defining it anew."
				.formatted(this.product, table, column),
					"Write the whole definition by op.execute(\"alter table … change …\").");
		}
		return super.renameColumn(table, column, newName);
	}

	/**
	 * Create an index. Where writers are to go on meanwhile, the statement fails if they
	 * cannot.
	 */
	@Override
	protected String createIndex(CreateIndex operation) {
		check(operation.index());
		requireConditionalParts(operation.ifNotExists(), "create an index only where it is missing");
		return super.createIndex(new CreateIndex(operation.table(), operation.index(), operation.ifNotExists(), false))
				+ ((operation.concurrently()) ? " lock = none" : "");
	}

	private void check(Index index) {
		if (index.where() != null) {
			throw unsupported(
					"%s has no index on some rows only, as '%s' would be.".formatted(this.product, index.name()),
					"Leave its 'where' out there, for example by op.dialect().");
		}
		if (!indexesExpressions(this.database) && index.columns().stream().anyMatch(Index.IndexColumn::expression)) {
			throw unsupported(
					"%s has no index on an expression, as '%s' would be.".formatted(this.product, index.name()),
					"Index a generated column instead.");
		}
	}

	@Override
	protected String dropIndex(DropIndex operation) {
		requireConditionalParts(operation.ifExists(), "drop an index only where there is one");
		return dropPart(operation.table(), "index", operation.name(), operation.ifExists())
				+ ((operation.concurrently()) ? ", lock = none" : "");
	}

	@Override
	protected String dropConstraint(DropConstraint operation) {
		requireConditionalParts(operation.ifExists(), "drop a constraint only where there is one");
		return switch (operation.type()) {
			case FOREIGN_KEY -> dropPart(operation, "foreign key");
			case UNIQUE -> dropPart(operation, "index");
			case CHECK -> dropPart(operation, checkWord());
			case PRIMARY_KEY -> (operation.ifExists()) ? dropPart(operation.table(), "index", "PRIMARY", true)
					: alter(operation.table()) + "drop primary key";
		};
	}

	/**
	 * Return what a check is called when it is dropped.
	 * @return the word
	 */
	abstract String checkWord();

	private String dropPart(DropConstraint operation, String kind) {
		return dropPart(operation.table(), kind, operation.name(), operation.ifExists());
	}

	private String dropPart(TableName table, String kind, String name, boolean ifExists) {
		return alter(table) + "drop " + kind + " " + ((ifExists) ? "if exists " : "") + quote(name);
	}

	private void requireConditionalParts(boolean conditional, String what) {
		if (conditional && !hasConditionalParts()) {
			throw unsupported("%s cannot %s.".formatted(this.product, what), "Leave the condition out.");
		}
	}

	@Override
	protected String defaultRow() {
		return "() values ()";
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
	public List<SqlStatement> resetTimeouts() {
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
