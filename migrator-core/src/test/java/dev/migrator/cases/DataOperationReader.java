package dev.migrator.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.migrator.operation.Condition;
import dev.migrator.operation.DeleteStatement;
import dev.migrator.operation.InsertStatement;
import dev.migrator.operation.Operations;
import dev.migrator.operation.Sql;
import dev.migrator.operation.UpdateStatement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads operations on rows.
 */
final class DataOperationReader {

	private DataOperationReader() {
	}

	static boolean read(String directive, Fields fields, Operations op) {
		switch (directive) {
			case "insert" -> insert(fields, op);
			case "bulkInsert" -> op.bulkInsert(fields.string("table"), rows(fields));
			case "update" -> update(fields, op);
			case "delete" -> delete(fields, op);
			case "execute" ->
				op.execute(fields.string("sql"), fields.list("binds").stream().map(ValueReader::read).toArray());
			default -> {
				return false;
			}
		}
		return true;
	}

	private static List<Map<String, @Nullable Object>> rows(Fields fields) {
		List<Map<String, @Nullable Object>> rows = new ArrayList<>();
		fields.objects("rows").forEach((row) -> rows.add(values(row)));
		return rows;
	}

	private static Map<String, @Nullable Object> values(Fields row) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		row.names().forEach((column) -> values.put(column, value(row.required(column))));
		return values;
	}

	private static @Nullable Object value(JsonNode json) {
		String sql = SpecReader.sql(json);
		return (sql != null) ? Sql.expression(sql) : ValueReader.read(json);
	}

	private static void insert(Fields fields, Operations op) {
		List<Map<String, @Nullable Object>> rows = rows(fields);
		Set<String> columns = new TreeSet<>();
		rows.forEach((row) -> columns.addAll(row.keySet()));
		InsertStatement insert = op.insert(Sql.table(fields.string("table"))).columns(columns.toArray(String[]::new));
		for (Map<String, @Nullable Object> row : rows) {
			insert.values(columns.stream().map(row::get).toArray());
		}
		if (fields.flag("onConflictDoNothing")) {
			insert.onConflictDoNothing();
		}
	}

	private static void update(Fields fields, Operations op) {
		UpdateStatement update = op.update(Sql.table(fields.string("table")));
		values(new Fields("What is updated", fields.required("set"))).forEach(update::set);
		Condition condition = condition(fields);
		if (condition != null) {
			update.where(condition);
		}
	}

	private static void delete(Fields fields, Operations op) {
		DeleteStatement delete = op.delete(Sql.table(fields.string("table")));
		Condition condition = condition(fields);
		if (condition != null) {
			delete.where(condition);
		}
	}

	private static @Nullable Condition condition(Fields fields) {
		JsonNode where = fields.node("where");
		if (where == null) {
			return null;
		}
		if (where.isString()) {
			return Sql.condition(where.asString());
		}
		Condition all = null;
		for (Map.Entry<String, @Nullable Object> entry : values(new Fields("A condition", where)).entrySet()) {
			Object value = entry.getValue();
			Condition one = (value != null) ? Sql.column(entry.getKey()).eq(value)
					: Sql.column(entry.getKey()).isNull();
			all = (all != null) ? all.and(one) : one;
		}
		return all;
	}

}
