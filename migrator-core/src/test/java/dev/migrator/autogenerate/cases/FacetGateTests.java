package dev.migrator.autogenerate.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.FixedTarget;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.scratch.DatabaseComparison;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.StatementGroup;
import dev.migrator.dialect.SuspendedForeignKeys;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.test.Databases;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * For each database and each of many facets, in an application's words rather than the
 * database's: it is created, and nothing differs; one facet is altered, and only that is
 * found; that is done, and nothing differs; it is undone, and all is as at the start.
 */
class FacetGateTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@TestFactory
	Stream<DynamicTest> inH2() {
		return tests("h2");
	}

	@TestFactory
	Stream<DynamicTest> inPostgresql() {
		return tests("postgresql");
	}

	@TestFactory
	Stream<DynamicTest> inSqlite() {
		return tests("sqlite");
	}

	private static Stream<DynamicTest> tests(String dialect) {
		return lines().filter((line) -> CaseSchema.strings(line, "on").contains(dialect))
			.map((line) -> DynamicTest.dynamicTest(line.get("name").asString(), () -> check(dialect, line)));
	}

	private static Stream<JsonNode> lines() {
		try (InputStream file = FacetGateTests.class.getResourceAsStream("/autogenerate/facets.jsonl")) {
			return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).lines()
				.map(JSON::readTree);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void check(String dialect, JsonNode line) {
		Schema before = CaseSchema.read(line.get("before"));
		Schema after = CaseSchema.read(line.get("after"));
		try (SqlSession session = open(dialect)) {
			run(session, changes(session, Schema.EMPTY, before).upgrade());
			List<String> start = lines(session);
			assertThat(changes(session, before, before).upgrade()).as("created").isEmpty();
			Changes changes = changes(session, before, after);
			assertThat(changes.upgrade()).extracting((operation) -> operation.getClass().getSimpleName())
				.as("%s", changes.upgrade())
				.containsExactlyElementsOf(CaseSchema.strings(line, "operations"));
			run(session, changes.upgrade());
			assertThat(changes(session, before, after).upgrade()).as("altered").isEmpty();
			run(session, changes.downgrade());
			assertThat(changes(session, after, before).upgrade()).as("back").isEmpty();
			assertThat(lines(session)).isEqualTo(start);
		}
	}

	private static SqlSession open(String dialect) {
		return JdbcSession.open(switch (dialect) {
			case "h2" -> Databases.h2();
			case "sqlite" -> Databases.sqliteInMemory();
			default -> Databases.postgresql();
		});
	}

	private static Changes changes(SqlSession session, Schema database, Schema target) {
		SchemaFilter schemas = (database.schemas().isEmpty()) ? SchemaFilter.DEFAULT
				: SchemaFilter.defaultAnd(database.schemas());
		return new DatabaseComparison(ComparisonSettings.DEFAULTS.withSchemas(schemas), RenameDecision.NEVER)
			.compare(List.of(new FixedTarget(target)), Dialects.of(session.database()), session);
	}

	// Where a column stands may change, and PostgreSQL prints a condition otherwise that
	// it
	// was given as it had printed it.
	private static List<String> lines(SqlSession session) {
		Dialect dialect = Dialects.of(session.database());
		return dialect.reflect((dialect.name().equals("sqlite")) ? SchemaFilter.DEFAULT : SchemaFilter.ALL, session)
			.tables()
			.stream()
			.flatMap((table) -> Stream.concat(table.columns().stream(),
					Stream.concat(table.constraints().stream(), table.indexes().stream())))
			.filter((part) -> !(part instanceof Constraint.Check))
			.map(Object::toString)
			.sorted()
			.toList();
	}

	// As the engine does: SQLite copies tables, and looks for that into the database.
	private static void run(SqlSession session, List<Operation> operations) {
		Dialect dialect = Dialects.of(session.database());
		if (!dialect.name().equals("sqlite")) {
			operations.forEach((operation) -> dialect.render(operation).forEach(session::execute));
			return;
		}
		SuspendedForeignKeys foreignKeys = dialect.suspendForeignKeys(session);
		try {
			session.begin();
			for (Operation operation : operations) {
				StatementGroup group = dialect.render(operation, session);
				group.statements().forEach(session::execute);
				group.afterwards().forEach(session::execute);
			}
			foreignKeys.check(session);
			session.commit();
		}
		finally {
			session.rollback();
			foreignKeys.resume(session);
		}
	}

}
