package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.Dialect;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Constraint.PrimaryKey;
import dev.migrator.schema.Constraint.Unique;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a schema another one, as people change theirs: tables, columns, constraints
 * and indexes come, change and go.
 */
final class RandomChanges {

	private final Dialect dialect;

	private final Random random;

	private int count;

	RandomChanges(Dialect dialect, long seed) {
		this.dialect = dialect;
		this.random = new Random(seed);
	}

	/**
	 * Change a schema.
	 * @param schema the schema as it is read from a database
	 * @param other another one, for what comes
	 * @return the changed schema
	 */
	Schema of(Schema schema, Schema other) {
		List<Table> tables = new ArrayList<>();
		schema.tables().stream().filter((table) -> !chance(5)).map(this::of).forEach(tables::add);
		other.tables().stream().filter((table) -> chance(2)).map((table) -> adopted(table)).forEach(tables::add);
		List<Sequence> sequences = new ArrayList<>();
		schema.sequences().stream().filter((sequence) -> !chance(4)).map(this::of).forEach(sequences::add);
		List<EnumType> enums = schema.enums().stream().map(this::of).toList();
		List<Table> typed = tables.stream().map((table) -> typed(table, enums)).toList();
		List<Table> sound = sound(typed);
		List<Table> linked = new ArrayList<>();
		sound.forEach((table) -> linked.add((chance(2)) ? linked(table, sound) : table));
		return new Schema(schema.schemas(), linked, sequences, enums, List.of(), List.of(), List.of(), List.of());
	}

	private boolean chance(int ofHowMany) {
		return this.random.nextInt(ofHowMany) == 0;
	}

