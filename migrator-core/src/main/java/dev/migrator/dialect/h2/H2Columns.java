package dev.migrator.dialect.h2;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.dialect.standard.DefaultReader;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.operation.Row;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Identity;
import dev.migrator.schema.RawType;
import org.jspecify.annotations.Nullable;

/**
 * Makes a column of what the catalog tells.
 */
final class H2Columns {

	private final H2Naming names;

	private final SqlWords words;

	private final DefaultReader defaults = new Defaults();

	private final Map<String, ColumnType> typesByText = new HashMap<>();

	H2Columns(H2Naming names, SqlWords words) {
		this.names = names;
		this.words = words;
	}

	Column column(Row row) {
		ColumnType type = type(row);
		String expression = row.string("GENERATION_EXPRESSION");
		boolean computed = "ALWAYS".equals(row.string("IS_GENERATED")) && expression != null;
		return new Column(this.names.plain(String.valueOf(row.string("COLUMN_NAME"))), type, row.bool("IS_NULLABLE"),
				(computed) ? null : defaultValue(row.string("COLUMN_DEFAULT"), type), identity(row),
				row.string("REMARKS"), (computed) ? new Computed(String.valueOf(expression), false) : null,
				row.string("COLUMN_ON_UPDATE"), null);
	}

	private ColumnType type(Row row) {
		String domain = row.string("DOMAIN_NAME");
		return (domain != null) ? new RawType(this.words.name(this.names.of(row.string("DOMAIN_SCHEMA"), domain)))
				: this.typesByText.computeIfAbsent(String.valueOf(row.string("TYPE")), this::type);
	}

	// H2 prints a size that was given, even where it would be the same without.
	private ColumnType type(String text) {
		StandardTypes types = this.words.types();
		return types.reflected(types.read(text, Map.of()));
	}

	private @Nullable ColumnDefault defaultValue(@Nullable String expression, ColumnType type) {
		return (expression == null || expression.equals("NULL")) ? null : this.defaults.read(expression, type);
	}

	private static @Nullable Identity identity(Row row) {
		return (!row.bool("IS_IDENTITY")) ? null : new Identity("ALWAYS".equals(row.string("IDENTITY_GENERATION")),
				H2Sequences.options(row, String.valueOf(row.string("TYPE"))));
	}

	/**
	 * Defaults as H2 prints them: a number with an exponent becomes
	 * {@code CAST(1E+5 AS DECFLOAT)}.
	 */
	private static final class Defaults extends DefaultReader {

		Defaults() {
			super(SqlSyntax.H2);
		}

		@Override
		protected List<SqlToken> plain(List<SqlToken> tokens) {
			int size = tokens.size();
			boolean number = size > 5 && tokens.get(0).isWord("cast") && tokens.get(1).isSymbol("(")
					&& tokens.get(size - 3).isWord("as") && tokens.get(size - 2).isWord("decfloat");
			return (number) ? tokens.subList(2, size - 3) : tokens;
		}

	}

}
