package dev.migrator.operation;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * What the tokens of a naming convention stand for, for one constraint or index.
 *
 * @param table its table
 * @param columns its columns
 * @param referredTable the table that a foreign key names, or {@code null}
 * @param referredColumns the columns that a foreign key names
 * @param given the name that the migration gives, or {@code null}
 * @see <a href=
 * "https://docs.sqlalchemy.org/en/20/core/metadata.html#sqlalchemy.schema.MetaData.params.naming_convention">The
 * tokens in SQLAlchemy's manual</a>
 */
record NameTokens(TableName table, List<String> columns, @Nullable TableName referredTable,
		List<String> referredColumns, @Nullable String given) {

	static final String CONSTRAINT_NAME = "%(constraint_name)s";

	private static final Pattern TOKEN = Pattern.compile("%\\(([^)]*)\\)s");

	private static final Pattern COLUMN = Pattern.compile("(referred_)?column_(\\d+)(_?N)?_(name|key|label)");

	static NameTokens of(Constraint constraint, TableName table) {
		String name = constraint.name();
		if (constraint instanceof Constraint.ForeignKey key) {
			return new NameTokens(table, key.columns(), key.referencedTable(), key.referencedColumns(), name);
		}
		return new NameTokens(table, columns(constraint), null, List.of(), name);
	}

	private static List<String> columns(Constraint constraint) {
		if (constraint instanceof Constraint.PrimaryKey key) {
			return key.columns();
		}
		return (constraint instanceof Constraint.Unique unique) ? unique.columns() : List.of();
	}

	static NameTokens of(Index index, TableName table) {
		List<String> columns = index.columns()
			.stream()
			.filter((column) -> !column.expression())
			.map(IndexColumn::text)
			.toList();
		return new NameTokens(table, columns, null, List.of(), index.name());
	}

	static NameTokens of(String name, TableName table) {
		return new NameTokens(table, List.of(), null, List.of(), name);
	}

	/**
	 * Look whether a pattern has only tokens that are known.
	 * @param pattern the pattern
	 */
	static void check(String pattern) {
		Matcher matcher = TOKEN.matcher(pattern);
		while (matcher.find()) {
			String token = matcher.group(1);
			boolean known = switch (token) {
				case "table_name", "referred_table_name", "constraint_name" -> true;
				default -> COLUMN.matcher(token).matches();
			};
			if (!known) {
				throw new MigratorException(ErrorCategory.CONFIGURATION,
						"The naming convention '%s' has the token '%s', which is not known.".formatted(pattern, token),
						"Use table_name, referred_table_name, constraint_name, column_0_name, column_0_label, "
								+ "column_0N_name, column_0_N_name, referred_column_0_name and so on.");
			}
		}
	}

	String write(String pattern) {
		return TOKEN.matcher(pattern).replaceAll((match) -> Matcher.quoteReplacement(value(match.group(1), pattern)));
	}

	private String value(String token, String pattern) {
		String value = switch (token) {
			case "table_name" -> this.table.name();
			case "referred_table_name" -> (this.referredTable != null) ? this.referredTable.name() : null;
			case "constraint_name" -> this.given;
			default -> column(token);
		};
		if (value == null) {
			throw new MigratorException(ErrorCategory.INVALID_REVISION,
					"The naming convention '%s' asks for the %s of something on the table %s that has none."
						.formatted(pattern, token, this.table),
					"Give it a name by op.f(…), or another pattern to the convention.");
		}
		return value;
	}

	private @Nullable String column(String token) {
		Matcher matcher = COLUMN.matcher(token);
		if (!matcher.matches()) {
			return null;
		}
		MatchResult match = matcher.toMatchResult();
		boolean referred = match.group(1) != null;
		List<String> names = (referred) ? this.referredColumns : this.columns;
		int first = Integer.parseInt(match.group(2));
		if (first >= names.size()) {
			return null;
		}
		TableName of = (referred && this.referredTable != null) ? this.referredTable : this.table;
		String prefix = (match.group(4).equals("label")) ? of.name() + "_" : "";
		if (match.group(3) == null) {
			return prefix + names.get(first);
		}
		return names.stream()
			.skip(first)
			.map((name) -> prefix + name)
			.collect(Collectors.joining((match.group(3).startsWith("_")) ? "_" : ""));
	}

}
