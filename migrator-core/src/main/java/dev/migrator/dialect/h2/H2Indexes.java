package dev.migrator.dialect.h2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.dialect.standard.TableDraft;
import dev.migrator.operation.Row;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.NullsOrder;
import org.jspecify.annotations.Nullable;

/**
 * The indexes of tables, without those that H2 made for a constraint.
 */
final class H2Indexes {

	private static final String INDEXES = """
			select INDEX_SCHEMA, INDEX_NAME, TABLE_SCHEMA, TABLE_NAME, INDEX_TYPE_NAME, NULLS_DISTINCT
			from INFORMATION_SCHEMA.INDEXES where TABLE_SCHEMA in (%s) and not IS_GENERATED""";

	private static final String COLUMNS = """
			select INDEX_SCHEMA, INDEX_NAME, COLUMN_NAME, ORDERING_SPECIFICATION, NULL_ORDERING, IS_UNIQUE
			from INFORMATION_SCHEMA.INDEX_COLUMNS where TABLE_SCHEMA in (%s) order by ORDINAL_POSITION""";

	private final H2Scope scope;

	H2Indexes(H2Scope scope) {
		this.scope = scope;
	}

	void read(Map<H2Key, TableDraft> tables) {
		Map<H2Key, List<Row>> columns = new HashMap<>();
		this.scope.query(COLUMNS)
			.forEach((row) -> columns.computeIfAbsent(H2Key.of(row, "INDEX"), (key) -> new ArrayList<>()).add(row));
		for (Row row : this.scope.query(INDEXES)) {
			TableDraft table = tables.get(H2Key.of(row, "TABLE"));
			List<Row> own = columns.get(H2Key.of(row, "INDEX"));
			// A table may have come between two queries.
			if (table != null && own != null) {
				table.add(index(row, own));
			}
		}
	}

	private Index index(Row row, List<Row> rows) {
		String type = String.valueOf(row.string("INDEX_TYPE_NAME"));
		boolean unique = type.startsWith("UNIQUE");
		List<IndexColumn> columns = new ArrayList<>();
		List<String> include = new ArrayList<>();
		for (Row column : rows) {
			if (unique && !column.bool("IS_UNIQUE")) {
				include.add(name(column));
			}
			else {
				columns.add(column(column));
			}
		}
		return new Index(this.scope.names().given(row.string("INDEX_NAME")), columns, unique, null, method(type),
				include, "NO".equals(row.string("NULLS_DISTINCT")), List.of(), null);
	}

	private static @Nullable String method(String type) {
		if (type.contains("HASH")) {
			return "hash";
		}
		return (type.contains("SPATIAL")) ? "rtree" : null;
	}

	private IndexColumn column(Row row) {
		boolean descending = "DESC".equals(row.string("ORDERING_SPECIFICATION"));
		return new IndexColumn(name(row), false, descending, null, null, nulls(row.string("NULL_ORDERING"), descending),
				null);
	}

	private @Nullable NullsOrder nulls(@Nullable String order, boolean descending) {
		if (order == null) {
			return null;
		}
		NullsOrder usual = switch (this.scope.nullOrdering()) {
			case "FIRST" -> NullsOrder.FIRST;
			case "LAST" -> NullsOrder.LAST;
			case "HIGH" -> (descending) ? NullsOrder.FIRST : NullsOrder.LAST;
			default -> (descending) ? NullsOrder.LAST : NullsOrder.FIRST;
		};
		return (order.equals(usual.name())) ? null : NullsOrder.valueOf(order);
	}

	private String name(Row row) {
		return this.scope.names().plain(String.valueOf(row.string("COLUMN_NAME")));
	}

}
