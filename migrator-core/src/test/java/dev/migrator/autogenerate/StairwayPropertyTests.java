package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import dev.migrator.autogenerate.scratch.DatabaseComparison;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.Table;
import dev.migrator.test.LiveDatabase;
import dev.migrator.test.RandomSchemas;
import dev.migrator.test.SkipWithoutMysql;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From any schema to any other: what was found is done, nothing is found any more, and
 * the way back leads to what there was.
 */
class StairwayPropertyTests {

	@Property(tries = 40)
	void upAndDownInH2(@ForAll long seed) {
		try (LiveDatabase database = new LiveDatabase("h2")) {
			check(database, seed);
		}
	}

	@Property(tries = 12)
	void upAndDownInPostgresql(@ForAll long seed) {
		try (LiveDatabase database = new LiveDatabase("postgresql")) {
			check(database, seed);
		}
	}

	@Property(tries = 12)
	void upAndDownInMariadb(@ForAll long seed) {
		try (LiveDatabase database = new LiveDatabase("mariadb")) {
			check(database, seed);
		}
	}

	@Property(tries = 12)
	@AddLifecycleHook(SkipWithoutMysql.class)
	void upAndDownInMysql(@ForAll long seed) {
		try (LiveDatabase database = new LiveDatabase("mysql")) {
			check(database, seed);
		}
	}

	private static void check(LiveDatabase database, long seed) {
		run(database, RandomSchemas.creation(named(new RandomSchemas(database.dialect(), seed).schema())));
		Schema first = reflect(database);
		Schema second = new RandomChanges(database.dialect(), seed).of(first,
				new RandomSchemas(database.dialect(), seed + 1).schema());
		assertThat(changes(database, first).upgrade()).as("what was read is wanted").isEmpty();
		Changes changes = changes(database, second);
		run(database, changes.upgrade());
		assertThat(changes(database, second).upgrade()).as("after %s", changes.upgrade()).isEmpty();
		run(database, changes.downgrade());
		assertThat(changes(database, first).upgrade())
			.as("after %s and back by %s", changes.upgrade(), changes.downgrade())
			.isEmpty();
	}

	// What has no name cannot be dropped by it.
	static Schema named(Schema schema) {
		List<Table> tables = new ArrayList<>();
		for (Table table : schema.tables()) {
			List<Constraint> constraints = IntStream.range(0, table.constraints().size())
				.mapToObj((i) -> named(table.constraints().get(i), "key_%d_%d".formatted(tables.size(), i)))
				.toList();
			tables.add(new Table(table.name(), table.columns(), constraints, table.indexes(), table.comment(),
					table.options()));
		}
		return new Schema(schema.schemas(), tables, schema.sequences(), schema.enums(), List.of(), List.of(), List.of(),
				List.of());
	}

	private static Constraint named(Constraint constraint, String name) {
		@Nullable String own = constraint.name();
		return constraint.withName(Objects.requireNonNullElse(own, name));
	}

	private static Schema reflect(LiveDatabase database) {
		return database.dialect().reflect(filter(database), database.session());
	}

	// A server of MariaDB or MySQL has the schemas of other tests, too.
	private static SchemaFilter filter(LiveDatabase database) {
		boolean shared = Set.of("mariadb", "mysql").contains(database.dialect().name());
		return (shared) ? SchemaFilter.DEFAULT : SchemaFilter.ALL;
	}

	private static Changes changes(LiveDatabase database, Schema target) {
		ComparisonSettings settings = ComparisonSettings.DEFAULTS.withSchemas(filter(database));
		return new DatabaseComparison(settings, RenameDecision.NEVER).compare(List.of(new FixedTarget(target)),
				database.dialect(), database.session());
	}

	private static void run(LiveDatabase database, List<Operation> operations) {
		for (Operation operation : operations) {
			database.run((op) -> op.apply(operation));
		}
	}

}
