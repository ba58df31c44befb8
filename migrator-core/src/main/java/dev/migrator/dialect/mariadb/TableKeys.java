package dev.migrator.dialect.mariadb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.migrator.dialect.standard.SqlName;
import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * The indexes of a table and the foreign keys that they serve, read to tell what goes
 * with a column or a key.
 *
 * @param indexes the columns of its indexes by their names
 * @param plain the names of those that a server may have made for a foreign key
 * @param keys the columns of its foreign keys by their names
 * @param referenced the columns that foreign keys to it name
 */
record TableKeys(Map<String, List<String>> indexes, List<String> plain, Map<String, List<String>> keys,
		List<List<String>> referenced) {

	private static final String QUERY = """
			select 'index' as kind, index_name as name, column_name as column_name, seq_in_index as position,
			    non_unique = 1 and index_type = 'BTREE' as plain
			from information_schema.statistics where %s and column_name is not null
			union all
			select 'key', constraint_name, column_name, ordinal_position, 0
			from information_schema.key_column_usage where %1$s and referenced_table_name is not null
			union all
			select 'referenced', concat(constraint_schema, '.', table_name, '.', constraint_name),
			    referenced_column_name, ordinal_position, 0
			from information_schema.key_column_usage where %s
			order by kind, name, position""";

	static TableKeys read(SqlName table, SqlSession session) {
		Map<String, List<String>> indexes = new LinkedHashMap<>();
		List<String> plain = new ArrayList<>();
		Map<String, List<String>> keys = new LinkedHashMap<>();
		Map<String, List<String>> referenced = new LinkedHashMap<>();
		String query = QUERY.formatted(MariadbCatalog.inTable("", table), MariadbCatalog.inTable("referenced_", table));
		for (Row row : session.query(SqlStatement.of(query))) {
			String name = String.valueOf(row.string("name"));
			Map<String, List<String>> parts = switch (String.valueOf(row.string("kind"))) {
				case "index" -> indexes;
				case "key" -> keys;
				default -> referenced;
			};
			if (row.bool("plain") && !plain.contains(name)) {
				plain.add(name);
			}
			parts.computeIfAbsent(name, (none) -> new ArrayList<>()).add(String.valueOf(row.string("column_name")));
		}
		return new TableKeys(indexes, plain, keys, List.copyOf(referenced.values()));
	}

	/**
	 * Return the indexes that the server made for a foreign key, by the name of the key
	 * or of its first column, and that serve no other one.
	 * @param key the foreign key's name
	 * @return their names
	 */
	List<String> madeFor(String key) {
		List<String> columns = this.keys.getOrDefault(key, List.of());
		return this.plain.stream()
			.filter((name) -> columns.equals(this.indexes.get(name))
					&& (name.equalsIgnoreCase(key) || name.equalsIgnoreCase(columns.get(0))))
			.filter((name) -> !serves(name, List.of(key)))
			.toList();
	}

	/**
	 * Return the foreign keys that have a column.
	 * @param column the column
	 * @return their names
	 */
	List<String> keysWith(String column) {
		return this.keys.entrySet()
			.stream()
			.filter((key) -> contains(key.getValue(), column))
			.map(Map.Entry::getKey)
			.toList();
	}

	/**
	 * Return the indexes that have a column and others, and that serve no foreign key but
	 * those that have the column, too. The server would keep them for the other columns,
	 * which may not be unique by themselves.
	 * @param column the column
	 * @return their names
	 */
	List<String> indexesWith(String column) {
		List<String> going = keysWith(column);
		return this.indexes.entrySet()
			.stream()
			.filter((index) -> index.getValue().size() > 1 && contains(index.getValue(), column))
			.map(Map.Entry::getKey)
			.filter((name) -> !name.equals("PRIMARY") && !serves(name, going))
			.toList();
	}

	/**
	 * Return the foreign keys that are left without an index when one goes: the server
	 * gave up its own when the other came.
	 * @param index the index that goes
	 * @return their columns by their names
	 */
	Map<String, List<String>> keysOnlyServedBy(String index) {
		Map<String, List<String>> served = new LinkedHashMap<>();
		this.keys.forEach((key, columns) -> {
			List<String> serving = this.indexes.entrySet()
				.stream()
				.filter((one) -> begins(one.getValue(), columns))
				.map(Map.Entry::getKey)
				.toList();
			if (serving.size() == 1 && serving.get(0).equalsIgnoreCase(index)) {
				served.put(key, columns);
			}
		});
		return served;
	}

	private static boolean begins(List<String> columns, List<String> first) {
		return columns.size() >= first.size()
				&& IntStream.range(0, first.size()).allMatch((i) -> columns.get(i).equalsIgnoreCase(first.get(i)));
	}

	/**
	 * Return whether a column begins an index, as one has to that counts.
	 * @param column the column
	 * @return whether it does
	 */
	boolean isIndexed(String column) {
		return this.indexes.values().stream().anyMatch((columns) -> columns.get(0).equalsIgnoreCase(column));
	}

	private boolean serves(String index, List<String> except) {
		String first = this.indexes.getOrDefault(index, List.of()).get(0);
		return this.keys.entrySet()
			.stream()
			.anyMatch((key) -> !except.contains(key.getKey()) && contains(key.getValue(), first))
				|| this.referenced.stream().anyMatch((columns) -> contains(columns, first));
	}

	private static boolean contains(List<String> columns, String column) {
		return columns.stream().anyMatch((one) -> one.equalsIgnoreCase(column));
	}

}
