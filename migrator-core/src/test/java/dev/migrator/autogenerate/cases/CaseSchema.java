package dev.migrator.autogenerate.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.NullsOrder;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.StorageParameter;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.TableOption;
import dev.migrator.schema.View;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a schema of a case.
 */
final class CaseSchema {

	private static final Set<String> TABLE = Set.of("name", "columns", "primaryKey", "uniques", "foreignKeys", "checks",
			"indexes", "comment", "options");

	private static final Set<String> COLUMN = Set.of("name", "type", "nullable", "default", "identity", "comment",
			"computed", "virtual", "onUpdate", "collation");

	private static final Set<String> IDENTITY = Set.of("always", "start", "increment", "min", "max", "cache", "cycle");

	private static final Set<String> SEQUENCE = Set.of("name", "type", "start", "increment", "min", "max", "cache",
			"cycle", "owner");

	private static final Set<String> INDEX = Set.of("name", "columns", "unique", "where", "method", "include",
			"nullsNotDistinct", "with", "tablespace");

	private CaseSchema() {
	}

	static Schema read(JsonNode json) {
		known(json, Set.of("schemas", "tables", "sequences", "enums", "composites", "views"));
		return new Schema(strings(json, "schemas"), list(json, "tables", CaseSchema::table),
				list(json, "sequences", CaseSchema::sequence),
				list(json, "enums",
						(type) -> new EnumType(name(known(type, Set.of("name", "values"))), strings(type, "values"))),
				list(json, "composites", CaseSchema::composite),
				list(json, "views",
						(view) -> new View(name(known(view, Set.of("name", "query", "materialized"))),
								view.get("query").asString(), view.path("materialized").asBoolean(false))),
				List.of(), List.of());
	}

	/**
	 * Look whether an object has only what it can have.
	 * @param json the object
	 * @param fields what it can have
	 * @return the object
	 * @throws IllegalArgumentException if it has more
	 */
	static JsonNode known(JsonNode json, Set<String> fields) {
		for (String field : json.propertyNames()) {
			if (!fields.contains(field)) {
				throw new IllegalArgumentException(
						"There is no '%s' among %s, in %s".formatted(field, new TreeSet<>(fields), json));
			}
		}
		return json;
	}

	static <T> List<T> list(JsonNode json, String field, Function<JsonNode, T> read) {
		return json.path(field).valueStream().map(read).toList();
	}

	static List<String> strings(JsonNode json, String field) {
		return list(json, field, JsonNode::asString);
	}

	private static TableName name(JsonNode json) {
		return TableName.of(json.get("name").asString());
	}

	private static @Nullable String string(JsonNode json, String field) {
		return (json.hasNonNull(field)) ? json.get(field).asString() : null;
	}

	private static @Nullable Long number(JsonNode json, String field) {
		return (json.hasNonNull(field)) ? json.get(field).asLong() : null;
	}

	private static <T extends Enum<T>> @Nullable T constant(JsonNode json, String field, Class<T> type) {
		String text = string(json, field);
		return (text != null) ? Enum.valueOf(type, text.replace(' ', '_').toUpperCase(Locale.ROOT)) : null;
	}

	private static Table table(JsonNode json) {
		known(json, TABLE);
		List<Constraint> constraints = new ArrayList<>();
		JsonNode key = json.path("primaryKey");
		if (key.isArray()) {
			constraints.add(new Constraint.PrimaryKey(null, key.valueStream().map(JsonNode::asString).toList()));
		}
		else if (key.isObject()) {
			known(key, Set.of("name", "columns", "deferrable"));
			constraints.add(new Constraint.PrimaryKey(string(key, "name"), strings(key, "columns"), List.of(), null,
					constant(key, "deferrable", Deferral.class)));
		}
		constraints.addAll(list(json, "uniques", CaseSchema::unique));
		constraints.addAll(list(json, "foreignKeys", CaseSchema::foreignKey));
		constraints.addAll(list(json, "checks",
				(check) -> new Constraint.Check(
						string(known(check, Set.of("name", "condition", "notEnforced")), "name"),
						check.get("condition").asString(), false, false, check.path("notEnforced").asBoolean(false))));
		return new Table(name(json), list(json, "columns", CaseSchema::column), constraints,
				list(json, "indexes", CaseSchema::index), string(json, "comment"),
				list(json, "options", (option) -> new TableOption(option.get("dialect").asString(),
						option.get("name").asString(), option.get("value").asString())));
	}

