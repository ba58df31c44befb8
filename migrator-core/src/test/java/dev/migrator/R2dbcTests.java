package dev.migrator;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.DatabaseStatus;
import dev.migrator.execution.HistoryEntry;
import dev.migrator.execution.MigrationFailedException;
import dev.migrator.execution.MigrationReport;
import dev.migrator.operation.Operations;
import dev.migrator.revision.Direction;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.session.R2dbcSession;
import dev.migrator.test.DatabaseContent;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import io.r2dbc.spi.ConnectionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.migrator.operation.Sql.table;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.blob;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.timestamp;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The same revisions over R2DBC as over JDBC.
 */
class R2dbcTests {

	@TempDir
	Path folder;

	private RevisionFolder revisions;

	@BeforeEach
	void writeRevisions() {
		this.revisions = new RevisionFolder(this.folder);
		this.revisions.write("aaa111", "", """
				create table team (id integer primary key, name varchar(40) not null);
				create table hero (id integer primary key, name varchar(40) default 'who?',
					team_id integer references team (id));
				create index ix_hero_name on hero (name);
				insert into team values (1, 'Z-Force; really?');""", "drop table hero;\ndrop table team;");
	}

	static Stream<Named<Database>> databases() {
		return Stream.of(Named.of("H2", Databases::h2), Named.of("PostgreSQL", Databases::postgresql),
				Named.of("MariaDB", Databases::mariadb), Named.of("MySQL", Databases::mysql));
	}

	private Migrator over(ConnectionFactory connections, Class<?>... migrations) {
		MigratorBuilder builder = Migrator.builder()
			.sessions(() -> R2dbcSession.open(connections, "r2dbc:test"))
			.locations("file:" + this.folder)
			.application("tests");
		return with(builder, migrations);
	}

	private Migrator over(DataSource database, Class<?>... migrations) {
		return with(this.revisions.builder(database), migrations);
	}

	private static Migrator with(MigratorBuilder builder, Class<?>... migrations) {
		List<Class<? extends Migration>> types = new ArrayList<>();
		for (Class<?> migration : migrations) {
			types.add(migration.asSubclass(Migration.class));
		}
		return builder.migrations(types).build();
	}

	@ParameterizedTest
	@MethodSource("databases")
	void theSameRevisionsLeadToTheSameDatabase(Database database) {
		DataSource jdbc = database.create();
		DataSource r2dbc = database.create();
		Migrator overJdbc = over(jdbc, AddPower.class);
		Migrator overR2dbc = over(Databases.r2dbc(r2dbc), AddPower.class);

		assertThat(overR2dbc.upgrade().current()).isEqualTo(overJdbc.upgrade().current()).containsExactly("bbb222");
		assertThat(content(r2dbc)).isEqualTo(content(jdbc)).isNotEmpty();
		assertThat(overR2dbc.status().status()).isEqualTo(DatabaseStatus.UP_TO_DATE);
		assertThat(overR2dbc.status().history()).extracting(HistoryEntry::revision).containsExactly("aaa111", "bbb222");

		overJdbc.downgrade("-1");
		overR2dbc.downgrade("-1");
		assertThat(content(r2dbc)).isEqualTo(content(jdbc));
		overR2dbc.downgrade("base");
		assertThat(over(r2dbc, AddPower.class).upgrade().current()).containsExactly("bbb222");
	}

