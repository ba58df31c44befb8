package dev.migrator;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.AheadPolicy;
import dev.migrator.execution.ChangedPolicy;
import dev.migrator.execution.DatabaseStatus;
import dev.migrator.execution.HistoryEntry;
import dev.migrator.execution.HistoryState;
import dev.migrator.execution.MigrationFailedException;
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
 * What a user of the façade sees, on each database.
 */
class MigratorTests {

	@TempDir
	Path folder;

	private RevisionFolder revisions;

	@BeforeEach
	void setUp() {
		this.revisions = new RevisionFolder(this.folder);
	}

	static Stream<Named<DataSource>> databases() {
		return Stream.concat(Databases.each("h2", "postgresql", "mariadb", "mysql", "sqlite"),
				Stream.of(Named.of("SQLite in memory", Databases.sqliteInMemory())));
	}

	private void heroes() {
		this.revisions.write("aaa111", "", "create table hero (id integer primary key, name varchar(40));",
				"drop table hero;");
		this.revisions.write("bbb222", "aaa111",
				"alter table hero add column age integer;\ninsert into hero values (1, 'Deadpond', 30);",
				"delete from hero;\nalter table hero drop column age;");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void anEmptyDatabaseIsUpgradedToTheHead(DataSource database) {
		heroes();
		Migrator migrator = this.revisions.migrator(database);
		assertThat(migrator.upgrade().current()).containsExactly("bbb222");
		assertThat(count(database, "hero")).isEqualTo(1);
		assertThat(migrator.status().status()).isEqualTo(DatabaseStatus.UP_TO_DATE);
		assertThat(migrator.status().history()).extracting(HistoryEntry::revision, HistoryEntry::state)
			.containsExactly(tuple("aaa111", HistoryState.DONE), tuple("bbb222", HistoryState.DONE));
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aSecondUpgradeDoesNothingAndNeedsThreeStatementsAndNoLock(DataSource database) {
		heroes();
		this.revisions.migrator(database).upgrade();
		Observed observed = new Observed(database);
		assertThat(this.revisions.migrator(observed.dataSource()).upgrade().steps()).isEmpty();
		assertThat(observed.statements()).hasSizeLessThanOrEqualTo(3).noneMatch((sql) -> sql.contains("lock"));
	}

	@ParameterizedTest
	@MethodSource("databases")
	void oneConnectionServesForAll(DataSource database) {
		heroes();
		Observed observed = new Observed(database);
		this.revisions.migrator(observed.dataSource()).upgrade();
		assertThat(observed.mostOpen()).isEqualTo(1);
	}

	@ParameterizedTest
	@MethodSource("databases")
	void relativeTargetsGoUpAndDown(DataSource database) {
		heroes();
		Migrator migrator = this.revisions.migrator(database);
		assertThat(migrator.upgrade("+1").current()).containsExactly("aaa111");
		assertThat(migrator.status().status()).isEqualTo(DatabaseStatus.PENDING);
		assertThat(migrator.upgrade("head").current()).containsExactly("bbb222");
		assertThat(migrator.downgrade("-1").current()).containsExactly("aaa111");
		assertThat(migrator.downgrade("base").current()).isEmpty();
		assertThat(migrator.status().history()).hasSize(4);
		assertThat(migrator.upgrade("bbb").current()).containsExactly("bbb222");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void twoHeadsAreRefusedByNameAndNothingRuns(DataSource database) {
		heroes();
		this.revisions.write("ccc333", "aaa111", "create table team (id integer);", "drop table team;");
		Migrator migrator = this.revisions.migrator(database);
		assertThatExceptionOfType(MigratorException.class).isThrownBy(migrator::upgrade)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.MULTIPLE_HEADS))
			.withMessageContaining("bbb222")
			.withMessageContaining("ccc333");
		assertThat(migrator.status().history()).isEmpty();
		assertThat(migrator.upgrade("heads").current()).containsExactly("bbb222", "ccc333");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aFailureNamesRevisionFileLineStatementAndTheDatabasesMessage(DataSource database) {
		heroes();
		this.revisions.write("ccc333", "bbb222", "create table team (id integer);\n\ninsert into nowhere values (1);",
				"drop table team;");
		Migrator migrator = this.revisions.migrator(database);
		assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(migrator::upgrade).satisfies((ex) -> {
			assertThat(ex.revision()).isEqualTo("ccc333");
			assertThat(ex.location()).endsWith("ccc333_test.sql:8");
			assertThat(ex.statement()).isEqualTo("insert into nowhere values (1)");
			assertThat(ex.getMessage()).contains("ccc333", "ccc333_test.sql:8", "insert into nowhere", "Test ccc333")
				.containsPattern("(?i)[\"'.]?nowhere[\"' )]");
		});
		assertThat(migrator.status().current()).containsExactly("bbb222");
	}

	@Test
	void aFailureLeavesPostgresqlAsItWas() {
		DataSource database = Databases.postgresql();
		this.revisions.write("aaa111", "", "create table hero (id integer);\nselect 1/0;", "drop table hero;");
		assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(this.revisions.migrator(database)::upgrade)
			.withMessageContaining("The database is as it was before this revision.");
		assertThat(JdbcClient.create(database)
			.sql("select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'")
			.query(Integer.class)
			.single()).isZero();
		this.revisions.write("aaa111", "", "create table hero (id integer);\nselect 1/1;", "drop table hero;");
		assertThat(this.revisions.migrator(database).upgrade().current()).containsExactly("aaa111");
	}

	@Test
	void allOrNothingHoldsForSeveralRevisionsInOneTransaction() {
		DataSource database = Databases.postgresql();
		heroes();
		this.revisions.write("ccc333", "bbb222", "select 1/0;", "");
		Migrator migrator = this.revisions.builder(database).transactionPerMigration(false).build();
		assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(migrator::upgrade);
		assertThat(migrator.status().current()).isEmpty();
		this.revisions.write("ccc333", "bbb222", "select 1/1;", "");
		migrator = this.revisions.builder(database).transactionPerMigration(false).build();
		assertThat(migrator.upgrade().current()).containsExactly("ccc333");
		assertThat(migrator.status().history()).hasSize(3);
	}

	@Test
	void whereDdlCommitsAMendedRevisionGoesOnBehindWhatIsDone() {
		DataSource database = Databases.h2();
		String done = "create table hero (id integer);\ninsert into hero values (1);\n";
		this.revisions.write("aaa111", "", done + "insert into nowhere values (1);", "drop table hero;");
		assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(this.revisions.migrator(database)::upgrade)
			.withMessageContaining("2 of its statements are done and committed; the next start goes on behind them.");
		assertThat(this.revisions.migrator(database).status().history()).singleElement().satisfies((entry) -> {
			assertThat(entry.state()).isEqualTo(HistoryState.FAILED);
			assertThat(entry.progress().done()).isEqualTo(2);
			assertThat(entry.error()).contains("NOWHERE");
		});
		this.revisions.write("aaa111", "", done + "insert into hero values (2);", "drop table hero;");
		assertThat(this.revisions.migrator(database).upgrade().current()).containsExactly("aaa111");
		assertThat(count(database, "hero")).isEqualTo(2);
		assertThat(this.revisions.migrator(database).status().history()).singleElement()
			.satisfies((entry) -> assertThat(entry.state()).isEqualTo(HistoryState.DONE));
	}

	@Test
	void anEditOfStatementsThatAreDoneIsRefused() {
		DataSource database = Databases.h2();
		this.revisions.write("aaa111", "", "create table hero (id integer);\ninsert into nowhere values (1);", "");
		assertThatExceptionOfType(MigrationFailedException.class)
			.isThrownBy(this.revisions.migrator(database)::upgrade);
		this.revisions.write("aaa111", "", "create table hero (id bigint);\ninsert into hero values (1);", "");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(this.revisions.migrator(database)::upgrade)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.CHANGED_REVISION))
			.withMessageContaining("create table hero (id bigint)");
	}