	private static CompositeType composite(JsonNode json) {
		known(json, Set.of("name", "attributes"));
		return new CompositeType(name(json),
				list(json, "attributes",
						(attribute) -> new Attribute(known(attribute, Set.of("name", "type")).get("name").asString(),
								TypeText.read(attribute.get("type").asString()))));
	}

	private static Constraint unique(JsonNode json) {
		if (json.isArray()) {
			return new Constraint.Unique(null, json.valueStream().map(JsonNode::asString).toList());
		}
		known(json, Set.of("name", "columns", "nullsNotDistinct", "include", "deferrable"));
		return new Constraint.Unique(string(json, "name"), strings(json, "columns"),
				json.path("nullsNotDistinct").asBoolean(false), strings(json, "include"), null,
				constant(json, "deferrable", Deferral.class));
	}

	private static Constraint foreignKey(JsonNode json) {
		known(json, Set.of("name", "columns", "references", "referencedColumns", "onDelete", "onUpdate", "deferrable",
				"notValid", "notEnforced"));
		return new Constraint.ForeignKey(string(json, "name"), strings(json, "columns"),
				TableName.of(json.get("references").asString()), strings(json, "referencedColumns"),
				constant(json, "onDelete", ReferentialAction.class),
				constant(json, "onUpdate", ReferentialAction.class), List.of(), null,
				constant(json, "deferrable", Deferral.class), json.path("notValid").asBoolean(false),
				json.path("notEnforced").asBoolean(false));
	}

	private static Column column(JsonNode json) {
		known(json, COLUMN);
		JsonNode counting = known(json.path("identity"), IDENTITY);
		Identity identity = (counting.isMissingNode()) ? null
				: new Identity(counting.path("always").asBoolean(false), options(counting));
		Computed computed = (json.hasNonNull("computed"))
				? new Computed(json.get("computed").asString(), json.path("virtual").asBoolean(false)) : null;
		return new Column(json.get("name").asString(), TypeText.read(json.get("type").asString()),
				json.path("nullable").asBoolean(true), defaultValue(json.path("default")), identity,
				string(json, "comment"), computed, string(json, "onUpdate"), string(json, "collation"));
	}

	private static @Nullable ColumnDefault defaultValue(JsonNode json) {
		if (json.isMissingNode() || json.isNull()) {
			return null;
		}
		if (json.isObject()) {
			return new ColumnDefault.Expression(json.get("sql").asString());
		}
		Object value = (json.isBoolean()) ? json.asBoolean()
				: (json.isIntegralNumber()) ? json.asLong() : (json.isNumber()) ? json.decimalValue() : json.asString();
		return new ColumnDefault.Value(value);
	}

	private static SequenceOptions options(JsonNode json) {
		return new SequenceOptions(number(json, "start"), number(json, "increment"), number(json, "min"), false,
				number(json, "max"), false, number(json, "cache"),
				(json.has("cycle")) ? (Boolean) json.get("cycle").asBoolean() : null);
	}

	private static Sequence sequence(JsonNode json) {
		known(json, SEQUENCE);
		JsonNode owner = json.path("owner");
		return new Sequence(name(json), (json.has("type")) ? TypeText.read(json.get("type").asString()) : null,
				options(json),
				(owner.isMissingNode()) ? null : new Sequence.Owner(TableName.of(owner.get("table").asString()),
						owner.get("column").asString()));
	}

	private static Index index(JsonNode json) {
		known(json, INDEX);
		return new Index(string(json, "name"), list(json, "columns", CaseSchema::indexColumn),
				json.path("unique").asBoolean(false), string(json, "where"), string(json, "method"),
				strings(json, "include"), json.path("nullsNotDistinct").asBoolean(false),
				list(json, "with", (parameter) -> new StorageParameter(parameter.get("name").asString(),
						parameter.get("value").asString())),
				string(json, "tablespace"));
	}

	private static IndexColumn indexColumn(JsonNode json) {
		if (json.isString()) {
			return new IndexColumn(json.asString(), false, false);
		}
		known(json, Set.of("column", "sql", "descending", "collation", "operatorClass", "nulls", "prefix"));
		String expression = string(json, "sql");
		return new IndexColumn((expression != null) ? expression : json.get("column").asString(), expression != null,
				json.path("descending").asBoolean(false), string(json, "collation"), string(json, "operatorClass"),
				constant(json, "nulls", NullsOrder.class),
				(json.has("prefix")) ? (Integer) json.get("prefix").asInt() : null);
	}

}
