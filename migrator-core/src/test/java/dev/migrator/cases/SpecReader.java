package dev.migrator.cases;

import dev.migrator.operation.CheckSpec;
import dev.migrator.operation.ColumnSpec;
import dev.migrator.operation.CountingSpec;
import dev.migrator.operation.DeferrableSpec;
import dev.migrator.operation.ExcludeSpec;
import dev.migrator.operation.ForeignKeySpec;
import dev.migrator.operation.IdentitySpec;
import dev.migrator.operation.IndexColumnSpec;
import dev.migrator.operation.IndexSpec;
import dev.migrator.operation.KeySpec;
import dev.migrator.operation.PrimaryKeySpec;
import dev.migrator.operation.TableSpec;
import dev.migrator.operation.UniqueSpec;
import dev.migrator.schema.ForeignKeyMatch;
import dev.migrator.schema.NullsOrder;
import dev.migrator.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Says of tables, columns, constraints and indexes what objects of a case say of them.
 */
final class SpecReader {

	private SpecReader() {
	}

	static void table(TableSpec table, Fields fields) {
		for (Fields column : fields.objects("columns")) {
			column(table.column(column.string("name"), TypeReader.read(column.required("type"))), column);
			column.done();
		}
		for (Fields constraint : fields.objects("constraints")) {
			constraint(table, constraint);
			constraint.done();
		}
		for (Fields index : fields.objects("indexes")) {
			table.index(index.text("name"), (spec) -> index(spec, index));
			index.done();
		}
		for (Fields option : fields.objects("options")) {
			table.option(option.string("dialect"), option.string("name"), option.string("value"));
			option.done();
		}
		String comment = fields.text("comment");
		if (comment != null) {
			table.comment(comment);
		}
	}

	static void column(ColumnSpec column, Fields fields) {
		if (fields.has("nullable") && !fields.flag("nullable")) {
			column.notNull();
		}
		JsonNode defaultValue = fields.node("default");
		if (defaultValue != null) {
			String sql = sql(defaultValue);
			if (sql != null) {
				column.defaultExpression(sql);
			}
			else {
				column.defaultValue(ValueReader.required(defaultValue));
			}
		}
		if (fields.has("identity")) {
			column.identity((spec) -> identity(spec, fields));
		}
		String computed = fields.text("computed");
		if (computed != null) {
			column.computed(computed);
		}
		String virtual = fields.text("computedVirtual");
		if (virtual != null) {
			column.computedVirtual(virtual);
		}
		String onUpdate = fields.text("onUpdate");
		if (onUpdate != null) {
			column.onUpdate(onUpdate);
		}
		String collation = fields.text("collate");
		if (collation != null) {
			column.collate(collation);
		}
		String comment = fields.text("comment");
		if (comment != null) {
			column.comment(comment);
		}
		columnConstraints(column, fields);
	}

	private static void columnConstraints(ColumnSpec column, Fields fields) {
		if (fields.flag("primaryKey")) {
			column.primaryKey();
		}
		if (fields.flag("unique")) {
			column.unique();
		}
		String check = fields.text("check");
		if (check != null) {
			column.check(check);
		}
		Fields foreignKey = fields.object("foreignKey");
		if (foreignKey != null) {
			column.foreignKey((key) -> foreignKey(key, foreignKey));
			foreignKey.done();
		}
		if (fields.flag("inline")) {
			column.inline();
		}
	}

	/** Returns an expression: <code>{"sql": "now()"}</code>. */
	static @Nullable String sql(JsonNode node) {
		return (node.isObject() && node.has("sql")) ? node.get("sql").asString() : null;
	}

	/** Says how a column counts: {@code true} for as the database does by default. */
	static void identity(IdentitySpec spec, Fields column) {
		if (column.required("identity").isBoolean()) {
			return;
		}
		Fields fields = column.object("identity");
		if (fields != null) {
			if (fields.flag("always")) {
				spec.always();
			}
			counting(spec, fields);
			fields.done();
		}
	}

	static void counting(CountingSpec<?> spec, Fields fields) {
		Long start = fields.number("startWith");
		if (start != null) {
			spec.startWith(start);
		}
		Long increment = fields.number("incrementBy");
		if (increment != null) {
			spec.incrementBy(increment);
		}
		Long minValue = fields.number("minValue");
		if (minValue != null) {
			spec.minValue(minValue);
		}
		if (fields.flag("noMinValue")) {
			spec.noMinValue();
		}
		Long maxValue = fields.number("maxValue");
		if (maxValue != null) {
			spec.maxValue(maxValue);
		}
		if (fields.flag("noMaxValue")) {
			spec.noMaxValue();
		}
		Long cache = fields.number("cache");
		if (cache != null) {
			spec.cache(cache);
		}
		if (fields.has("cycle")) {
			if (fields.flag("cycle")) {
				spec.cycle();
			}
			else {
				spec.noCycle();
			}
		}
	}

