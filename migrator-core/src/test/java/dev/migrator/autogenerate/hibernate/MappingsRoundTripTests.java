package dev.migrator.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.FixedTarget;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.scratch.DatabaseComparison;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.test.Databases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each kind of mapping: what is generated of it is done, Hibernate accepts what came of
 * it, nothing is generated a second time, and the way back leaves nothing.
 */
class MappingsRoundTripTests {

	static Stream<Arguments> mappings() {
		Map<String, List<Class<?>>> groups = new TreeMap<>(Mappings.GROUPS);
		groups.putAll(RarerMappings.GROUPS);
		groups.put("a named enumeration", List.of(Mappings.Named.class));
		groups.put("comments", List.of(Mappings.Commented.class));
		groups.put("a column that is unique twice", List.of(Mappings.TwiceUnique.class));
		return Stream.of("h2", "postgresql")
			.flatMap((database) -> Stream.concat(
					groups.entrySet().stream().map((group) -> Arguments.of(database, group.getKey(), group.getValue())),
					Stream.of(Arguments.of(database, "all of them", all(groups)))));
	}

	// Tables of one name are not in several groups.
	private static List<Class<?>> all(Map<String, List<Class<?>>> groups) {
		Set<Class<?>> all = new HashSet<>();
		return groups.values().stream().flatMap(List::stream).filter(all::add).toList();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("mappings")
	void whatIsGeneratedIsAccepted(String database, String name, List<Class<?>> entities) {
		HibernateBoot hibernate = new HibernateBoot(database);
		Schema target = hibernate.read(entities, null);
		DataSource dataSource = (database.equals("h2")) ? Databases.h2() : Databases.postgresql();
		try (SqlSession session = JdbcSession.open(dataSource)) {
			List<String> start = contents(session, target);
			Changes changes = changes(session, target);
			run(session, changes.upgrade());
			hibernate.validate(entities, dataSource);
			assertThat(changes(session, target).upgrade()).as("a second time: %s", name).isEmpty();
			run(session, changes.downgrade());
			assertThat(contents(session, target)).as("after the way back: %s", name).isEqualTo(start);
		}
	}

	private static SchemaFilter schemas(Schema target) {
		return (target.schemas().isEmpty()) ? SchemaFilter.DEFAULT : SchemaFilter.defaultAnd(target.schemas());
	}

	private static Changes changes(SqlSession session, Schema target) {
		ComparisonSettings settings = ComparisonSettings.DEFAULTS.withSchemas(schemas(target));
		return new DatabaseComparison(settings, RenameDecision.NEVER).compare(List.of(new FixedTarget(target)),
				Dialects.of(session.database()), session);
	}

	private static void run(SqlSession session, List<Operation> operations) {
		Dialect dialect = Dialects.of(session.database());
		operations.forEach((operation) -> dialect.render(operation).forEach(session::execute));
	}

	private static List<String> contents(SqlSession session, Schema target) {
		Schema schema = Dialects.of(session.database()).reflect(schemas(target), session);
		List<String> contents = new ArrayList<>();
		schema.tables().forEach((table) -> contents.add("table " + table.name()));
		schema.sequences().forEach((sequence) -> contents.add("sequence " + sequence.name()));
		schema.enums().forEach((type) -> contents.add("enum " + type.name()));
		schema.views().forEach((view) -> contents.add("view " + view.name()));
		return contents;
	}

}