	private <T> T oneOf(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	private String name(String start) {
		return start + "_new_" + (++this.count);
	}

	private Sequence of(Sequence sequence) {
		return (chance(2)) ? sequence
				: new Sequence(
						sequence.name(), sequence.type(), new SequenceOptions(null, (long) this.random.nextInt(1, 5),
								null, false, (chance(2)) ? (Long) 100000L : null, false, null, chance(2)),
						sequence.owner());
	}

	private EnumType of(EnumType type) {
		List<String> values = new ArrayList<>(type.values());
		if (chance(2)) {
			values.add(this.random.nextInt(values.size() + 1), "new value");
		}
		return new EnumType(type.name(), values);
	}

	private static Table typed(Table table, List<EnumType> enums) {
		List<Column> columns = table.columns()
			.stream()
			.map((column) -> enums.stream()
				.filter((type) -> column.type() instanceof EnumType own && own.name() != null
						&& Objects.equals(own.name(), type.name()))
				.findFirst()
				.map((type) -> with(column, type, column.nullable(), column.defaultValue()))
				.orElse(column))
			.toList();
		return new Table(table.name(), columns, table.constraints(), table.indexes(), table.comment(), table.options());
	}

	// A table from elsewhere, without what it names there.
	private Table adopted(Table table) {
		List<Column> columns = table.columns()
			.stream()
			.map((column) -> (column.type() instanceof EnumType type && type.name() != null)
					? new Column(column.name(), Types.integer()) : column)
			.toList();
		return new Table(new TableName(null, name("table")), columns,
				table.constraints()
					.stream()
					.filter((constraint) -> !(constraint instanceof ForeignKey))
					.map((constraint) -> constraint.withName(name("k")))
					.toList(),
				table.indexes().stream().map((index) -> index.withName(name("i"))).toList(), table.comment(),
				List.of());
	}

	private Table of(Table table) {
		if (chance(3)) {
			return table;
		}
		Set<String> fixed = new HashSet<>();
		table.constraints()
			.stream()
			.filter(PrimaryKey.class::isInstance)
			.forEach((key) -> fixed.addAll(((PrimaryKey) key).columns()));
		String sources = table.columns()
			.stream()
			.filter((column) -> column.computed() != null)
			.map((column) -> Objects.requireNonNull(column.computed()).expression())
			.collect(Collectors.joining());
		List<Column> columns = new ArrayList<>();
		for (Column column : table.columns()) {
			boolean used = fixed.contains(column.name()) || sources.contains(column.name());
			if (used || !chance(5)) {
				columns.add((used || column.computed() != null || chance(2)) ? commented(column) : of(column));
			}
		}
		if (chance(2)) {
			ColumnType type = type();
			columns
				.add(new Column(name("column"), type, chance(2), (chance(2)) ? defaultValue(type) : null, false, null));
		}
		List<Constraint> constraints = new ArrayList<>();
		for (Constraint constraint : table.constraints()) {
			if ((constraint instanceof PrimaryKey || !chance(4)) && isPossible(constraint, columns)) {
				constraints.add(of(constraint));
			}
		}
		List<Index> indexes = new ArrayList<>();
		table.indexes().stream().filter((index) -> !chance(4)).map(this::of).forEach(indexes::add);
		List<String> names = columns.stream().filter((column) -> isIndexed(column.type())).map(Column::name).toList();
		if (chance(2) && !names.isEmpty()) {
			indexes
				.add(new Index(name("index"), List.of(new IndexColumn(oneOf(names), false, chance(2))), false, null));
		}
		if (chance(3) && names.size() > 1) {
			constraints.add(new Unique(name("unique"), List.of(names.get(0), names.get(1))));
		}
		return new Table(table.name(), columns, constraints, indexes, comment(table.comment()), table.options());
	}

	// MariaDB and MySQL have no foreign key that would set to null what is never null.
	private boolean isPossible(Constraint constraint, List<Column> columns) {
		boolean setsNull = constraint instanceof ForeignKey key
				&& (key.onDelete() == ReferentialAction.SET_NULL || key.onUpdate() == ReferentialAction.SET_NULL);
		boolean refuses = this.dialect.name().equals("mariadb") || this.dialect.name().equals("mysql");
		return !setsNull || !refuses || columns.stream()
			.noneMatch((column) -> !column.nullable() && ((ForeignKey) constraint).columns().contains(column.name()));
	}

	private static boolean isIndexed(ColumnType type) {
		return type instanceof dev.migrator.schema.StandardType standard && switch (standard.kind()) {
			case SMALLINT, INTEGER, BIGINT, VARCHAR, DATE, UUID -> true;
			default -> false;
		};
	}

	private @Nullable String comment(@Nullable String before) {
		boolean none = this.dialect.name().equals("sqlite") || chance(2);
		return (none) ? before : (chance(3)) ? null : "new comment " + this.random.nextInt(9);
	}

	private Column commented(Column column) {
		return new Column(column.name(), column.type(), column.nullable(), column.defaultValue(), column.identity(),
				comment(column.comment()), column.computed(), column.onUpdate(), column.collation());
	}

	private Column of(Column column) {
		Column commented = commented(column);
		if (chance(2)) {
			return commented.withNullable(!column.nullable());
		}
		ColumnType type = (chance(2)) ? type() : column.type();
		return with(commented, type, (chance(2)) ? column.nullable() : chance(2),
				(type.equals(column.type()) && chance(2)) ? column.defaultValue() : defaultValue(type));
	}

	private static Column with(Column column, ColumnType type, boolean nullable, @Nullable ColumnDefault value) {
		return new Column(column.name(), type, nullable, value, null, column.comment(), null, null, null);
	}

	private ColumnType type() {
		return this.dialect.reflected(oneOf(List.of(Types.integer(), Types.bigint(), Types.smallint(),
				Types.varchar(30), Types.varchar(10), Types.text(), Types.date(), Types.timestamp(3), Types.bool(),
				Types.uuid(), Types.numeric(10, 2), Types.json(), Types.blob())));
	}

	private @Nullable ColumnDefault defaultValue(ColumnType type) {
		if (type.equals(this.dialect.reflected(Types.integer()))) {
			return new ColumnDefault.Value(this.random.nextInt(5));
		}
		return (type.equals(this.dialect.reflected(Types.varchar(30))))
				? new ColumnDefault.Value(oneOf(List.of("it's", "", "x"))) : null;
	}

	private Constraint of(Constraint constraint) {
		if (constraint instanceof ForeignKey key && chance(2)) {
			return new ForeignKey(key.name(), key.columns(), key.referencedTable(), key.referencedColumns(),
					(chance(2)) ? ReferentialAction.CASCADE : null, key.onUpdate());
		}
		return (chance(5)) ? constraint.withName(name("renamed")) : constraint;
	}

	private Index of(Index index) {
		if (chance(3)) {
			return index.withName(name("renamed"));
		}
		return (chance(3)) ? new Index(index.name(), index.columns(), false, index.where()) : index;
	}

	private Table linked(Table table, List<Table> all) {
		Table other = oneOf(all);
		boolean reachable = Objects.equals(table.name().schema(), other.name().schema());
		List<String> key = other.constraints()
			.stream()
			.filter(PrimaryKey.class::isInstance)
			.flatMap((constraint) -> ((PrimaryKey) constraint).columns().stream())
			.toList();
		if (!reachable || key.size() != 1) {
			return table;
		}
		ColumnType type = other.columns()
			.stream()
			.filter((column) -> column.name().equals(key.get(0)))
			.findFirst()
			.orElseThrow()
			.type();
		String column = name("link");
		return new Table(table.name(),
				Stream.concat(table.columns().stream(), Stream.of(new Column(column, type))).toList(),
				Stream
					.concat(table.constraints().stream(),
							Stream.of(new ForeignKey(name("fk"), List.of(column), other.name(), key, null, null)))
					.toList(),
				table.indexes(), table.comment(), table.options());
	}

	// What names a column or a table that went, or that is of another type, goes with it.
	private static List<Table> sound(List<Table> tables) {
		Set<TableName> names = tables.stream().map(Table::name).collect(Collectors.toSet());
		return tables.stream().map((table) -> {
			List<String> columns = table.columns().stream().map(Column::name).toList();
			return new Table(table.name(), table.columns(), table.constraints()
				.stream()
				.filter((constraint) -> columns.containsAll(columns(constraint))
						&& (!(constraint instanceof ForeignKey key)
								|| (names.contains(key.referencedTable()) && typesOf(table, key.columns())
									.equals(typesOf(table(tables, key.referencedTable()), key.referencedColumns())))))
				.filter((constraint) -> !(constraint instanceof Unique unique)
						|| typesOf(table, unique.columns()).stream().allMatch(RandomChanges::isIndexed))
				.filter((constraint) -> !(constraint instanceof Constraint.Check check) || columns.stream()
					.anyMatch((column) -> check.condition().contains(column)
							|| check.condition().contains(column.toUpperCase(java.util.Locale.ROOT))))
				.toList(),
					table.indexes()
						.stream()
						.filter((index) -> columns
							.containsAll(index.columns().stream().map(IndexColumn::text).toList()))
						.filter((index) -> index.columns()
							.stream()
							.allMatch((part) -> isIndexed(typesOf(table, List.of(part.text())).get(0))))
						.filter((index) -> index.where() == null)
						.toList(),
					table.comment(), table.options());
		}).toList();
	}

	private static Table table(List<Table> tables, TableName name) {
		return tables.stream().filter((table) -> table.name().equals(name)).findFirst().orElseThrow();
	}

	private static List<ColumnType> typesOf(Table table, List<String> columns) {
		return columns.stream()
			.flatMap((name) -> table.columns().stream().filter((column) -> column.name().equals(name)))
			.map(Column::type)
			.toList();
	}

	private static List<String> columns(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return key.columns();
		}
		if (constraint instanceof Unique key) {
			return key.columns();
		}
		return (constraint instanceof ForeignKey key) ? key.columns() : List.of();
	}

}
