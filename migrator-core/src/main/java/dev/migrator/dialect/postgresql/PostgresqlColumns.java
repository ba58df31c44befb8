package dev.migrator.dialect.postgresql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.dialect.standard.DefaultReader;
import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.operation.Row;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Makes a column of what the catalog tells.
 */
final class PostgresqlColumns {

	private final StandardTypes types;

	private final Map<String, ColumnType> named;

	private final PostgresqlSequences sequences;

	private final PostgresqlNames names;

	private final DefaultReader defaults = new Defaults();

	private final Map<String, ColumnType> typesByText = new HashMap<>();

	PostgresqlColumns(StandardTypes types, Map<String, ColumnType> named, PostgresqlSequences sequences,
			PostgresqlNames names) {
		this.types = types;
		this.named = named;
		this.sequences = sequences;
		this.names = names;
	}

	Column column(Row row) {
		ColumnType type = this.typesByText.computeIfAbsent(String.valueOf(row.string("type")), this::type);
		String expression = row.string("expression");
		String generated = String.valueOf(row.string("generated"));
		boolean isComputed = !generated.isEmpty() && expression != null;
		return new Column(String.valueOf(row.string("name")), type, !row.bool("required"),
				(isComputed) ? null : defaultValue(expression, type), identity(row), row.string("comment"),
				(isComputed) ? new Computed(String.valueOf(expression), generated.equals("v")) : null, null,
				row.string("collation"));
	}

	private ColumnType type(String text) {
		return this.types.read(this.names.shortened(text), this.named);
	}

	private @Nullable ColumnDefault defaultValue(@Nullable String expression, ColumnType type) {
		return (expression != null) ? this.defaults.read(expression, type) : null;
	}

	private @Nullable Identity identity(Row row) {
		String identity = String.valueOf(row.string("identity"));
		return (identity.isEmpty()) ? null
				: new Identity(identity.equals("a"), this.sequences.identity(row.number("id"), row.number("number")));
	}

	/**
	 * Defaults as PostgreSQL prints them: {@code 'none'::character varying}.
	 */
	private static final class Defaults extends DefaultReader {

		Defaults() {
			super(SqlSyntax.POSTGRESQL);
		}

		@Override
		protected List<SqlToken> plain(List<SqlToken> tokens) {
			boolean cast = tokens.size() > 2 && tokens.get(0).kind() == SqlToken.Kind.STRING
					&& tokens.get(1).isSymbol("::") && tokens.stream().skip(2).allMatch(Defaults::isOfType);
			return (cast) ? tokens.subList(0, 1) : tokens;
		}

		private static boolean isOfType(SqlToken token) {
			return switch (token.kind()) {
				case WORD, QUOTED_IDENTIFIER, NUMBER -> true;
				default -> token.isSymbol(".") || token.isSymbol("(") || token.isSymbol(")") || token.isSymbol(",");
			};
		}

	}

}
