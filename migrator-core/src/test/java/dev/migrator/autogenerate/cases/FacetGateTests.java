package dev.migrator.autogenerate.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.FixedTarget;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.scratch.DatabaseComparison;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.test.Databases;
import dev.migrator.test.OperationRun;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

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
		return tests("h2", Databases::h2InPassing);
	}

	@TestFactory
	Stream<DynamicTest> inMariadb() {
		return tests("mariadb", Databases.mariadb());
	}

	@TestFactory
	Stream<DynamicTest> inMysql() {
		return tests("mysql", Databases.mysql());
	}

	@TestFactory
	Stream<DynamicTest> inPostgresql() {
		DataSource database = Databases.postgresql();
		return tests("postgresql",
				() -> cleared(database, "drop schema if exists public, app cascade", "create schema public"));
	}

	@TestFactory
	Stream<DynamicTest> inSqlite() {
		return tests("sqlite", Databases::sqliteInMemory);
	}

	private static Stream<DynamicTest> tests(String dialect, DataSource database) {
		String name = JdbcClient.create(database).sql("select database()").query(String.class).single();
		String[] clearing = { "drop database " + name, "create database " + name + " character set utf8mb4",
				"drop database if exists app" };
		// what is in the way of other tests goes in the end
		return tests(dialect, () -> cleared(database, clearing)).onClose(() -> cleared(database, clearing));
	}

	private static Stream<DynamicTest> tests(String dialect, Supplier<DataSource> empty) {
		return lines().filter((line) -> CaseSchema.strings(line, "on").contains(dialect))
			.map((line) -> DynamicTest.dynamicTest(line.get("name").asString(), () -> check(empty.get(), line)));
	}

	// Quicker than a database for each; all over one connection, since none can be made
	// to
	// a database that is gone.
	private static DataSource cleared(DataSource database, String... statements) {
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
			return database;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
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

	private static void check(DataSource database, JsonNode line) {
		Schema before = CaseSchema.read(line.get("before"));
		Schema after = CaseSchema.read(line.get("after"));
		try (SqlSession session = JdbcSession.open(database)) {
			OperationRun.run(session, changes(session, Schema.EMPTY, before).upgrade());
			List<String> start = lines(session, before);
			assertThat(changes(session, before, before).upgrade()).as("created").isEmpty();
			Changes changes = changes(session, before, after);
			assertThat(changes.upgrade()).extracting((operation) -> operation.getClass().getSimpleName())
				.as("%s", changes.upgrade())
				.containsExactlyElementsOf(CaseSchema.strings(line, "operations"));
			OperationRun.run(session, changes.upgrade());
			assertThat(changes(session, before, after).upgrade()).as("altered").isEmpty();
			OperationRun.run(session, changes.downgrade());
			assertThat(changes(session, after, before).upgrade()).as("back").isEmpty();
			assertThat(lines(session, before)).isEqualTo(start);
		}
	}

	private static Changes changes(SqlSession session, Schema database, Schema target) {
		SchemaFilter schemas = SchemaFilter.defaultAnd(database.schemas());
		return new DatabaseComparison(ComparisonSettings.DEFAULTS.withSchemas(schemas), RenameDecision.NEVER)
			.compare(List.of(new FixedTarget(target)), Dialects.of(session.database()), session);
	}

	// Where a column stands may change, and PostgreSQL prints a condition otherwise that
	// it was given as it had printed it.
	private static List<String> lines(SqlSession session, Schema schema) {
		return Dialects.of(session.database())
			.reflect(SchemaFilter.defaultAnd(schema.schemas()), session)
			.tables()
			.stream()
			.flatMap((table) -> Stream.concat(table.columns().stream(),
					Stream.concat(table.constraints().stream(), table.indexes().stream())))
			.filter((part) -> !(part instanceof Constraint.Check))
			.map(Object::toString)
			.sorted()
			.toList();
	}

}
