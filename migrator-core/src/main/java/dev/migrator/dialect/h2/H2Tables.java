package dev.migrator.dialect.h2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.standard.TableDraft;
import dev.migrator.operation.Row;
import dev.migrator.session.SqlSessionException;

/**
 * The tables of schemas with their columns.
 */
final class H2Tables {

	private static final String TABLES = """
			select TABLE_SCHEMA, TABLE_NAME, REMARKS from INFORMATION_SCHEMA.TABLES
			where TABLE_TYPE = 'BASE TABLE' and TABLE_SCHEMA in (%s)""";

	private static final String COLUMNS = """
			select TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, DOMAIN_SCHEMA, DOMAIN_NAME, IS_NULLABLE, COLUMN_DEFAULT,
			    COLUMN_ON_UPDATE, IS_GENERATED, GENERATION_EXPRESSION, IS_IDENTITY, IDENTITY_GENERATION,
			    IDENTITY_START as START_AT, IDENTITY_INCREMENT as STEP, IDENTITY_MINIMUM as MINIMUM,
			    IDENTITY_MAXIMUM as MAXIMUM, IDENTITY_CACHE as CACHED, IDENTITY_CYCLE as IS_CYCLE, REMARKS,
			    NUMERIC_PRECISION, data_type_sql(TABLE_SCHEMA, TABLE_NAME, 'TABLE', DTD_IDENTIFIER) as TYPE
			from INFORMATION_SCHEMA.COLUMNS where TABLE_SCHEMA in (%s) order by ORDINAL_POSITION""";

	private static final String MATERIALIZED = """
			select TABLE_SCHEMA, TABLE_NAME from INFORMATION_SCHEMA.TABLES
			where TABLE_CLASS = 'org.h2.table.MaterializedView'""";

	private final H2Scope scope;

	private final H2Columns columns;

	H2Tables(H2Scope scope, H2Columns columns) {
		this.scope = scope;
		this.columns = columns;
	}

	Map<H2Key, TableDraft> read() {
		Map<H2Key, TableDraft> tables = new LinkedHashMap<>();
		for (Row row : this.scope.query(TABLES)) {
			H2Key key = H2Key.of(row, "TABLE");
			tables.put(key,
					new TableDraft(this.scope.names().of(key.schema(), key.name()), row.string("REMARKS"), List.of()));
		}
		for (Row row : columns()) {
			TableDraft table = tables.get(H2Key.of(row, "TABLE"));
			// Views have columns, too.
			if (table != null) {
				table.add(this.columns.column(row));
			}
		}
		return tables;
	}

	// H2 2.4.240 fails to list any column while there is a materialized view.
	private List<Row> columns() {
		try {
			return this.scope.query(COLUMNS);
		}
		catch (SqlSessionException ex) {
			List<Row> views = this.scope.queryAll(MATERIALIZED);
			if (views.isEmpty()) {
				throw ex;
			}
			H2Key view = H2Key.of(views.get(0), "TABLE");
			throw SqlWords.unsupported(
					"H2 cannot tell the columns of its tables as long as there is a materialized view, such as '%s'."
						.formatted(this.scope.names().of(view.schema(), view.name())),
					"Drop it, and create a view.");
		}
	}

}
