package dev.migrator.dialect.standard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.standard.Catalog.Presence;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DefaultChange;
import dev.migrator.operation.DeleteRows;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.InsertRows;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.UpdateRows;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.RawType;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * A dialect that says operations in the words of the SQL standard, and indexes, which the
 * standard does not know, in those that most databases share. Each method renders one
 * kind of operation, for a database to override where it differs.
 */
public abstract class StandardDialect implements Dialect {

	private final Identifiers identifiers;

	private final StandardLiterals literals;

	private final ConstraintSql constraints = new ConstraintSql(this);

	private final DataSql data = new DataSql(this);

	/**
	 * Create a dialect.
	 * @param identifiers how it writes names
	 * @param literals how it writes values
	 */
	protected StandardDialect(Identifiers identifiers, StandardLiterals literals) {
		this.identifiers = identifiers;
		this.literals = literals;
	}

	@Override
	public final String quote(String identifier) {
		return this.identifiers.write(identifier);
	}

	@Override
	public final String literal(@Nullable Object value) {
		return this.literals.write(value);
	}

	@Override
	public @Nullable Object bindable(@Nullable Object value) {
		return DriverValues.bindable(value);
	}

	@Override
	public Instant instant(Object value) {
		return DriverValues.instant(value);
	}

	@Override
	public String currentMoment() {
		return "current_timestamp";
	}

	@Override
	public final List<SqlStatement> render(Operation operation) {
		if (operation instanceof ExecuteSql execute) {
			return List.of(new StatementText().bound(execute.sql(), execute.binds())
				.toStatement(UnaryOperator.identity(), this::bindable));
		}
		if (operation instanceof InsertRows insert) {
			return this.data.insert(insert).stream().map(this::statement).toList();
		}
		if (operation instanceof UpdateRows update) {
			return List.of(statement(this.data.update(update)));
		}
		if (operation instanceof DeleteRows delete) {
			return List.of(statement(this.data.delete(delete)));
		}
		return ddl(operation).map((sql) -> new SqlStatement(sql, List.of())).toList();
	}

	private SqlStatement statement(StatementText text) {
		return text.toStatement(this::escapeQuestionMarks, this::bindable);
	}

	private Stream<String> ddl(Operation operation) {
		if (operation instanceof CreateTable createTable) {
			return createTable(createTable);
		}
		if (operation instanceof DropTable dropTable) {
			return Stream.of("drop table " + ifExists(dropTable.ifExists()) + quote(dropTable.table()));
		}
		if (operation instanceof RenameTable rename) {
			return Stream.of(renameTable(rename));
		}
		if (operation instanceof AddColumn addColumn) {
			return addColumn(addColumn);
		}
		if (operation instanceof DropColumn dropColumn) {
			return Stream.of(dropColumn(dropColumn));
		}
		if (operation instanceof AlterColumn alterColumn) {
			return alterColumn(alterColumn).stream();
		}
		if (operation instanceof CreateIndex createIndex) {
			return Stream.of(createIndex(createIndex));
		}
		if (operation instanceof DropIndex dropIndex) {
			return Stream.of(dropIndex(dropIndex));
		}
		if (operation instanceof AddConstraint addConstraint) {
			return Stream.of(alter(addConstraint.table()) + "add " + constraint(addConstraint.constraint()));
		}
		if (operation instanceof DropConstraint dropConstraint) {
			return Stream.of(dropConstraint(dropConstraint));
		}
		throw new IllegalStateException("No words for " + operation);
	}

	/**
	 * Create a table, then its indexes, then its comments.
	 * @param operation the operation
	 * @return the statements
	 */
	protected Stream<String> createTable(CreateTable operation) {
		Table table = operation.table();
		List<String> statements = new ArrayList<>();
		statements.add(createTable(operation, Stream.empty()));
		for (Index index : table.indexes()) {
			statements.add(createIndex(new CreateIndex(table.name(), index, operation.ifNotExists(), false)));
		}
		if (table.comment() != null) {
			statements.add("comment on table " + quote(table.name()) + " is " + literal(table.comment()));
		}
		table.columns().forEach((column) -> comment(table.name(), column).forEach(statements::add));
		return statements.stream();
	}

