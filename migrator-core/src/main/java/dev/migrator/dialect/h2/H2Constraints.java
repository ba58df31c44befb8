package dev.migrator.dialect.h2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.dialect.standard.TableDraft;
import dev.migrator.operation.Row;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.Check;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Constraint.PrimaryKey;
import dev.migrator.schema.Constraint.Unique;
import dev.migrator.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of tables.
 */
final class H2Constraints {

	private static final String CONSTRAINTS = """
			select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CONSTRAINT_TYPE, TABLE_SCHEMA, TABLE_NAME, NULLS_DISTINCT
			from INFORMATION_SCHEMA.TABLE_CONSTRAINTS where TABLE_SCHEMA in (%s)""";

	// A foreign key may name a key of a schema that is not read.
	private static final String COLUMNS = """
			select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME,
			    POSITION_IN_UNIQUE_CONSTRAINT as OTHER_POSITION
			from INFORMATION_SCHEMA.KEY_COLUMN_USAGE order by ORDINAL_POSITION""";

	private static final String FOREIGN_KEYS = """
			select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, UNIQUE_CONSTRAINT_SCHEMA, UNIQUE_CONSTRAINT_NAME, UPDATE_RULE,
			    DELETE_RULE
			from INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS where CONSTRAINT_SCHEMA in (%s)""";

	private static final String CHECKS = """
			select CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CHECK_CLAUSE from INFORMATION_SCHEMA.CHECK_CONSTRAINTS
			where CONSTRAINT_SCHEMA in (%s)""";

	private final H2Scope scope;

	private final H2Naming names;

	H2Constraints(H2Scope scope) {
		this.scope = scope;
		this.names = scope.names();
	}

	void read(Map<H2Key, TableDraft> tables) {
		Map<H2Key, List<Row>> columns = new HashMap<>();
		this.scope.queryAll(COLUMNS)
			.forEach(
					(row) -> columns.computeIfAbsent(H2Key.of(row, "CONSTRAINT"), (key) -> new ArrayList<>()).add(row));
		Map<H2Key, Row> foreignKeys = byName(FOREIGN_KEYS);
		Map<H2Key, Row> checks = byName(CHECKS);
		for (Row row : this.scope.query(CONSTRAINTS)) {
			TableDraft table = tables.get(H2Key.of(row, "TABLE"));
			H2Key key = H2Key.of(row, "CONSTRAINT");
			// A table may have come between two queries.
			Constraint constraint = (table != null)
					? constraint(row, key, columns, foreignKeys.get(key), checks.get(key)) : null;
			if (table != null && constraint != null) {
				table.add(constraint);
			}
		}
	}

	private Map<H2Key, Row> byName(String query) {
		Map<H2Key, Row> rows = new HashMap<>();
		this.scope.query(query).forEach((row) -> rows.put(H2Key.of(row, "CONSTRAINT"), row));
		return rows;
	}

	private @Nullable Constraint constraint(Row row, H2Key key, Map<H2Key, List<Row>> columns, @Nullable Row foreignKey,
			@Nullable Row check) {
		String name = this.names.given(key.name());
		List<Row> own = columns.getOrDefault(key, List.of());
		return switch (String.valueOf(row.string("CONSTRAINT_TYPE"))) {
			case "PRIMARY KEY" -> new PrimaryKey(name, names(own));
			case "UNIQUE" ->
				new Unique(name, names(own), "NO".equals(row.string("NULLS_DISTINCT")), List.of(), null, null);
			case "FOREIGN KEY" -> (foreignKey != null)
					? foreignKey(name, own, foreignKey, columns.get(H2Key.of(foreignKey, "UNIQUE_CONSTRAINT"))) : null;
			case "CHECK" -> (check != null) ? new Check(name, String.valueOf(check.string("CHECK_CLAUSE"))) : null;
			default -> null;
		};
	}

	private @Nullable ForeignKey foreignKey(@Nullable String name, List<Row> own, Row row, @Nullable List<Row> others) {
		if (others == null) {
			return null;
		}
		List<Row> referenced = own.stream()
			.map((column) -> others.get((int) column.number("OTHER_POSITION") - 1))
			.toList();
		Row first = others.get(0);
		return new ForeignKey(name, names(own), this.names.of(first.string("TABLE_SCHEMA"), first.string("TABLE_NAME")),
				names(referenced), action(row.string("DELETE_RULE")), action(row.string("UPDATE_RULE")));
	}

	private List<String> names(List<Row> columns) {
		return columns.stream().map((row) -> this.names.plain(String.valueOf(row.string("COLUMN_NAME")))).toList();
	}

	private static @Nullable ReferentialAction action(@Nullable String rule) {
		ReferentialAction action = ReferentialAction.valueOf(String.valueOf(rule).replace(' ', '_'));
		return (action != ReferentialAction.NO_ACTION) ? action : null;
	}

}
