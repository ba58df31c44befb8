package dev.migrator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.MigrationListener;
import dev.migrator.execution.PlannedStep;
import dev.migrator.execution.SentStatement;
import dev.migrator.operation.Operations;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Step;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.DatabaseContent;
import dev.migrator.test.Databases;
import dev.migrator.test.Observed;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What a run would do, and what is told while it does it.
 */
class PlanTests {

	@TempDir
	Path folder;

	private RevisionFolder revisions;

	@BeforeEach
	void setUp() {
		this.revisions = new RevisionFolder(this.folder);
		this.revisions.write("aaa111", "", "create table hero (id integer);", "drop table hero;");
		this.revisions.write("bbb222", "aaa111", "insert into hero values (1), (2);", "delete from hero;");
		this.revisions.write("ccc333", "aaa111", "create table team (id integer);", "drop table team;");
		this.revisions.write("ddd444", "bbb222, ccc333", "", "");
	}

	static Stream<Named<DataSource>> databases() {
		return Databases.each("h2", "postgresql", "mariadb", "mysql");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aPlanTellsTheRowsAfterEachStepAndChangesNothing(DataSource database) {
		Migrator migrator = this.revisions.migrator(database);
		assertThat(migrator.plan(Direction.UPGRADE, "head"))
			.extracting((step) -> step.revision().id(), (step) -> String.join(",", step.rows()))
			.startsWith(tuple("aaa111", "aaa111"))
			.endsWith(tuple("ddd444", "ddd444"))
			.contains(tuple("bbb222", "bbb222,ccc333"))
			.hasSize(4);
		assertThat(DatabaseContent.of(database)).isEmpty();
		migrator.upgrade();
		List<String> content = DatabaseContent.of(database);
		assertThat(migrator.plan(Direction.UPGRADE, "head")).isEmpty();
		List<PlannedStep> down = migrator.plan(Direction.DOWNGRADE, "base");
		assertThat(down).allMatch((step) -> step.direction() == Direction.DOWNGRADE).hasSize(4);
		assertThat(down.get(0).rows()).containsExactly("bbb222", "ccc333");
		assertThat(down.get(3).rows()).isEmpty();
		assertThat(migrator.plan(Direction.DOWNGRADE, "bbb222")).hasSize(1);
		assertThat(DatabaseContent.of(database)).isEqualTo(content);
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aPlanNeedsNoMoreStatementsThanALookAtTheDatabase(DataSource database) {
		this.revisions.migrator(database).upgrade("aaa111");
		Observed observed = new Observed(database);
		this.revisions.migrator(observed.dataSource()).plan(Direction.UPGRADE, "head");
		assertThat(observed.statements()).hasSizeLessThanOrEqualTo(3);
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aDowngradeGoesToOneRevision(DataSource database) {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> this.revisions.migrator(database).plan(Direction.DOWNGRADE, "bbb222", "ccc333"))
			.withMessageContaining("'bbb222 ccc333'")
			.extracting(MigratorException::category)
			.isEqualTo(ErrorCategory.AMBIGUOUS);
	}

	@ParameterizedTest
	@MethodSource("databases")
	void theTablesAloneAreCreatedOnce(DataSource database) {
		String league = "league_" + System.nanoTime();
		Migrator migrator = this.revisions.builder(database).schema(league).build();
		migrator.ensureVersion();
		List<String> content = DatabaseContent.of(database, league);
		assertThat(content).isNotEmpty();
		migrator.ensureVersion();
		assertThat(DatabaseContent.of(database, league)).isEqualTo(content);
		assertThat(migrator.status().current()).isEmpty();
		assertThat(migrator.upgrade().current()).containsExactly("ddd444");
	}

	@Test
	void aFailureToCreateTheTablesGivesThePooledConnectionBackWithoutTheLock() {
		DataSource admin = Databases.postgresql();
		String role = "reader_" + System.nanoTime();
		JdbcClient.create(admin).sql("create role " + role + " login password 'x'").update();
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setDataSource(Databases.as(admin, role, "x"));
			pool.setMaximumPoolSize(1);
			assertThatExceptionOfType(MigratorException.class).isThrownBy(this.revisions.migrator(pool)::ensureVersion)
				.withMessageContaining(role);
			assertThat(JdbcClient.create(pool).sql("select 1").query(Integer.class).single()).isOne();
			assertThat(this.revisions.builder(admin).lockTimeout(Duration.ZERO).build().upgrade().current())
				.containsExactly("ddd444");
		}
	}

	@ParameterizedTest
	@MethodSource("databases")
	void listenersAreToldOfEachStatementButNotOfWhatMigratorDoesForItself(DataSource database) {
		List<String> told = new ArrayList<>();
		this.revisions.builder(database).migrations(List.of(Asking.class)).listener(new MigrationListener() {

			@Override
			public void beforeStatement(Step step, SentStatement statement) {
				told.add("%s %d %s".formatted(step.revision().id(), statement.number(),
						statement.statements().stream().map(SqlStatement::sql).distinct().toList()));
			}

			@Override
			public void afterStatement(Step step, SentStatement statement, long rows, Duration duration) {
				told.add("%d rows".formatted(rows));
				assertThat(duration).isPositive();
			}

		}).build().upgrade("bbb222", "eee555");
		assertThat(told).containsExactly("aaa111 1 [create table hero (id integer)]", "0 rows",
				"bbb222 1 [insert into hero values (1), (2)]", "2 rows", "eee555 1 [select id from hero]", "2 rows",
				"eee555 2 [delete from hero where id = 1]", "1 rows");
	}

	@Revision(id = "eee555", downRevision = "bbb222")
	static class Asking implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.query("select id from hero");
			op.execute("delete from hero where id = 1");
		}

	}

}