	/**
	 * Write {@code create table} with its columns, its constraints and what else stands
	 * between its brackets.
	 * @param operation the operation
	 * @param more what follows the constraints
	 * @return the statement
	 */
	protected final String createTable(CreateTable operation, Stream<String> more) {
		Table table = operation.table();
		Stream<String> parts = Stream.concat(table.columns().stream().map(this::column),
				table.constraints().stream().map(this::constraint));
		return "create table " + ifNotExists(operation.ifNotExists()) + quote(table.name()) + " "
				+ Stream.concat(parts, more).collect(Collectors.joining(",\n    ", "(\n    ", "\n)"));
	}

	/**
	 * Give a table another name in the same schema.
	 * @param operation the operation
	 * @return the statement
	 */
	protected String renameTable(RenameTable operation) {
		return alter(operation.table()) + "rename to " + quote(operation.newName());
	}

	/**
	 * Add a column, then its comment.
	 * @param operation the operation
	 * @return the statements
	 */
	protected Stream<String> addColumn(AddColumn operation) {
		return Stream.concat(Stream.of(alter(operation.table()) + "add column " + ifNotExists(operation.ifNotExists())
				+ column(operation.column())), comment(operation.table(), operation.column()));
	}

	/**
	 * Drop a column.
	 * @param operation the operation
	 * @return the statement
	 */
	protected String dropColumn(DropColumn operation) {
		return alter(operation.table()) + "drop column " + ifExists(operation.ifExists()) + quote(operation.column());
	}

	/**
	 * Write a constraint as it stands in {@code create table} and behind {@code add}.
	 * @param constraint the constraint
	 * @return its SQL
	 */
	protected String constraint(Constraint constraint) {
		return this.constraints.write(constraint);
	}

	private Stream<String> comment(TableName table, Column column) {
		return (column.comment() != null) ? Stream
			.of("comment on column " + quote(table) + "." + quote(column.name()) + " is " + literal(column.comment()))
				: Stream.empty();
	}

	/**
	 * Write a column as it stands in {@code create table} and behind {@code add column}.
	 * @param column the column
	 * @return its SQL
	 */
	protected String column(Column column) {
		StringBuilder sql = new StringBuilder(quote(column.name())).append(' ').append(type(column.type()));
		if (column.defaultValue() != null) {
			sql.append(" default ").append(defaultValue(column.defaultValue(), column.type()));
		}
		if (column.identity()) {
			sql.append(" generated by default as identity");
		}
		return sql.append((column.nullable()) ? "" : " not null").toString();
	}

	/**
	 * Change a column: its type, then whether it may be null, then its default, then its
	 * name. A default that changes together with the type goes before, since the old one
	 * may not fit the new type.
	 * @param operation the operation
	 * @return the statements
	 */
	protected List<String> alterColumn(AlterColumn operation) {
		String alter = alter(operation.table()) + "alter column " + quote(operation.column()) + " ";
		List<String> statements = new ArrayList<>();
		ColumnType type = operation.type();
		DefaultChange defaultChange = operation.defaultChange();
		boolean dropFirst = defaultChange instanceof DefaultChange.Drop || (defaultChange != null && type != null);
		if (dropFirst) {
			statements.add(alter + "drop default");
		}
		if (type != null) {
			String using = (operation.using() != null) ? " using " + operation.using() : "";
			statements.add(alter + "set data type " + type(type) + using);
		}
		if (operation.nullable() != null) {
			statements.add(alter + ((operation.nullable()) ? "drop not null" : "set not null"));
		}
		if (defaultChange instanceof DefaultChange.Set set) {
			statements.add(alter + "set default " + defaultValue(set.newDefault(), type));
		}
		if (operation.newName() != null) {
			statements.add(renameColumn(operation.table(), operation.column(), operation.newName()));
		}
		return statements;
	}

	/**
	 * Give a column another name.
	 * @param table the table
	 * @param column the column
	 * @param newName its new name
	 * @return the statement
	 */
	protected String renameColumn(TableName table, String column, String newName) {
		return alter(table) + "rename column " + quote(column) + " to " + quote(newName);
	}

	/**
	 * Create an index.
	 * @param operation the operation
	 * @return the statement
	 */
	protected String createIndex(CreateIndex operation) {
		Index index = operation.index();
		String columns = indexColumns(index);
		return "create " + ((index.unique()) ? "unique " : "") + "index " + concurrently(operation.concurrently())
				+ ifNotExists(operation.ifNotExists()) + quote(index.name()) + " on " + quote(operation.table()) + " "
				+ columns + ((index.where() != null) ? " where " + index.where() : "");
	}

