package dev.migrator.dialect.mariadb;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.dialect.standard.SqlName;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.Row;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Identity;
import dev.migrator.schema.RawType;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Reads all of a column, so that it can be stated anew.
 *
 * @see <a href= "https://mariadb.com/kb/en/information-schema-columns-table/">Information
 * Schema COLUMNS</a>
 */
final class ColumnReader {

	private static final Pattern ON_UPDATE = Pattern.compile("on update (\\w+(?:\\(\\d*\\))?)");

	private static final String QUERY = """
			select c.column_type, c.is_nullable, c.column_default, c.extra, c.generation_expression, c.column_comment,
			    case when c.collation_name <> t.table_collation then c.collation_name end as own_collation, %s as own_check
			from information_schema.columns c join information_schema.tables t
			on t.table_schema = c.table_schema and t.table_name = c.table_name
			where %s and c.column_name = ?""";

	private static final String CHECK = """
			(select k.check_clause from information_schema.check_constraints k
			where k.constraint_schema = c.table_schema and k.table_name = c.table_name
			and k.constraint_name = c.column_name and k.level = 'Column')""";

	private final SqlWords words;

	private final ServerFeatures features;

	ColumnReader(SqlWords words, ServerFeatures features) {
		this.words = words;
		this.features = features;
	}

	/**
	 * Read a column.
	 * @param table its table
	 * @param name its name
	 * @param session where to look
	 * @return the column, if it is there
	 */
	Optional<ExistingColumn> find(TableName table, String name, SqlSession session) {
		String schema = (table.schema() != null) ? this.words.name(table.schema()) : null;
		String where = MariadbCatalog.inTable("c.", new SqlName(schema, this.words.name(table.name())));
		List<Row> rows = session
			.query(new SqlStatement(QUERY.formatted((this.features.mariadb()) ? CHECK : "null", where), List.of(name)));
		return rows.stream().findFirst().map((row) -> read(name, row));
	}

	private ExistingColumn read(String name, Row row) {
		String extra = text(row, "extra").toLowerCase(Locale.ROOT);
		Matcher update = ON_UPDATE.matcher(extra);
		String onUpdate = (update.find()) ? update.group(1) : null;
		Column column = new Column(name, new RawType(text(row, "column_type")), text(row, "is_nullable").equals("YES"),
				defaultValue(row.string("column_default"), extra),
				(extra.contains("auto_increment")) ? Identity.BY_DEFAULT : null, text(row, "column_comment"),
				computed(row.string("generation_expression"), extra), onUpdate, row.string("own_collation"));
		return new ExistingColumn(column, more(name, extra), row.string("own_check"));
	}

	/** MariaDB tells a default as it stands in SQL, MySQL does only for expressions. */
	private @Nullable ColumnDefault defaultValue(@Nullable String value, String extra) {
		if (value == null || extra.contains(" generated")) {
			return null;
		}
		if (this.features.mariadb()) {
			return (value.equals("NULL")) ? null : new ColumnDefault.Expression(value);
		}
		return (extra.contains("default_generated")) ? new ColumnDefault.Expression(this.features.expression(value))
				: new ColumnDefault.Value(value);
	}

	private @Nullable Computed computed(@Nullable String expression, String extra) {
		return (expression == null || expression.isEmpty()) ? null
				: new Computed(this.features.expression(expression), extra.contains("virtual generated"));
	}

	private static String more(String name, String extra) {
		String rest = ON_UPDATE.matcher(extra)
			.replaceAll("")
			.replaceAll("default_generated|auto_increment|(virtual|stored|persistent) generated", "")
			.strip()
			.replaceAll("[,\\s]+", " ");
		if (!rest.isEmpty() && !rest.equals("invisible") && !rest.equals("without system versioning")) {
			throw SqlWords.unsupported("The column '%s' is '%s', which would be lost.".formatted(name, rest),
					"Change it by op.execute(\"alter table … modify …\").");
		}
		return (rest.isEmpty()) ? "" : " " + rest;
	}

	private static String text(Row row, String column) {
		String text = row.string(column);
		return (text != null) ? text : "";
	}

}
