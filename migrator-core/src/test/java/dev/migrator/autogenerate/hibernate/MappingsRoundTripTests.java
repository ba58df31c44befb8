package dev.migrator.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
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
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import dev.migrator.test.OperationRun;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Each kind of mapping: what is generated of it is done, Hibernate accepts what came of
 * it, nothing is generated a second time, and the way back leaves nothing.
 */
class MappingsRoundTripTests {

	/** What Hibernate's dialect of SQLite does not take, by what Hibernate says. */
	private static final Map<String, String> REFUSED_ON_SQLITE = Map.of("JSON of lists", Refusals.AGGREGATE,
			"arrays and JSON", Refusals.AGGREGATE, "a named enumeration",
			"no type mapping for org.hibernate.type.SqlTypes code: 6001 (NAMED_ENUM)");

	/** What SQLite does not have, by what a migration says. */
	private static final Map<String, String> UNSUPPORTED_ON_SQLITE = Map.of("a schema of its own",
			"SQLite has no schemas to create or to drop, such as 'shop'. Leave it out there, for example by op.dialect().");

	/**
	 * What Hibernate does not even accept where it created it, by what it says: on SQLite
	 * a key of eight bytes that counts is an integer, and of a view it does not see the
	 * columns; on PostgreSQL it does not know lists of structs by the name that they have
	 * there, and does not find a struct of another schema.
	 */
	private static final Map<String, Map<String, String>> NOT_VALIDATED = Map.of("sqlite",
			Map.of("generators", Refusals.COUNTING.formatted("counted"), "one to many",
					Refusals.COUNTING.formatted("author"), "a view", "", "a view of a table", ""),
			"postgresql",
			Map.of("lists of structs", "found [_step (Types#ARRAY)], but expecting [step array (Types#STRUCT_ARRAY)]",
					"a struct of a schema", "locateUserDefinedType(org.hibernate.boot.model.naming.Identifier)"),
			"h2", Map.of());

	static Stream<Arguments> mappings() {
		return Stream.of("h2", "postgresql", "sqlite").flatMap((database) -> {
			Map<String, List<Class<?>>> known = groups(database);
			if (database.equals("sqlite")) {
				known.keySet().removeAll(REFUSED_ON_SQLITE.keySet());
				known.keySet().removeAll(UNSUPPORTED_ON_SQLITE.keySet());
			}
			Map<String, List<Class<?>>> validated = new TreeMap<>(known);
			validated.keySet().removeAll(not(database).keySet());
			return Stream.concat(
					known.entrySet().stream().map((group) -> Arguments.of(database, group.getKey(), group.getValue())),
					Stream.of(Arguments.of(database, "all of them that Hibernate validates", all(validated)),
							Arguments.of(database, "all of them", all(known))));
		});
	}

	static Stream<Arguments> notValidated() {
		return NOT_VALIDATED.keySet()
			.stream()
			.flatMap((database) -> not(database).keySet()
				.stream()
				.map((name) -> Arguments.of(database, name, groups(database).get(name))));
	}

	private static Map<String, String> not(String database) {
		return NOT_VALIDATED.getOrDefault(database, Map.of());
	}

	private static Map<String, List<Class<?>>> groups(String database) {
		Map<String, List<Class<?>>> groups = MappingGroups.all();
		groups.put("a named enumeration", List.of(TypeMappings.Named.class));
		groups.put("comments", List.of(TableMappings.Commented.class));
		groups.put("a column that is unique twice", List.of(TableMappings.TwiceUnique.class));
		if (database.equals("postgresql")) {
			groups.putAll(StructMappings.GROUPS);
		}
		return groups;
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
			if (not(database).containsKey(name)) {
				assertRefused(database, name, () -> hibernate.validate(entities, dataSource));
			}
			else if (!name.equals("all of them")) {
				hibernate.validate(entities, dataSource);
			}
			assertThat(changes(session, target).upgrade()).as("a second time: %s", name).isEmpty();
			OperationRun.run(session, changes.downgrade());
			assertThat(contents(session, target)).as("after the way back: %s", name).isEqualTo(start);
		}
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("notValidated")
	void whatIsNotAcceptedIsNotWhereHibernateCreatedItEither(String database, String name, List<Class<?>> entities) {
		HibernateBoot hibernate = new HibernateBoot(database);
		DataSource dataSource = create(database);
		try (SqlSession session = JdbcSession.open(dataSource)) {
			hibernate.ddl(entities).forEach((sql) -> session.execute(SqlStatement.of(sql)));
			assertRefused(database, name, () -> hibernate.validate(entities, dataSource));
		}
	}

	private static void assertRefused(String database, String name, ThrowingCallable validation) {
		String message = String.valueOf(not(database).get(name));
		AbstractThrowableAssert<?, ?> refusal = assertThatThrownBy(validation);
		if (message.isEmpty()) {
			// It has no words for it.
			refusal.isInstanceOf(NoSuchElementException.class);
		}
		else {
			refusal.hasMessageContaining(message);
		}
	}

	@Test
	void whatHibernateDoesNotTakeOnSqliteIsItsOwnError() {
		HibernateBoot hibernate = new HibernateBoot("sqlite");
		Map<String, List<Class<?>>> groups = groups("sqlite");
		REFUSED_ON_SQLITE.forEach((name, message) -> {
			List<Class<?>> entities = Objects.requireNonNull(groups.get(name));
			assertThatThrownBy(() -> hibernate.ddl(entities)).as(name).hasMessageContaining(message);
			assertThatThrownBy(() -> hibernate.read(entities, null)).as(name).hasMessageContaining(message);
		});
	}

	@Test
	void whatSqliteDoesNotHaveIsRefusedInOneSentence() {
		Map<String, List<Class<?>>> groups = groups("sqlite");
		UNSUPPORTED_ON_SQLITE.forEach((name, message) -> {
			Schema target = new HibernateBoot("sqlite").read(Objects.requireNonNull(groups.get(name)), null);
			try (SqlSession session = JdbcSession.open(Databases.sqliteInMemory())) {
				Changes changes = changes(session, target);
				assertThatExceptionOfType(MigratorException.class).as(name)
					.isThrownBy(() -> OperationRun.run(session, changes.upgrade()))
					.withMessage(message)
					.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
			}
		});
	}

	@Test
	void aSchemaIsADatabaseThatIsAttachedOnSqlite() {
		Schema target = new HibernateBoot("sqlite").read(List.of(TableMappings.Item.class), null);
		try (SqlSession session = JdbcSession.open(Databases.sqliteInMemory())) {
			session.execute(SqlStatement.of("attach ':memory:' as shop"));
			List<String> start = contents(session, target);
			Changes changes = changes(session, target);
			OperationRun.run(session, changes.upgrade());
			assertThat(contents(session, target)).contains("table shop.item");
			assertThat(changes(session, target).upgrade()).isEmpty();
			OperationRun.run(session, changes.downgrade());
			assertThat(contents(session, target)).isEqualTo(start);
		}
	}

	@Test
	void whatHibernateKeepsForItselfOnSqliteStays() {
		HibernateBoot hibernate = new HibernateBoot("sqlite",
				Map.of("hibernate.query.mutation_strategy.persistent.create_tables", true));
		List<Class<?>> entities = List.of(RarerRelations.Product.class);
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

	/**
	 * What Hibernate says where it refuses.
	 */
	private static final class Refusals {

		private static final String AGGREGATE = "Dialect does not support aggregateComponentAssignmentExpression";

		private static final String COUNTING = "wrong column type encountered in column [id] in table [%s]; found [integer (Types#INTEGER)], but expecting [bigint (Types#BIGINT)]";

	}

}