	private static void constraint(TableSpec table, Fields fields) {
		String name = fields.text("name");
		if (fields.has("primaryKey")) {
			String[] columns = fields.strings("primaryKey");
			primaryKey((name != null) ? table.constraint(name).primaryKey(columns) : table.primaryKey(columns), fields);
		}
		else if (fields.has("unique")) {
			String[] columns = fields.strings("unique");
			unique((name != null) ? table.constraint(name).unique(columns) : table.unique(columns), fields);
		}
		else if (fields.has("foreignKey")) {
			String[] columns = fields.strings("foreignKey");
			foreignKey((name != null) ? table.constraint(name).foreignKey(columns) : table.foreignKey(columns), fields);
		}
		else if (fields.has("check")) {
			String condition = fields.string("check");
			check((name != null) ? table.constraint(name).check(condition) : table.check(condition), fields);
		}
		else {
			exclude((name != null) ? table.constraint(name).exclude() : table.exclude(), fields);
		}
	}

	static void primaryKey(PrimaryKeySpec spec, Fields fields) {
		key(spec.columns(fields.strings("primaryKey")), fields);
	}

	static void unique(UniqueSpec spec, Fields fields) {
		key(spec.columns(fields.strings("unique")), fields);
		if (fields.flag("nullsNotDistinct")) {
			spec.nullsNotDistinct();
		}
	}

	private static void key(KeySpec<?> spec, Fields fields) {
		spec.include(fields.strings("include"));
		String index = fields.text("usingIndex");
		if (index != null) {
			spec.usingIndex(index);
		}
		deferral(spec, fields);
	}

	private static void deferral(DeferrableSpec<?> spec, Fields fields) {
		if (fields.flag("deferrable")) {
			spec.deferrable();
		}
		if (fields.flag("initiallyDeferred")) {
			spec.initiallyDeferred();
		}
	}

	static void foreignKey(ForeignKeySpec spec, Fields fields) {
		if (fields.has("foreignKey")) {
			spec.columns(fields.strings("foreignKey"));
		}
		Fields references = new Fields("What a foreign key references", fields.required("references"));
		spec.references(references.string("table"), references.strings("columns"));
		references.done();
		ReferentialAction onDelete = fields.constant("onDelete", ReferentialAction.class);
		if (onDelete != null) {
			spec.onDelete(onDelete, fields.strings("onDeleteColumns"));
		}
		ReferentialAction onUpdate = fields.constant("onUpdate", ReferentialAction.class);
		if (onUpdate != null) {
			spec.onUpdate(onUpdate);
		}
		ForeignKeyMatch match = fields.constant("match", ForeignKeyMatch.class);
		if (match != null) {
			spec.match(match);
		}
		deferral(spec, fields);
		if (fields.flag("notValid")) {
			spec.notValid();
		}
		if (fields.flag("notEnforced")) {
			spec.notEnforced();
		}
	}

	static void check(CheckSpec spec, Fields fields) {
		if (fields.flag("noInherit")) {
			spec.noInherit();
		}
		if (fields.flag("notValid")) {
			spec.notValid();
		}
		if (fields.flag("notEnforced")) {
			spec.notEnforced();
		}
	}

	static void exclude(ExcludeSpec spec, Fields fields) {
		fields.required("exclude");
		for (Fields element : fields.objects("exclude")) {
			if (element.has("column")) {
				spec.column(element.string("column"), element.string("operator"));
			}
			else {
				spec.expression(element.string("expression"), element.string("operator"));
			}
			element.done();
		}
		String method = fields.text("using");
		if (method != null) {
			spec.using(method);
		}
		String where = fields.text("where");
		if (where != null) {
			spec.where(where);
		}
		deferral(spec, fields);
	}

	static void index(IndexSpec spec, Fields fields) {
		for (JsonNode column : fields.list("columns")) {
			if (column.isString()) {
				spec.columns(column.asString());
				continue;
			}
			Fields part = new Fields("The part " + column + " of an index", column);
			if (part.has("column")) {
				spec.column(part.string("column"), (content) -> indexColumn(content, part));
			}
			else {
				spec.expression(part.string("expression"), (content) -> indexColumn(content, part));
			}
			part.done();
		}
		if (fields.flag("unique")) {
			spec.unique();
		}
		String where = fields.text("where");
		if (where != null) {
			spec.where(where);
		}
		String method = fields.text("using");
		if (method != null) {
			spec.using(method);
		}
		spec.include(fields.strings("include"));
		if (fields.flag("nullsNotDistinct")) {
			spec.nullsNotDistinct();
		}
		Fields with = fields.object("with");
		if (with != null) {
			with.names().forEach((name) -> spec.with(name, ValueReader.required(with.required(name))));
		}
		String tablespace = fields.text("tablespace");
		if (tablespace != null) {
			spec.tablespace(tablespace);
		}
	}

	private static void indexColumn(IndexColumnSpec spec, Fields fields) {
		if (fields.flag("descending")) {
			spec.descending();
		}
		NullsOrder nulls = fields.constant("nulls", NullsOrder.class);
		if (nulls == NullsOrder.FIRST) {
			spec.nullsFirst();
		}
		if (nulls == NullsOrder.LAST) {
			spec.nullsLast();
		}
		String collation = fields.text("collate");
		if (collation != null) {
			spec.collate(collation);
		}
		String operatorClass = fields.text("operatorClass");
		if (operatorClass != null) {
			spec.operatorClass(operatorClass);
		}
		Long prefix = fields.number("prefix");
		if (prefix != null) {
			spec.prefix(prefix.intValue());
		}
	}

}
