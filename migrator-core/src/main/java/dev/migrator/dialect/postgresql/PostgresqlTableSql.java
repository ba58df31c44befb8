package dev.migrator.dialect.postgresql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.migrator.dialect.standard.ColumnSql;
import dev.migrator.dialect.standard.ConstraintSql;
import dev.migrator.dialect.standard.IndexSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.standard.TableSql;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableOption;

/**
 * Tables of PostgreSQL, with the options {@code unlogged}, {@code temporary} (each with
 * the value {@code true}), {@code inherits} (tables), {@code partition_by} (such as
 * {@code range (born)}), {@code using} (an access method), {@code with} (such as
 * {@code fillfactor = 70}) and {@code tablespace} (a name).
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE
 * TABLE</a>
 */
final class PostgresqlTableSql extends TableSql {

	private static final Set<String> OPTIONS = Set.of("unlogged", "temporary", "inherits", "partition_by", "using",
			"with", "tablespace");

	PostgresqlTableSql(SqlWords words, ColumnSql columns, ConstraintSql constraints, IndexSql indexes) {
		super(words, columns, constraints, indexes);
	}

	@Override
	protected String prefix(Table table) {
		Map<String, String> options = byName(table);
		if (Boolean.parseBoolean(options.get("temporary"))) {
			return "temporary ";
		}
		return (Boolean.parseBoolean(options.get("unlogged"))) ? "unlogged " : "";
	}

	@Override
	protected String suffix(Table table) {
		Map<String, String> options = byName(table);
		StringBuilder sql = new StringBuilder();
		if (options.containsKey("inherits")) {
			sql.append(" inherits (").append(options.get("inherits")).append(')');
		}
		if (options.containsKey("partition_by")) {
			sql.append(" partition by ").append(options.get("partition_by"));
		}
		if (options.containsKey("using")) {
			sql.append(" using ").append(options.get("using"));
		}
		if (options.containsKey("with")) {
			sql.append(" with (").append(options.get("with")).append(')');
		}
		String tablespace = options.get("tablespace");
		return sql.append((tablespace != null) ? " tablespace " + words().name(tablespace) : "").toString();
	}

	private Map<String, String> byName(Table table) {
		Map<String, String> options = new LinkedHashMap<>();
		for (TableOption option : options(table, OPTIONS)) {
			options.put(option.name(), option.value());
		}
		return options;
	}

}
