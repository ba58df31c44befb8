package dev.migrator.dialect.mariadb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.migrator.dialect.standard.Counting;
import dev.migrator.dialect.standard.StandardTypes;
import dev.migrator.operation.Row;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The sequences of schemas. Each is a table with a row that tells of it, so that one more
 * query asks all of them.
 */
final class ReflectedSequences {

	private static final String NAMES = """
			select table_schema as `schema`, table_name as name from information_schema.tables
			where table_schema in %s and table_type = 'SEQUENCE'""";

	/** Not joined with their names, which costs MariaDB a multiple of both. */
	private static final String TYPES = """
			select table_schema as `schema`, table_name as name, column_type as type from information_schema.columns
			where table_schema in %s and column_name = 'start_value'""";

	private static final String ROW = """
			select %d as number, start_value, increment, minimum_value, maximum_value, cache_size, cycle_option
			from %s""";

	private static final int BITS = 64;

	private static final long DEFAULT_CACHE = 1000;

	private ReflectedSequences() {
	}

	static List<Sequence> read(ReflectedSchemas schemas, StandardTypes types, SqlSession session) {
		List<Row> names = schemas.query(NAMES, session);
		if (names.isEmpty()) {
			return List.of();
		}
		Map<TableName, String> typeNames = new HashMap<>();
		schemas.query(TYPES, session)
			.forEach((row) -> typeNames.put(schemas.name(row.string("schema"), row.string("name")),
					String.valueOf(row.string("type"))));
		List<String> queries = new ArrayList<>();
		for (Row row : names) {
			queries.add(ROW.formatted(queries.size(), quoted(row.string("schema")) + "." + quoted(row.string("name"))));
		}
		return session.query(SqlStatement.of(queries.stream().collect(Collectors.joining(" union all "))))
			.stream()
			.map((row) -> {
				Row name = names.get((int) row.number("number"));
				TableName sequence = schemas.name(name.string("schema"), name.string("name"));
				return sequence(row, sequence, typeNames.getOrDefault(sequence, "bigint"), types);
			})
			.toList();
	}

	private static Sequence sequence(Row row, TableName name, String type, StandardTypes types) {
		// an end of the type itself is left to the server
		long largest = row.number("maximum_value");
		long smallest = row.number("minimum_value");
		Counting counting = new Counting(row.number("start_value"), row.number("increment"),
				(smallest == Long.MIN_VALUE + 1) ? Long.MIN_VALUE : smallest,
				(largest == Long.MAX_VALUE - 1) ? Long.MAX_VALUE : largest, row.number("cache_size"),
				row.bool("cycle_option"));
		return new Sequence(name, (type.startsWith("bigint")) ? null : types.read(type, Map.of()),
				counting.options(BITS, DEFAULT_CACHE), null);
	}

	private static String quoted(@Nullable String name) {
		return "`" + String.valueOf(name).replace("`", "``") + "`";
	}

}