	@Test
	void anUnfinishedRevisionIsNotForgotten() {
		DataSource database = Databases.h2();
		this.revisions.write("aaa111", "", "create table hero (id integer);", "drop table hero;");
		this.revisions.write("bbb222", "aaa111", "create table team (id integer);\ninsert into nowhere values (1);",
				"");
		assertThatExceptionOfType(MigrationFailedException.class)
			.isThrownBy(this.revisions.migrator(database)::upgrade);
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> this.revisions.migrator(database).downgrade("base"))
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.IN_DOUBT))
			.withMessageContaining("bbb222");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void whatPostgresqlRefusesInATransactionRunsOutsideIt(DataSource database) {
		heroes();
		String product = this.revisions.migrator(database).status().database().product();
		String concurrently = (product.equals("PostgreSQL")) ? "concurrently " : "";
		this.revisions.write("ccc333", "bbb222",
				"insert into hero values (2, 'Rusty-Man', 48);\ncreate index " + concurrently
						+ "ix_hero_name on hero (name);\ninsert into hero values (3, 'Spider-Boy', 12);",
				"drop index ix_hero_name;\ndelete from hero where id > 1;");
		Migrator migrator = this.revisions.migrator(database);
		assertThat(migrator.upgrade().current()).containsExactly("ccc333");
		assertThat(count(database, "hero")).isEqualTo(3);
		assertThat(migrator.status().history()).hasSize(3).allMatch((entry) -> entry.state() == HistoryState.DONE);
	}

	@Test
	void anIndexThatFailedHalfWayIsBuiltAnew() {
		DataSource database = Databases.postgresql();
		this.revisions.write("aaa111", "", """
				create table hero (id integer);
				insert into hero values (1), (1);
				create unique index concurrently ux_hero on hero (id);
				""", "drop table hero;");
		assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(this.revisions.migrator(database)::upgrade)
			.withMessageContaining("2 of its statements are done and committed");
		JdbcClient client = JdbcClient.create(database);
		String valid = "select indisvalid from pg_index where indexrelid = 'ux_hero'::regclass";
		assertThat(client.sql(valid).query(Boolean.class).single()).isFalse();
		client.sql("delete from hero").update();
		assertThat(this.revisions.migrator(database).upgrade().current()).containsExactly("aaa111");
		assertThat(client.sql(valid).query(Boolean.class).single()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("databases")
	void anEditedRevisionIsReportedByPolicyButCommentsAndLineEndsDoNoHarm(DataSource database) {
		heroes();
		this.revisions.migrator(database).upgrade();
		this.revisions.write("aaa111", "",
				"-- our heroes\r\nCREATE TABLE hero\r\n (id integer primary key, name varchar(40));",
				"drop table hero;");
		Migrator failing = this.revisions.builder(database).onChanged(ChangedPolicy.FAIL).build();
		assertThat(failing.upgrade().steps()).isEmpty();
		this.revisions.write("aaa111", "", "create table hero (id integer primary key, name varchar(50));", "");
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(this.revisions.builder(database).onChanged(ChangedPolicy.FAIL).build()::upgrade)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.CHANGED_REVISION))
			.withMessageContaining("aaa111");
		assertThat(this.revisions.builder(database).onChanged(ChangedPolicy.WARN).build().upgrade().steps()).isEmpty();
		assertThat(this.revisions.builder(database).onChanged(ChangedPolicy.IGNORE).build().upgrade().steps())
			.isEmpty();
	}

	@ParameterizedTest
	@MethodSource("databases")
	void anOlderApplicationSeesThatTheDatabaseIsAhead(DataSource database, @TempDir Path older) {
		heroes();
		this.revisions.migrator(database).upgrade();
		RevisionFolder old = new RevisionFolder(older);
		old.write("aaa111", "", "create table hero (id integer primary key, name varchar(40));", "drop table hero;");
		Migrator migrator = old.migrator(database);
		assertThat(migrator.upgrade().steps()).isEmpty();
		assertThat(migrator.status().status()).isEqualTo(DatabaseStatus.AHEAD);
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(old.builder(database).onDatabaseAhead(AheadPolicy.FAIL).build()::upgrade)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.DATABASE_AHEAD));
		old.write("ddd444", "aaa111", "create table villain (id integer);", "");
		assertThat(old.migrator(database).status().status()).isEqualTo(DatabaseStatus.DIVERGED);
		assertThatExceptionOfType(MigratorException.class).isThrownBy(old.migrator(database)::upgrade)
			.withMessageContaining("bbb222")
			.withMessageContaining("ddd444");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aRevisionThatNothingTellsOfIsRefused(DataSource database) {
		heroes();
		this.revisions.migrator(database).upgrade();
		JdbcClient.create(database).sql("update migrator_version set version_num = 'fff999'").update();
		assertThatExceptionOfType(MigratorException.class).isThrownBy(this.revisions.migrator(database)::upgrade)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNKNOWN_REVISION))
			.withMessageContaining("fff999");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aDatabaseThatAlembicKeptIsTakenOver(DataSource database) {
		heroes();
		JdbcClient client = JdbcClient.create(database);
		client.sql("create table alembic_version (version_num varchar(32) not null primary key)").update();
		client.sql("insert into alembic_version values ('aaa111')").update();
		client.sql("create table hero (id integer primary key, name varchar(40))").update();
		Migrator migrator = this.revisions.builder(database).versionTable("alembic_version").build();
		assertThat(migrator.upgrade().current()).containsExactly("bbb222");
		assertThat(migrator.status().history()).singleElement()
			.satisfies((entry) -> assertThat(entry.revision()).isEqualTo("bbb222"));
	}

	@ParameterizedTest
	@MethodSource("databases")
	void noRevisionsAreAnErrorAboveAllWhereTheDatabaseHasSome(DataSource database, @TempDir Path empty) {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(new RevisionFolder(empty).migrator(database)::upgrade)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.NO_REVISIONS));
		heroes();
		this.revisions.migrator(database).upgrade();
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(new RevisionFolder(empty).migrator(database)::upgrade)
			.withMessageContaining("although the database is at bbb222");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aBrokenFileStopsAllBeforeAnythingRuns(DataSource database) {
		heroes();
		this.revisions.write("ccc333", "bbb222", "insert into hero (name) values ('open);", "");
		Migrator migrator = this.revisions.migrator(database);
		assertThatExceptionOfType(MigratorException.class).isThrownBy(migrator::upgrade)
			.withMessageContaining("ccc333_test.sql:6");
		assertThat(migrator.status().current()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aRevisionWithoutDowngradeSaysSo(DataSource database) {
		this.revisions.write("aaa111_x.sql", """
				-- revision: aaa111
				-- migrator:upgrade
				create table hero (id integer);
				""");
		Migrator migrator = this.revisions.migrator(database);
		migrator.upgrade();
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> migrator.downgrade("base"))
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.IRREVERSIBLE))
			.withMessageContaining("aaa111_x.sql");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void placeholdersStandForConfiguredValues(DataSource database) {
		this.revisions.write("aaa111", "", "create table ${prefix}hero (id integer);", "drop table ${prefix}hero;");
		Migrator migrator = this.revisions.builder(database).placeholders(Map.of("prefix", "my_")).build();
		migrator.upgrade();
		assertThat(count(database, "my_hero")).isZero();
	}

	@Test
	void pendingRevisionsFailTheCheck() {
		heroes();
		DataSource database = Databases.h2();
		Migrator migrator = this.revisions.migrator(database);
		assertThatExceptionOfType(MigratorException.class).isThrownBy(migrator::check)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.PENDING_REVISIONS))
			.withMessageContaining("aaa111, bbb222");
		migrator.upgrade();
		migrator.check();
	}

	@Test
	void aUserWhoMayNotCreateTablesGetsAClearSentence() {
		DataSource admin = Databases.postgresql();
		String role = "limited_" + System.nanoTime();
		JdbcClient.create(admin).sql("create role " + role + " login password 'x'").update();
		JdbcClient.create(admin).sql("revoke create on schema public from public").update();
		heroes();
		DataSource limited = Databases.as(admin, role, "x");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(this.revisions.migrator(limited)::upgrade)
			.withMessageContaining("The database user '%s' may not create tables".formatted(role))
			.withMessageContaining("migrator.username");
	}

	private static int count(DataSource database, String table) {
		return JdbcClient.create(database).sql("select count(*) from " + table).query(Integer.class).single();
	}

}
