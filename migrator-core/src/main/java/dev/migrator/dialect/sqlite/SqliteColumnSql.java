package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.standard.ColumnSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.IdentityChange;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Identity;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.TableName;

/**
 * Columns of SQLite, and what {@code alter table} can do about them. Comments there are
 * none. A column that counts up is an {@code integer primary key autoincrement}, which
 * never gives a number again, as the identity columns of other databases do not.
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html">ALTER TABLE</a> and
 * <a href="https://www.sqlite.org/autoinc.html">SQLite Autoincrement</a>
 */
final class SqliteColumnSql extends ColumnSql {

	private final SqliteConstraintSql constraints;

	SqliteColumnSql(SqlWords words, SqliteConstraintSql constraints) {
		super(words, constraints);
		this.constraints = constraints;
	}

	@Override
	public String definition(Column column) {
		Column bracketed = (column.defaultValue() instanceof ColumnDefault.Expression expression)
				? new Column(column.name(), column.type(), column.nullable(), inBrackets(expression), column.identity(),
						null, column.computed(), column.onUpdate(), column.collation())
				: column;
		return super.definition(bracketed) + values(column.name(), column.type());
	}

	/**
	 * Write a column that is added to a table, with its constraints.
	 * @param add the operation
	 * @return its SQL
	 */
	String definition(AddColumn add) {
		return definition(add.column()) + add.constraints()
			.stream()
			.map((constraint) -> " " + this.constraints.inline(constraint, add.column().name()))
			.collect(Collectors.joining());
	}

	/**
	 * Write the condition that a type is, where it is one of a few values.
	 * @param column the column
	 * @param type its type
	 * @return the condition with a blank before it, or nothing
	 */
	String values(String column, ColumnType type) {
		return (type instanceof EnumType values) ? " check (%s in (%s))".formatted(words().name(column),
				values.values().stream().map(words()::literal).collect(Collectors.joining(", "))) : "";
	}

	String type(ColumnType type) {
		return words().type(type);
	}

	String computed(Computed computed) {
		return "generated always as (%s) %s".formatted(computed.expression(),
				(computed.virtual()) ? "virtual" : "stored");
	}

	String defaultValue(ColumnDefault defaultValue) {
		return words().defaultValue(
				(defaultValue instanceof ColumnDefault.Expression expression) ? inBrackets(expression) : defaultValue,
				null);
	}

	// Only the current time may stand without them.
	private static ColumnDefault.Expression inBrackets(ColumnDefault.Expression expression) {
		return (expression.sql().strip().matches("(?i)current_(time|date|timestamp)")) ? expression
				: new ColumnDefault.Expression("(" + expression.sql() + ")");
	}

	@Override
	protected String identity(Identity identity) {
		throw SqlWords.unsupported("SQLite adds no column that counts up to a table that is there already.",
				"Have the table's primary key count up, by op.alterColumn(…).");
	}

	/**
	 * Refuse a column that counts up and is not the primary key.
	 * @param column the column
	 * @return the error
	 */
	static MigratorException noKeyAlone(String column) {
		return SqlWords.unsupported(
				"SQLite counts up no column but one that is the primary key alone, as '%s' is not.".formatted(column),
				"Make it the primary key.");
	}

	/**
	 * Write from where a table counts.
	 * @param table the table
	 * @param options what is said of it; only the first number can be
	 * @return the statements
	 */
	List<String> counter(TableName table, SequenceOptions options) {
		SequenceOptions start = new SequenceOptions(options.start(), null, null, false, null, false, null, null);
		words().refuse(!options.equals(start), "way to say how a column counts, but for its first number",
				"Leave that out there, for example by op.dialect().");
		return (options.start() != null) ? counter(table, options.start()) : List.of();
	}

	private List<String> counter(TableName table, long next) {
		String sequences = words().name(new TableName(table.schema(), "sqlite_sequence"));
		String name = words().literal(table.name());
		return List.of("delete from %s where name = %s collate nocase".formatted(sequences, name),
				"insert into %s (name, seq) values (%s, %d)".formatted(sequences, name, next - 1));
	}

	@Override
	protected Stream<String> add(AddColumn operation) {
		return Stream.of(words().alterTable(operation.table()) + "add column " + definition(operation));
	}

	@Override
	protected Stream<String> comment(TableName table, Column column) {
		return Stream.empty();
	}

	@Override
	protected Stream<String> drop(DropColumn operation) {
		return Stream.of(words().alterTable(operation.table()) + "drop column " + words().name(operation.column()));
	}

	// All else is done by a copy of the table.
	@Override
	protected Stream<String> alter(AlterColumn operation) {
		List<String> statements = new ArrayList<>();
		if (operation.identity() instanceof IdentityChange.Add add) {
			statements.addAll(counter(operation.table(), add.identity().options()));
		}
		if (operation.identity() instanceof IdentityChange.Alter change) {
			SequenceOptions options = change.options();
			statements.addAll(counter(operation.table(), options));
			statements.addAll((change.restart() != null) ? counter(operation.table(), change.restart()) : List.of());
		}
		if (operation.newName() != null) {
			statements.add(rename(operation.table(), operation.column(), operation.newName()));
		}
		return statements.stream();
	}

}
