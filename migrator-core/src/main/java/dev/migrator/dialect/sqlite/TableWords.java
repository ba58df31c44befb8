package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.migrator.dialect.Dialect;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Identity;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.TableOption;

/**
 * Tables and columns in the words of SQLite. Comments there are none. A column that
 * counts up is an {@code integer primary key autoincrement}, which never gives a number
 * again, as the identity columns of other databases do not.
 *
 * @see <a href="https://www.sqlite.org/lang_createtable.html">CREATE TABLE</a> and
 * <a href="https://www.sqlite.org/autoinc.html">SQLite Autoincrement</a>
 */
final class TableWords {

	private final Dialect dialect;

	private final ConstraintWords constraints;

	TableWords(Dialect dialect) {
		this.dialect = dialect;
		this.constraints = new ConstraintWords(dialect);
	}

	ConstraintWords constraints() {
		return this.constraints;
	}

	/**
	 * Write the statements that create a table, without its indexes.
	 * @param table the table
	 * @param ifNotExists whether a table of that name makes this do nothing
	 * @return the statements
	 */
	List<String> create(Table table, boolean ifNotExists) {
		List<Constraint> keys = new ArrayList<>(table.constraints());
		List<String> lines = new ArrayList<>();
		List<String> statements = new ArrayList<>();
		for (Column column : table.columns()) {
			Identity identity = column.identity();
			if (identity != null) {
				lines.add(counted(column, keys));
				statements.addAll(counter(table.name(), identity.options()));
			}
			else {
				lines.add(column(table.name(), column, List.of()));
			}
		}
		keys.forEach((constraint) -> lines.add(this.constraints.ofTable(table.name(), constraint)));
		statements.add(0, "create table %s%s (\n    %s\n)%s".formatted((ifNotExists) ? "if not exists " : "",
				this.dialect.quote(table.name()), String.join(",\n    ", lines), options(table)));
		return statements;
	}

	private static String options(Table table) {
		List<String> words = new ArrayList<>();
		for (TableOption option : table.options()) {
			if (option.dialect().equals("sqlite")) {
				words.add(switch (option.name().toLowerCase(Locale.ROOT).replace('_', ' ')) {
					case "without rowid" -> "without rowid";
					case "strict" -> "strict";
					default -> throw Refusal.of("SQLite knows no option '%s' of a table.".formatted(option.name()),
							"It knows without_rowid and strict.");
				});
			}
		}
		return (words.isEmpty()) ? "" : " " + String.join(", ", words);
	}

	private String counted(Column column, List<Constraint> constraints) {
		Optional<Constraint> key = constraints.stream()
			.filter((constraint) -> constraint instanceof Constraint.PrimaryKey primary
					&& primary.columns().equals(List.of(column.name())))
			.findFirst();
		key.ifPresent(constraints::remove);
		String name = key.orElseThrow(() -> noKeyAlone(column.name())).name();
		return "%s integer not null %sprimary key autoincrement".formatted(this.dialect.quote(column.name()),
				this.constraints.name(name));
	}

	static MigratorException noKeyAlone(String column) {
		return Refusal.of(
				"SQLite counts up no column but one that is the primary key alone, as '%s' is not.".formatted(column),
				"Make it the primary key.");
	}

	/**
	 * Write how a table begins to count, or where it goes on.
	 * @param table the table
	 * @param options what is said of it; only the first number can be
	 * @return the statements
	 */
	List<String> counter(TableName table, SequenceOptions options) {
		SequenceOptions start = new SequenceOptions(options.start(), null, null, false, null, false, null, null);
		Refusal.ifSaid(!options.equals(start), "How a column counts, except for its first number,");
		return (options.start() != null) ? counter(table, options.start()) : List.of();
	}

	List<String> counter(TableName table, long next) {
		String sequences = (table.schema() != null) ? this.dialect.quote(table.schema()) + ".sqlite_sequence"
				: "sqlite_sequence";
		String name = this.dialect.literal(table.name());
		return List.of("delete from %s where name = %s collate nocase".formatted(sequences, name),
				"insert into %s (name, seq) values (%s, %d)".formatted(sequences, name, next - 1));
	}

	/**
	 * Write a column.
	 * @param table its table
	 * @param column the column
	 * @param inline constraints that stand with it
	 * @return its SQL
	 */
	String column(TableName table, Column column, List<Constraint> inline) {
		Refusal.ifSaid(column.onUpdate() != null, "A value that a column gets where an update names none");
		Refusal.ifSaid(column.identity() != null, "A column that counts up in a table that exists");
		StringBuilder sql = new StringBuilder(this.dialect.quote(column.name())).append(' ')
			.append(SqliteTypes.word(column.type()));
		if (column.collation() != null) {
			sql.append(" collate ").append(column.collation());
		}
		if (column.defaultValue() != null) {
			sql.append(" default ").append(defaultValue(column.defaultValue()));
		}
		if (column.computed() != null) {
			sql.append(' ').append(computed(column.computed()));
		}
		sql.append((column.nullable()) ? "" : " not null");
		sql.append(values(column.name(), column.type()));
		inline.forEach((constraint) -> sql.append(' ').append(this.constraints.ofColumn(table, constraint)));
		return sql.toString();
	}

	String computed(Computed computed) {
		return "generated always as (%s) %s".formatted(computed.expression(),
				(computed.virtual()) ? "virtual" : "stored");
	}

	/**
	 * Write the condition that a type is, where it is one of a few values.
	 * @param column the column
	 * @param type its type
	 * @return the condition with a blank before it, or nothing
	 */
	String values(String column, ColumnType type) {
		return (type instanceof EnumType values) ? " check (%s in (%s))".formatted(this.dialect.quote(column),
				values.values().stream().map(this.dialect::literal).collect(Collectors.joining(", "))) : "";
	}

	/**
	 * Write a default. Only a value, or the current time, may stand without brackets.
	 * @param defaultValue the default
	 * @return its SQL
	 */
	String defaultValue(ColumnDefault defaultValue) {
		if (defaultValue instanceof ColumnDefault.Value value) {
			String literal = this.dialect.literal(value.value());
			return (literal.startsWith("cast(")) ? "(" + literal + ")" : literal;
		}
		String sql = ((ColumnDefault.Expression) defaultValue).sql();
		return (sql.strip().matches("(?i)current_(time|date|timestamp)")) ? sql : "(" + sql + ")";
	}

}
