package dev.migrator.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What is in a database, or is to be in it: everything in one or more of its schemas. The
 * parts are kept in the order of their names, so that two databases with the same parts
 * are equal.
 *
 * @param schemas the schemas by their names, without the default one, whose parts have
 * names without a schema
 * @param tables the tables
 * @param sequences the sequences that stand by themselves or were made for a column
 * @param enums the types of named values, each with a name
 * @param composites the types of several attributes
 * @param views the views and the materialized views
 * @param routines the functions and procedures
 * @param triggers the triggers
 */
public record Schema(List<String> schemas, List<Table> tables, List<Sequence> sequences, List<EnumType> enums,
		List<CompositeType> composites, List<View> views, List<Routine> routines, List<Trigger> triggers) {

	private static final Comparator<@Nullable TableName> BY_NAME = Comparator
		.nullsFirst(Comparator.comparing(TableName::schema, Comparator.nullsFirst(Comparator.naturalOrder()))
			.thenComparing(TableName::name));

	/** Nothing. */
	public static final Schema EMPTY = of(List.of());

	public Schema {
		schemas = sorted(schemas, Comparator.naturalOrder());
		tables = sorted(tables, Comparator.comparing(Table::name, BY_NAME));
		sequences = sorted(sequences, Comparator.comparing(Sequence::name, BY_NAME));
		enums = sorted(enums, Comparator.comparing(EnumType::name, BY_NAME));
		composites = sorted(composites, Comparator.comparing(CompositeType::name, BY_NAME));
		views = sorted(views, Comparator.comparing(View::name, BY_NAME));
		routines = sorted(routines, Comparator.comparing(Routine::name, BY_NAME).thenComparing(Routine::arguments));
		triggers = sorted(triggers, Comparator.comparing(Trigger::table, BY_NAME).thenComparing(Trigger::name));
	}

	private static <T> List<T> sorted(Collection<T> parts, Comparator<? super T> order) {
		return parts.stream().sorted(order).toList();
	}

	/**
	 * Create a schema that has tables only.
	 * @param tables the tables
	 * @return the schema
	 */
	public static Schema of(List<Table> tables) {
		return new Schema(List.of(), tables, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
	}

	/**
	 * Find a table.
	 * @param name its name
	 * @return the table, or nothing
	 */
	public Optional<Table> table(TableName name) {
		return this.tables.stream().filter((table) -> table.name().equals(name)).findFirst();
	}

	/**
	 * Return the tables by their names, for whoever looks for many.
	 * @return a new map in the order of the tables
	 */
	public Map<TableName, Table> tablesByName() {
		Map<TableName, Table> byName = new LinkedHashMap<>();
		this.tables.forEach((table) -> byName.put(table.name(), table));
		return byName;
	}

}
