package dev.migrator.autogenerate.aggregates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Index;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;

/**
 * Adds to what aggregates say what the database says beside it: an aggregate knows no
 * lengths, defaults, indexes, checks and unique constraints, so that those of its tables
 * stay.
 *
 * @param database what the database has
 */
record KnownTables(Schema database) {

	/**
	 * Complete what aggregates want.
	 * @param tables their tables
	 * @param sequences their sequences
	 * @return the schema
	 */
	Schema complete(List<AggregateTable> tables, List<Sequence> sequences) {
		List<Table> completed = tables.stream().map(this::complete).toList();
		List<Sequence> allSequences = new ArrayList<>(sequences);
		Set<TableName> named = new HashSet<>();
		sequences.forEach((sequence) -> named.add(sequence.name()));
		this.database.sequences()
			.stream()
			.filter((sequence) -> !named.contains(sequence.name()) && isUsed(sequence, completed))
			.forEach(allSequences::add);
		Set<EnumType> enums = new HashSet<>(this.database.enums());
		enums.retainAll(
				completed.stream().flatMap((table) -> table.columns().stream()).flatMap(KnownTables::enums).toList());
		return new Schema(List.of(), completed, allSequences, List.copyOf(enums),
				CompositeType.used(this.database.composites(), completed), List.of(), List.of(), List.of());
	}

	private Table complete(AggregateTable wanted) {
		Table known = this.database.table(wanted.name()).orElse(null);
		if (known == null) {
			return wanted.table();
		}
		Map<String, Column> there = new HashMap<>();
		known.columns().forEach((column) -> there.put(column.name(), column));
		List<Column> columns = new ArrayList<>();
		for (AggregateColumn column : wanted.columns()) {
			Column other = there.remove(column.column().name());
			columns.add((other != null) ? complete(column, other) : column.column());
		}
		// What is left goes, and what is made of it.
		Predicate<String> stays = (column) -> !there.containsKey(column);
		List<Constraint> constraints = new ArrayList<>(
				known.constraints().stream().filter((constraint) -> stays(constraint, stays)).toList());
		boolean keyed = constraints.stream().anyMatch(Constraint.PrimaryKey.class::isInstance);
		Set<String> old = new HashSet<>();
		known.columns().forEach((column) -> old.add(column.name()));
		for (Constraint constraint : wanted.constraints()) {
			boolean isNew = (constraint instanceof Constraint.ForeignKey key) ? !old.containsAll(key.columns())
					: !keyed;
			if (isNew) {
				constraints.add(constraint);
			}
		}
		List<Index> indexes = known.indexes()
			.stream()
			.filter((index) -> index.columns()
				.stream()
				.allMatch((column) -> (column.expression()) ? mentionsNone(column.text(), there.keySet())
						: stays.test(column.text())))
			.toList();
		return new Table(known.name(), columns, constraints, indexes, known.comment(), known.options());
	}

	private static Column complete(AggregateColumn wanted, Column there) {
		Column column = wanted.column();
		ColumnType type = (AggregateTypes.serves(column.type(), there.type())) ? there.type() : column.type();
		boolean nullable = (wanted.decided()) ? column.nullable() : there.nullable();
		// A number that is none any more does not count.
		boolean counts = type.equals(there.type()) || AggregateTypes.isCounted(type);
		return new Column(there.name(), type, nullable, (counts || !draws(there)) ? there.defaultValue() : null,
				(counts) ? there.identity() : null, there.comment(), there.computed(), there.onUpdate(),
				there.collation());
	}

	private static boolean draws(Column column) {
		return column.defaultValue() instanceof ColumnDefault.Expression expression
				&& expression.sql().toLowerCase(Locale.ROOT).contains("next");
	}

	private static boolean stays(Constraint constraint, Predicate<String> stays) {
		if (constraint instanceof Constraint.PrimaryKey key) {
			return key.columns().stream().allMatch(stays);
		}
		if (constraint instanceof Constraint.Unique key) {
			return key.columns().stream().allMatch(stays);
		}
		return !(constraint instanceof Constraint.ForeignKey key) || key.columns().stream().allMatch(stays);
	}

	private static boolean mentionsNone(String text, Set<String> columns) {
		return columns.stream().noneMatch(text::contains);
	}

	private static boolean isUsed(Sequence sequence, List<Table> tables) {
		Sequence.Owner owner = sequence.owner();
		return tables.stream()
			.anyMatch((table) -> table.columns()
				.stream()
				.anyMatch((column) -> (owner != null)
						? owner.table().equals(table.name()) && owner.column().equals(column.name()) && draws(column)
						: column.defaultValue() instanceof ColumnDefault.Expression expression
								&& expression.sql().contains(sequence.name().name())));
	}

	private static Stream<EnumType> enums(Column column) {
		ColumnType type = (column.type() instanceof ArrayType array) ? array.element() : column.type();
		return (type instanceof EnumType values) ? Stream.of(values) : Stream.empty();
	}

}
