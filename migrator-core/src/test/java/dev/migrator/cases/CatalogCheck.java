package dev.migrator.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.migrator.operation.NamingConvention;
import dev.migrator.operation.Row;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Routine;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares what a case expects with what is in a database: only what the case is about,
 * but that wholly.
 */
final class CatalogCheck {

	private final Schema schema;

	private final CaseDatabase database;

	private final NormalForm normalForm;

	private final OperationReader reader;

	private CatalogCheck(Schema schema, CaseDatabase database) {
		this.schema = schema;
		this.database = database;
		this.normalForm = new NormalForm(database.dialect().syntax());
		this.reader = new OperationReader(database.product().key(), NamingConvention.NONE);
	}

	static void check(JsonNode expect, Schema schema, CaseDatabase database) {
		new CatalogCheck(schema, database).check(new Fields("What is expected", expect));
	}

	private void check(Fields expect) {
		each(expect, "tables", this::table);
		each(expect, "sequences", this::sequence);
		each(expect, "enums", this::enumeration);
		each(expect, "composites", this::composite);
		each(expect, "views", this::view);
		each(expect, "routines", this::routine);
		each(expect, "triggers", this::trigger);
		each(expect, "rows", this::rows);
		if (expect.has("schemas")) {
			assertThat(this.schema.schemas()).as("schemas").containsExactlyInAnyOrder(expect.strings("schemas"));
		}
		expect.done();
	}

	private static void each(Fields expect, String kind, Check check) {
		Fields parts = expect.object(kind);
		if (parts != null) {
			parts.names().forEach((name) -> check.check(name, parts.required(name)));
		}
	}

	/**
	 * Returns what is there if something is expected, and looks that nothing is if not.
	 */
	private static <T> @Nullable T found(String what, JsonNode expected, Optional<T> part) {
		if (expected.isNull()) {
			assertThat(part).as(what).isEmpty();
			return null;
		}
		assertThat(part).as(what).isPresent();
		return part.orElseThrow();
	}

	private void table(String name, JsonNode expected) {
		Table actual = found("table " + name, expected, this.schema.table(TableName.of(name)));
		if (actual != null) {
			Fields fields = new Fields("The table " + name, expected);
			boolean columns = fields.has("columns");
			boolean constraints = fields.has("constraints");
			boolean indexes = fields.has("indexes");
			boolean options = fields.has("options");
			JsonNode comment = fields.node("comment");
			if (comment != null && this.database.product().keepsComments()) {
				assertThat(actual.comment()).as("comment of " + name)
					.isEqualTo((comment.isNull()) ? null : comment.asString());
			}
			Table wanted = this.reader.table(name, fields.without("comment")).table();
			TableCheck check = new TableCheck(wanted, actual, this.database, this.normalForm);
			if (columns) {
				check.columns();
			}
			if (constraints) {
				check.constraints();
			}
			if (indexes) {
				check.indexes();
			}
			if (options) {
				assertThat(actual.options()).as("options of " + name)
					.containsExactlyInAnyOrderElementsOf(wanted.options());
			}
		}
	}

	private void sequence(String name, JsonNode expected) {
		Sequence actual = found("sequence " + name, expected,
				this.schema.sequences().stream().filter((part) -> part.name().equals(TableName.of(name))).findFirst());
		if (actual != null) {
			assertThat(actual)
				.isEqualTo(this.reader.sequence(name, new Fields("The sequence " + name, expected)).sequence());
		}
	}

	private void enumeration(String name, JsonNode expected) {
		EnumType actual = found("type " + name, expected,
				this.schema.enums().stream().filter((part) -> TableName.of(name).equals(part.name())).findFirst());
		if (actual != null) {
			assertThat(actual.values()).as("values of " + name)
				.isEqualTo(expected.valueStream().map(JsonNode::asString).toList());
		}
	}

	private void composite(String name, JsonNode expected) {
		CompositeType actual = found("type " + name, expected,
				this.schema.composites().stream().filter((part) -> part.name().equals(TableName.of(name))).findFirst());
		if (actual != null) {
			List<Attribute> wanted = CompositeOperationReader.type(actual.name(), expected)
				.attributes()
				.stream()
				.map((part) -> new Attribute(part.name(), this.database.dialect().reflected(part.type())))
				.toList();
			assertThat(actual.attributes()).as("attributes of " + name).isEqualTo(wanted);
		}
	}

	private void view(String name, JsonNode expected) {
		View actual = found("view " + name, expected,
				this.schema.views().stream().filter((part) -> part.name().equals(TableName.of(name))).findFirst());
		if (actual != null) {
			Fields fields = new Fields("The view " + name, expected);
			assertThat(actual.materialized()).as("whether %s keeps its rows", name)
				.isEqualTo(fields.flag("materialized"));
			same("query of " + name, fields, "query", actual.query());
			fields.done();
		}
	}

	private void routine(String name, JsonNode expected) {
		List<Routine> named = this.schema.routines()
			.stream()
			.filter((part) -> part.name().equals(TableName.of(name)))
			.toList();
		assertThat(named).as("routines " + name).hasSizeLessThanOrEqualTo(1);
		Routine actual = found("routine " + name, expected, named.stream().findFirst());
		if (actual != null) {
			Fields fields = new Fields("The routine " + name, expected);
			assertThat(actual.procedure()).as("whether %s is a procedure", name).isEqualTo(fields.flag("procedure"));
			same("arguments of " + name, fields, "arguments", actual.arguments());
			same("definition of " + name, fields, "definition", actual.definition());
			fields.done();
		}
	}

	private void trigger(String name, JsonNode expected) {
		Trigger actual = found("trigger " + name, expected,
				this.schema.triggers().stream().filter((part) -> part.name().equals(name)).findFirst());
		if (actual != null) {
			Fields fields = new Fields("The trigger " + name, expected);
			assertThat(actual.table()).as("table of " + name).isEqualTo(TableName.of(fields.string("table")));
			same("event of " + name, fields, "event", actual.event());
			same("action of " + name, fields, "action", actual.action());
			fields.done();
		}
	}

	private void same(String what, Fields fields, String key, String actual) {
		String expected = fields.text(key);
		if (expected != null) {
			assertThat(this.normalForm.of(actual)).as(what).isEqualTo(this.normalForm.of(expected));
		}
	}

	private void rows(String table, JsonNode expected) {
		List<Map<String, String>> rows = new ArrayList<>();
		for (JsonNode row : expected) {
			Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
			row.propertyStream()
				.forEach((value) -> values.put(value.getKey(), text(ValueReader.read(value.getValue()))));
			rows.add(values);
		}
		List<Map<String, String>> actual = new ArrayList<>();
		String query = "select * from " + this.database.dialect().quote(TableName.of(table));
		for (Row row : this.database.session().query(SqlStatement.of(query))) {
			Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
			row.asMap().forEach((column, value) -> values.put(column, text(value)));
			actual.add(values);
		}
		assertThat(actual).as("rows of " + table).containsExactlyInAnyOrderElementsOf(rows);
	}

	private static String text(@Nullable Object value) {
		return (value instanceof Number number) ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
				: String.valueOf(value);
	}

	private interface Check {

		void check(String name, JsonNode expected);

	}

}
