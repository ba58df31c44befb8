package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.migrator.autogenerate.compare.CompositeOrder;
import dev.migrator.autogenerate.scratch.DatabaseComparison;
import dev.migrator.dialect.Dialect;
import dev.migrator.operation.CreateCompositeType;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import dev.migrator.test.LiveDatabase;
import dev.migrator.test.OperationRun;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From random composite types, which are in each other and in columns with rows, to
 * others and back: what is generated runs, leads to what was wanted, and leads back; and
 * the values that nobody dropped are still there.
 */
class CompositeStairwayTests {

	private static final List<ColumnType> PLAIN = List.of(Types.integer(), Types.bigint(), Types.text(),
			Types.varchar(20), Types.numeric(12, 2));

	@Property(tries = 20)
	void thereAndBack(@ForAll long seed, @ForAll boolean renames) {
		Random random = new Random(seed);
		RenameDecision decision = (candidate) -> renames;
		try (LiveDatabase database = new LiveDatabase("postgresql")) {
			Dialect dialect = database.dialect();
			Schema before = schema(types(random), random);
			Schema after = changed(before, random);
			List<Operation> creation = new ArrayList<>();
			CompositeOrder.of(before.composites()).forEach((type) -> creation.add(new CreateCompositeType(type)));
			before.tables().forEach((table) -> creation.add(new CreateTable(table, false)));
			OperationRun.run(database.session(), creation);
			String row = String.join(", ",
					before.tables().get(0).columns().stream().map((column) -> value(column.type(), before)).toList());
			database.execute("insert into hero values (" + row + ")", "insert into hero default values");
			List<String> rows = rows(database);
			Schema start = dialect.reflect(SchemaFilter.DEFAULT, database.session());
			Changes changes = changes(database, after, decision);
			OperationRun.run(database.session(), changes.upgrade());
			if (!waits(changes, before, after)) {
				assertThat(changes(database, after, decision).upgrade()).as("a second time").isEmpty();
			}
			OperationRun.run(database.session(), changes.downgrade());
			assertThat(dialect.reflect(SchemaFilter.DEFAULT, database.session())).isEqualTo(start);
			if (changes.remarks().stream().noneMatch((remark) -> remark.kind() == Remark.Kind.DATA_LOSS)) {
				assertThat(rows(database)).isEqualTo(rows);
			}
		}
	}

	// What lists are in the way of is done a second time, when their column is gone.
	private static boolean waits(Changes changes, Schema before, Schema after) {
		boolean byHand = changes.remarks().stream().anyMatch((remark) -> remark.kind() == Remark.Kind.BY_HAND);
		List<Column> left = after.tables().get(0).columns();
		return byHand && !left.containsAll(before.tables().get(0).columns());
	}

	private static Changes changes(LiveDatabase database, Schema target, RenameDecision decision) {
		return new DatabaseComparison(ComparisonSettings.DEFAULTS, decision).compare(List.of(new FixedTarget(target)),
				database.dialect(), database.session());
	}

	private static List<String> rows(LiveDatabase database) {
		return database.values("select h::text as \"value\" from hero h order by 1");
	}

	private static Schema schema(List<CompositeType> types, Random random) {
		List<Column> columns = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			CompositeType type = types.get(random.nextInt(types.size()));
			columns.add(new Column("c" + i, type(type, random)));
		}
		return with(types, columns);
	}

	private static Schema with(List<CompositeType> types, List<Column> columns) {
		Table table = new Table(TableName.of("hero"), columns, List.of(), List.of(), null);
		return new Schema(List.of(), List.of(table), List.of(), List.of(), types, List.of(), List.of(), List.of());
	}

	// Lists of it stand where lists are taken over by their text.
	private static ColumnType type(CompositeType type, Random random) {
		return (random.nextInt(8) == 0) ? Types.array(new NamedType(type.name())) : new NamedType(type.name());
	}

	private static List<CompositeType> types(Random random) {
		List<CompositeType> types = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			// Their names are in no order.
			types.add(new CompositeType(TableName.of("t" + (7 - 3 * i + 10) % 10), attributes(3, types, random)));
		}
		return types;
	}

	private static List<Attribute> attributes(int number, List<CompositeType> parts, Random random) {
		List<Attribute> attributes = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			ColumnType type = (!parts.isEmpty() && random.nextBoolean())
					? type(parts.get(random.nextInt(parts.size())), random) : PLAIN.get(random.nextInt(PLAIN.size()));
			attributes.add(new Attribute(((i == 1) ? "A \"name\" " : "a") + random.nextInt(100_000) + i, type));
		}
		return attributes;
	}

	private static Schema changed(Schema before, Random random) {
		List<CompositeType> types = new ArrayList<>();
		for (CompositeType type : CompositeOrder.of(before.composites())) {
			List<Attribute> attributes = new ArrayList<>(type.attributes());
			switch (random.nextInt(8)) {
				case 0 -> attributes.add(random.nextInt(attributes.size() + 1), attributes(1, types, random).get(0));
				case 1 -> attributes.addAll(attributes(2, types, random));
				case 2 -> Collections.shuffle(attributes, random);
				case 3 -> attributes.remove(random.nextInt(attributes.size()));
				case 4 -> attributes.replaceAll((attribute) -> (PLAIN.subList(0, 2).contains(attribute.type()))
						? new Attribute(attribute.name(), Types.numeric(20, 0)) : attribute);
				case 5 -> attributes.replaceAll((attribute) -> (random.nextBoolean())
						? new Attribute(attribute.name() + "x", attribute.type()) : attribute);
				default -> {
				}
			}
			types.add(new CompositeType(type.name(), attributes));
		}
		List<Column> columns = new ArrayList<>(before.tables().get(0).columns());
		if (random.nextInt(3) == 0) {
			columns.remove(columns.size() - 1);
			types.removeIf((type) -> !isUsed(type, types, columns));
		}
		if (random.nextBoolean()) {
			CompositeType added = new CompositeType(TableName.of("added"), attributes(2, types, random));
			types.add(added);
			columns.add(new Column("c9", new NamedType(added.name())));
		}
		return with(types, columns);
	}

	private static boolean isUsed(CompositeType type, List<CompositeType> types, List<Column> columns) {
		Stream<ColumnType> uses = Stream.concat(columns.stream().map(Column::type),
				types.stream().flatMap((other) -> other.attributes().stream()).map(Attribute::type));
		NamedType name = new NamedType(type.name());
		return uses.anyMatch((use) -> use.equals(name) || use.equals(Types.array(name)));
	}

	private static String value(ColumnType type, Schema schema) {
		if (type.equals(Types.text()) || type.equals(Types.varchar(20))) {
			return "'It''s (a, \"b\")'";
		}
		if (PLAIN.contains(type)) {
			return "12";
		}
		for (CompositeType composite : schema.composites()) {
			NamedType name = new NamedType(composite.name());
			if (type.equals(name)) {
				return "row(%s)::%s".formatted(
						String.join(", ",
								composite.attributes().stream().map((part) -> value(part.type(), schema)).toList()),
						composite.name());
			}
			if (type.equals(Types.array(name))) {
				return "array[%s, null]".formatted(value(name, schema));
			}
		}
		throw new IllegalArgumentException("No value of " + type);
	}

}
