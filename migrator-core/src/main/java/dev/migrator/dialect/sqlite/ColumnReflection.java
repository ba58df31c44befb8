package dev.migrator.dialect.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.migrator.dialect.sqlite.Clause.Kind;
import dev.migrator.dialect.standard.DefaultReader;
import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Makes a column of its definition.
 */
final class ColumnReflection {

	private static final DefaultReader DEFAULTS = new DefaultReader(SqlSyntax.SQLITE);

	/** Words that are no text where a default stands. */
	private static final Set<String> VALUES = Set.of("true", "false", "current_time", "current_date",
			"current_timestamp");

	private final TableDefinition table;

	private final StandardTypes types;

	ColumnReflection(TableDefinition table, StandardTypes types) {
		this.table = table;
		this.types = types;
	}

	Column column(ColumnDefinition column) {
		ColumnType type = type(column);
		ColumnDefault defaultValue = column.clause(Kind.DEFAULT)
			.map((clause) -> defaultValue(this.table.body(clause), type))
			.orElse(null);
		Computed computed = column.clause(Kind.GENERATED)
			.map((clause) -> new Computed(this.table.body(clause), !isStored(clause)))
			.orElse(null);
		String collation = column.clause(Kind.COLLATE)
			.map((clause) -> SqliteNames.unquoted(this.table.body(clause)))
			.orElse(null);
		return new Column(column.name(), type, isNullable(column), defaultValue,
				(isCounted(column)) ? Identity.BY_DEFAULT : null, null, computed, null, collation);
	}

	private boolean isStored(Clause clause) {
		List<SqlToken> tokens = clause.tokens(this.table.sql());
		return tokens.get(tokens.size() - 1).isWord("stored");
	}

	private boolean isCounted(ColumnDefinition column) {
		return this.table.isAutoincrement() && this.table.rowidAlias().filter(column::equals).isPresent();
	}

	// A key may hold nulls in SQLite, unless it is the rowid or takes its place.
	private boolean isNullable(ColumnDefinition column) {
		boolean isKey = this.table.primaryKey()
			.filter((key) -> SqliteNames.contains(key.columns(), column.name()))
			.isPresent();
		boolean isFilled = isKey
				&& (!this.table.hasRowid() || this.table.rowidAlias().filter(column::equals).isPresent());
		return column.clause(Kind.NOT_NULL).isEmpty() && !isFilled;
	}

	/**
	 * Find the condition of a type of a few values.
	 * @param column the column
	 * @return the condition, if the column is of such a type
	 */
	Optional<Clause> listOfValues(ColumnDefinition column) {
		return column.clauses().stream().filter((clause) -> {
			List<String> values = clause.listOfValues(column.name(), this.table.sql());
			return !values.isEmpty() && declared(column).equals(this.types.write(new EnumType(null, values)));
		}).findFirst();
	}

	private ColumnType type(ColumnDefinition column) {
		return listOfValues(column)
			.<ColumnType>map((clause) -> new EnumType(null, clause.listOfValues(column.name(), this.table.sql())))
			.orElseGet(() -> this.types.reflected(this.types.read(declared(column), Map.of())));
	}

	private String declared(ColumnDefinition column) {
		return (column.type() != null) ? SqliteTypes.normalized(column.type().of(this.table.sql())) : "";
	}

	private static @Nullable ColumnDefault defaultValue(String text, ColumnType type) {
		List<SqlToken> tokens = SqlLexer.tokens(text, SqlSyntax.SQLITE, 1).stream().filter(SqlToken::isCode).toList();
		if (tokens.size() == 1 && tokens.get(0).isWord("null")) {
			return null;
		}
		if (type.equals(Types.bool()) && (text.equals("0") || text.equals("1"))) {
			return new ColumnDefault.Value(text.equals("1"));
		}
		return DEFAULTS.read(literal(text, tokens), type);
	}

	// A mere name is a text, and a text with control characters is written as bytes.
	private static String literal(String text, List<SqlToken> tokens) {
		SqlToken first = tokens.get(0);
		boolean name = tokens.size() == 1 && (first.kind() == SqlToken.Kind.QUOTED_IDENTIFIER
				|| (first.kind() == SqlToken.Kind.WORD && !VALUES.contains(SqliteNames.folded(first.text()))));
		if (name) {
			return SqliteNames.text(SqliteNames.of(first));
		}
		boolean bytes = tokens.size() == 6 && first.isWord("cast") && tokens.get(2).text().startsWith("x'")
				&& tokens.get(3).isWord("as") && tokens.get(4).isWord("text");
		if (!bytes) {
			return text;
		}
		String hex = tokens.get(2).text();
		return SqliteNames
			.text(new String(HexFormat.of().parseHex(hex.substring(2, hex.length() - 1)), StandardCharsets.UTF_8));
	}

}