	private static List<String> content(DataSource database) {
		return DatabaseContent.of(database);
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aFailureNamesLineAndStatementAndWhatTheDatabaseSays(Database database) {
		this.revisions.write("ccc333", "aaa111", "insert into team values (2, 'ok');\ninsert into nowhere values (1);",
				"delete from team;");
		DataSource jdbc = database.create();
		Migrator migrator = over(Databases.r2dbc(jdbc));
		assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(migrator::upgrade).satisfies((ex) -> {
			assertThat(ex.revision()).isEqualTo("ccc333");
			assertThat(ex.location()).endsWith("ccc333_test.sql:7");
			assertThat(ex.statement()).isEqualTo("insert into nowhere values (1)");
			assertThat(ex).message().containsIgnoringCase("nowhere");
			assertThat(ex).hasStackTraceContaining("io.r2dbc.");
		});
		assertThat(migrator.status().current()).containsExactly("aaa111");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void ofSeveralAtOnceEachRevisionIsAppliedOnce(Database database) throws Exception {
		DataSource jdbc = database.create();
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			Callable<MigrationReport> start = () -> over(Databases.r2dbc(jdbc), AddPower.class).upgrade();
			int applied = 0;
			for (Future<MigrationReport> report : threads.invokeAll(List.of(start, start, start, start))) {
				applied += report.get(60, TimeUnit.SECONDS).steps().size();
			}
			assertThat(applied).isEqualTo(2);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void whatPostgresqlRunsOutsideATransactionRuns() {
		DataSource database = Databases.postgresql();
		this.revisions.write("ccc333", "-- transactional: false\n", "aaa111",
				"create index concurrently ix_team_name on team (name);", "drop index concurrently ix_team_name;");
		Migrator migrator = over(Databases.r2dbc(database));
		assertThat(migrator.upgrade().current()).containsExactly("ccc333");
		assertThat(migrator.downgrade("-1").current()).containsExactly("aaa111");
	}

	@Test
	void aConnectionThatBreaksLeavesNothingAndFreesTheLock() {
		DataSource database = Databases.postgresql();
		this.revisions.write("ccc333", "aaa111",
				"insert into team values (2, 'lost');\nselect pg_terminate_backend(pg_backend_pid());",
				"delete from team;");
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> over(Databases.r2dbc(database)).upgrade());
		this.revisions.write("ccc333", "aaa111", "insert into team values (2, 'kept');", "delete from team;");
		assertThat(over(Databases.r2dbc(database)).upgrade().current()).containsExactly("ccc333");
		assertThat(JdbcClient.create(database).sql("select name from team where id = 2").query(String.class).single())
			.isEqualTo("kept");
	}

	@Test
	void aRehearsalChangesNothing() {
		DataSource database = Databases.postgresql();
		Migrator migrator = over(Databases.r2dbc(database), AddPower.class);
		assertThat(migrator.rehearse(Direction.UPGRADE, "head").revisions()).hasSize(2);
		assertThat(migrator.status().current()).isEmpty();
	}

	@Test
	void aMigrationThatNeedsJdbcIsRefusedByName() {
		Migrator migrator = over(Databases.r2dbc(Databases.h2()), NeedsJdbc.class);
		assertThatExceptionOfType(MigratorException.class).isThrownBy(migrator::upgrade)
			.withMessageContaining("ddd444")
			.withMessageContaining("op.jdbc()")
			.withMessageContaining("op.query(…)")
			.satisfies((ex) -> assertThat(ex.category()).isIn(ErrorCategory.UNSUPPORTED, ErrorCategory.DATABASE));
	}

	@Test
	void neitherSpringsJdbcNorADriverOfJdbcIsNeeded() throws Exception {
		String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.matches(".*[/\\\\](spring-jdbc|spring-tx|postgresql|HikariCP|h2|sqlite).*\\.jar")
					|| entry.contains("r2dbc"))
			.reduce((first, second) -> first + File.pathSeparator + second)
			.orElseThrow();
		DataSource database = Databases.postgresql();
		PGSimpleDataSource known = (PGSimpleDataSource) database;
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
				classPath, R2dbcMain.class.getName(), String.valueOf(known.getPortNumbers()[0]),
				String.valueOf(known.getDatabaseName()), this.folder.toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		assertThat(output).contains("at [aaa111]%n".formatted());
		assertThat(over(database).status().status()).isEqualTo(DatabaseStatus.UP_TO_DATE);
	}

	interface Database {

		DataSource create();

	}

	@Revision(id = "bbb222", downRevision = "aaa111", message = "Add power")
	static final class AddPower implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.addColumn("hero", "power", integer());
			op.createTable("event", (t) -> {
				t.column("id", bigint()).identity();
				t.column("at", timestamp());
				t.column("body", blob());
				t.column("text", varchar(200));
				t.primaryKey("id");
			});
			op.execute("insert into hero (id, name, team_id, power) values (?, ?, ?, ?)", 1, "It's \\ me", 1, null);
			op.bulkInsert("hero", List.of(Map.of("id", 2, "name", "Dive"), Map.of("id", 3, "name", "Ünïcode")));
			op.update(table("hero")).set("power", 7);
			int heroes = op.query("select id from hero where power = ?", 7).size();
			op.execute("insert into event (body, text) values (?, ?)", new byte[] { 1, 0, -1 }, heroes + " heroes");
		}

		@Override
		public void downgrade(Operations op) {
			op.dropTable("event");
			op.dropColumn("hero", "power");
		}

	}

	@Revision(id = "ddd444", downRevision = "aaa111", message = "Need JDBC")
	static final class NeedsJdbc implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.jdbc().sql("select 1").query().singleValue();
		}

		@Override
		public void downgrade(Operations op) {
			op.execute("select 1");
		}

	}

}