	/**
	 * Write what an index orders by.
	 * @param index the index
	 * @return its columns and expressions in brackets
	 */
	protected final String indexColumns(Index index) {
		return index.columns().stream().map(this::indexColumn).collect(Collectors.joining(", ", "(", ")"));
	}

	private String indexColumn(IndexColumn column) {
		String sql = (column.expression()) ? "(" + column.text() + ")" : quote(column.text());
		return (column.descending()) ? sql + " desc" : sql;
	}

	/**
	 * Drop an index, which stands in the schema of its table.
	 * @param operation the operation
	 * @return the statement
	 */
	protected String dropIndex(DropIndex operation) {
		return "drop index " + concurrently(operation.concurrently()) + ifExists(operation.ifExists())
				+ quote(operation.table().withName(operation.name()));
	}

	/**
	 * Drop a constraint of any kind.
	 * @param operation the operation
	 * @return the statement
	 */
	protected String dropConstraint(DropConstraint operation) {
		return alter(operation.table()) + "drop constraint " + ifExists(operation.ifExists()) + quote(operation.name());
	}

	/**
	 * Write how an index is created or dropped while writers go on.
	 * @param concurrently whether that is asked for
	 * @return the word with a blank behind it, or nothing
	 */
	protected String concurrently(boolean concurrently) {
		return "";
	}

	/**
	 * Write a type.
	 * @param type the type
	 * @return its SQL
	 */
	protected final String type(ColumnType type) {
		return (type instanceof RawType raw) ? raw.sql() : typeWord((StandardType) type);
	}

	/**
	 * Write a portable type.
	 * @param type the type
	 * @return its SQL
	 */
	protected abstract String typeWord(StandardType type);

	/**
	 * Write what stands behind {@code default}.
	 * @param defaultValue the default
	 * @param type the column's type, or {@code null} if it is not known
	 * @return its SQL
	 */
	protected String defaultValue(ColumnDefault defaultValue, @Nullable ColumnType type) {
		if (defaultValue instanceof ColumnDefault.Value value) {
			return defaultLiteral(value.value(), type);
		}
		return ((ColumnDefault.Expression) defaultValue).sql();
	}

	/**
	 * Write a value that is a column's default.
	 * @param value the value
	 * @param type the column's type, or {@code null} if it is not known
	 * @return the value in SQL
	 */
	protected String defaultLiteral(Object value, @Nullable ColumnType type) {
		return literal(value);
	}

	@Override
	public final Effect effectOf(SqlStatement statement, SqlSession session) {
		SchemaChange change = SchemaChangeReader.read(statement.sql(), syntax());
		return new CatalogEffects(catalog(), transactionalDdl(), session).of(change);
	}

	/**
	 * Clear away an index that was not completed: a unique index that found duplicates,
	 * or one whose process died, where the database leaves it behind.
	 */
	@Override
	public final List<SqlStatement> beforeRetry(SqlStatement statement, SqlSession session) {
		SchemaChange change = SchemaChangeReader.read(statement.sql(), syntax());
		if (change instanceof SchemaChange.CreateIndex create
				&& catalog().findIndex(create.table(), create.index(), session) == Presence.INCOMPLETE) {
			return List.of(SqlStatement.of("drop index " + create.index().sql()));
		}
		return List.of();
	}

	/**
	 * Return what to ask about a schema.
	 * @return the catalog
	 */
	protected abstract Catalog catalog();

	/**
	 * Write question marks that are just characters in a statement that has values too.
	 * @param sql a part of the statement
	 * @return the part with these question marks as the driver takes them
	 */
	protected String escapeQuestionMarks(String sql) {
		return sql;
	}

	/**
	 * Write a default row behind {@code insert into}.
	 * @return the words
	 */
	protected String defaultRow() {
		return "default values";
	}

	/**
	 * Begin to change a table.
	 * @param table the table
	 * @return the words, with a blank behind them
	 */
	protected final String alter(TableName table) {
		return "alter table " + quote(table) + " ";
	}

	private static String ifExists(boolean ifExists) {
		return (ifExists) ? "if exists " : "";
	}

	private static String ifNotExists(boolean ifNotExists) {
		return (ifNotExists) ? "if not exists " : "";
	}

	/**
	 * Say that the database lacks something.
	 * @param problem what, in a whole sentence
	 * @param action what to do
	 * @return the exception
	 */
	protected static MigratorException unsupported(String problem, String action) {
		return new MigratorException(ErrorCategory.UNSUPPORTED, problem, action);
	}

}
