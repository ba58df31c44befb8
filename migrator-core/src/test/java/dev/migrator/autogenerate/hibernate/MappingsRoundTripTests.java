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
import dev.migrator.autogenerate.Remark;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.scratch.DatabaseComparison;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.test.Databases;
import dev.migrator.test.OperationRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each kind of mapping: what is generated of it is done, Hibernate accepts what came of
 * it, nothing is generated a second time, and the way back leaves nothing.
 */
class MappingsRoundTripTests {

	/** What Hibernate's dialect of SQLite does not take, or SQLite does not have. */
	private static final Set<String> NOT_IN_SQLITE = Set.of("JSON of lists", "a named enumeration",
			"a schema of its own", "arrays and JSON");

	/**
	 * What Hibernate does not even accept where it created it: a key of eight bytes that
	 * counts is an integer in SQLite, and of a view it does not see the columns' types.
	 */
	private static final Set<String> NOT_VALIDATED_IN_SQLITE = Set.of("a view", "a view of a table", "generators",
			"one to many", "all of them");

	static Stream<Arguments> mappings() {
		Map<String, List<Class<?>>> groups = new TreeMap<>(Mappings.GROUPS);
		groups.putAll(RarerMappings.GROUPS);
		groups.put("a named enumeration", List.of(Mappings.Named.class));
		groups.put("comments", List.of(Mappings.Commented.class));
		groups.put("a column that is unique twice", List.of(Mappings.TwiceUnique.class));
		Map<String, List<Class<?>>> ofSqlite = new TreeMap<>(groups);
		ofSqlite.keySet().removeAll(NOT_IN_SQLITE);
		Map<String, List<Class<?>>> ofPostgresql = new TreeMap<>(groups);
		ofPostgresql.putAll(StructMappings.GROUPS);
		return Stream.of("h2", "postgresql", "sqlite").flatMap((database) -> {
			Map<String, List<Class<?>>> known = switch (database) {
				case "sqlite" -> ofSqlite;
				case "postgresql" -> ofPostgresql;
				default -> groups;
			};
			return Stream.concat(
					known.entrySet().stream().map((group) -> Arguments.of(database, group.getKey(), group.getValue())),
					Stream.of(Arguments.of(database, "all of them", all(known))));
		});
	}

	// Tables of one name are not in several groups.
	private static List<Class<?>> all(Map<String, List<Class<?>>> groups) {
		Set<Class<?>> all = new HashSet<>();
		return groups.values().stream().flatMap(List::stream).filter(all::add).toList();
	}

	private static DataSource create(String database) {
		return switch (database) {
			case "h2" -> Databases.h2();
			case "sqlite" -> Databases.sqliteInMemory();
			default -> Databases.postgresql();
		};
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("mappings")
	void whatIsGeneratedIsAccepted(String database, String name, List<Class<?>> entities) {
		HibernateBoot hibernate = new HibernateBoot(database);
		Schema target = hibernate.read(entities, null);
		DataSource dataSource = create(database);
		try (SqlSession session = JdbcSession.open(dataSource)) {
			List<String> start = contents(session, target);
			Changes changes = changes(session, target);
			OperationRun.run(session, changes.upgrade());
			if (!database.equals("sqlite") || !NOT_VALIDATED_IN_SQLITE.contains(name)) {
				hibernate.validate(entities, dataSource);
			}
			assertThat(changes(session, target).upgrade()).as("a second time: %s", name).isEmpty();
			OperationRun.run(session, changes.downgrade());
			assertThat(contents(session, target)).as("after the way back: %s", name).isEqualTo(start);
		}
	}

	@Test
	void whatHibernateKeepsForItselfOnSqliteStays() {
		HibernateBoot hibernate = new HibernateBoot("sqlite",
				Map.of("hibernate.query.mutation_strategy.persistent.create_tables", true));
		List<Class<?>> entities = List.of(RarerMappings.Product.class);
		Schema target = hibernate.read(entities, null);
		DataSource dataSource = Databases.sqliteInMemory();
		try (SqlSession session = JdbcSession.open(dataSource)) {
			OperationRun.run(session, changes(session, target).upgrade());
			hibernate.validate(entities, dataSource);
			Changes changes = changes(session, target);
			assertThat(changes.upgrade()).isEmpty();
			assertThat(changes.remarks()).extracting(Remark::subject).containsExactly("HTE_product", "HT_product");
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

	private static List<String> contents(SqlSession session, Schema target) {
		Schema schema = Dialects.of(session.database()).reflect(schemas(target), session);
		List<String> contents = new ArrayList<>();
		schema.tables().forEach((table) -> contents.add("table " + table.name()));
		schema.sequences().forEach((sequence) -> contents.add("sequence " + sequence.name()));
		schema.enums().forEach((type) -> contents.add("enum " + type.name()));
		schema.composites().forEach((type) -> contents.add("composite type " + type.name()));
		schema.views().forEach((view) -> contents.add("view " + view.name()));
		return contents;
	}

}
