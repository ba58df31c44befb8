package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.dialect.sqlite.SqliteSchema.SchemaObject;
import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.operation.Row;
import dev.migrator.schema.Index;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is in a SQLite database from the statements that SQLite keeps, by one query
 * and one more for each database that is attached. The pragmas would tell less: neither
 * names of constraints nor conditions. To SQLite the schemas are databases that are
 * attached; one that has nothing in it, as that of the migration lock, is none, unless it
 * is asked for by its name.
 *
 * <p>
 * Temporary and virtual tables, and those that a virtual table keeps its content in, are
 * left out.
 *
 * @see <a href="https://www.sqlite.org/schematab.html">The Schema Table</a>
 */
final class SqliteReflection {

	private static final String TABLES = """
			select d.name as schema, t.name, t.type from pragma_database_list d
			left join pragma_table_list t on t.schema = d.name and t.type in ('virtual', 'shadow')
			where d.name <> 'temp'""";

	private final StandardTypes types;

	private final SqlSession session;

	private final List<Table> tables = new ArrayList<>();

	private final List<View> views = new ArrayList<>();

	private final List<Trigger> triggers = new ArrayList<>();

	private SqliteReflection(StandardTypes types, SqlSession session) {
		this.types = types;
		this.session = session;
	}

	static Schema read(SchemaFilter filter, StandardTypes types, SqlSession session) {
		return new SqliteReflection(types, session).read(filter);
	}

	private Schema read(SchemaFilter filter) {
		Map<String, Set<String>> virtual = new HashMap<>();
		for (Row row : this.session.query(SqlStatement.of(TABLES))) {
			virtual.computeIfAbsent(String.valueOf(row.string("schema")), (schema) -> new HashSet<>())
				.add(String.valueOf(row.string("name")));
		}
		List<String> others = new ArrayList<>();
		virtual.forEach((name, left) -> {
			boolean isDefault = name.equals(SqliteSchema.MAIN);
			if (filter.includes(name, isDefault)) {
				List<SchemaObject> objects = SqliteSchema.of(name, this.session).objects();
				if (!isDefault && (!objects.isEmpty() || filter.others().contains(name))) {
					others.add(name);
				}
				read((isDefault) ? null : name,
						objects.stream().filter((object) -> !left.contains(object.name())).toList());
			}
		});
		return new Schema(others, this.tables, List.of(), List.of(), List.of(), this.views, List.of(), this.triggers);
	}

	private void read(@Nullable String schema, List<SchemaObject> objects) {
		TableDefinitions definitions = TableDefinitions.of(objects);
		Map<String, List<Index>> indexes = new HashMap<>();
		for (SchemaObject object : objects) {
			switch (object.type()) {
				case "index" -> indexes.computeIfAbsent(object.table(), (table) -> new ArrayList<>())
					.add(CreateIndexReader.read(object, definitions.get(object.table())));
				case "view" -> this.views.add(StoredText.view(object, new TableName(schema, object.name())));
				case "trigger" -> this.triggers.add(StoredText.trigger(object, new TableName(schema, object.table())));
				default -> {
				}
			}
		}
		for (TableDefinition definition : definitions.all()) {
			TableName name = new TableName(schema, definition.name());
			this.tables.add(new TableReflection(definition, definitions, this.types).table(name,
					indexes.getOrDefault(definition.name(), List.of())));
		}
	}

}
