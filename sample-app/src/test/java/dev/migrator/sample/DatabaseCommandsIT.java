package dev.migrator.sample;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.migrator.Migrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * The commands that look at a database or change it, each a process of the packed
 * application.
 */
class DatabaseCommandsIT {

	private static final String UNFINISHED = "bbbbbbbbbbb1";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource
	void fromTheBaseToTheHead(Product product) {
		SampleDatabase database = product.create(this.directory);
		CommandProcess.Setting application = new CommandProcess.Setting(this.directory, database);

		application.run("upgrade", "+2", "--plan")
			.printed("upgrade    d569a505f7e7 Add hero table", "upgrade    a79c37ef8ccc Add power level to hero");
		assertThat(database.strings(SampleDatabase.TABLES)).isEmpty();
		application.run("ensure-version").printed("The database is at <base>.");
		assertThat(database.strings(SampleDatabase.TABLES)).contains("migrator_version", "migrator_history")
			.doesNotContain("hero");
		application.run("upgrade", "+2")
			.printed("Applied d569a505f7e7 Add hero table (N ms)",
					"Applied a79c37ef8ccc Add power level to hero (N ms)", "The database is at a79c37ef8ccc.");
		application.run("current").printed("a79c37ef8ccc  Add power level to hero");
		application.run("check")
			.failed("4 revisions are pending: 92e418d99232 Add index on hero name, 14d93260d354 ",
					"Run 'migrator upgrade'.");

		database.jdbc().sql("insert into hero (name, secret_name) values ('Deadpond', 'Dive Wilson')").update();
		application.run("upgrade", "--json")
			.printed("{\"command\":\"upgrade\",\"revisions\":[\"92e418d99232\",\"14d93260d354\",\"34d06fd61ba8\","
					+ "\"019999a2bbda\"],\"current\":[\"019999a2bbda\"]}");
		assertThat(database.strings("select hero_name from hero where power_level = 0")).containsExactly("Deadpond");
		application.run("check")
			.printed("The database has all revisions up to head.", "No new upgrade operations detected.");
	}

	@ParameterizedTest
	@EnumSource
	void downAgainAndStamped(Product product) {
		SampleDatabase database = Databases.migrated(product.create(this.directory));
		CommandProcess.Setting application = new CommandProcess.Setting(this.directory, database);

		application.run("downgrade", "-1")
			.printed("Reverted 019999a2bbda Set missing power levels to 0 (N ms)", "The database is at 34d06fd61ba8.");
		application.run("stamp", "base").printed("The database is at <base>.");
		assertThat(database.versions()).isEmpty();
		assertThat(database.strings(SampleDatabase.TABLES)).contains("hero", "team");
		application.run("stamp", "34d0", "--json")
			.printed("{\"command\":\"stamp\",\"revisions\":[],\"current\":[\"34d06fd61ba8\"]}");

		database.jdbc().sql("update migrator_version set version_num = 'ffffffffffff'").update();
		application.run("current").failed("ffffffffffff, which no file has", "'migrator stamp --purge <revision>'");
		application.run("stamp", "head", "--purge").printed("The database is at 019999a2bbda.");
		application.run("downgrade", "base", "--json", "-v")
			.printed("{\"command\":\"downgrade\",\"revisions\":[\"019999a2bbda\",\"34d06fd61ba8\",\"14d93260d354\","
					+ "\"92e418d99232\",\"a79c37ef8ccc\",\"d569a505f7e7\"],\"current\":[]}");
		assertThat(database.strings(SampleDatabase.TABLES)).doesNotContain("hero", "team");
	}

	@ParameterizedTest
	@EnumSource
	void aScriptDoesWhatTheRunDoes(Product product) {
		SampleDatabase online = Databases.migrated(product.create(this.directory.resolve("online")));
		SampleDatabase offline = product.create(this.directory.resolve("offline"));
		CommandProcess.Setting application = new CommandProcess.Setting(this.directory, offline);

		CommandProcess upgrade = application.run("upgrade", "--sql");
		assertThat(upgrade.err()).isEmpty();
		assertThat(upgrade.status()).isZero();
		assertThat(offline.strings(SampleDatabase.TABLES)).isEmpty();
		offline.runScript(upgrade.out());
		assertThat(offline.state()).isEqualTo(online.state()).contains("version " + Databases.HEAD);

		offline.runScript(application.run("downgrade", "head:base", "--sql").out());
		Migrator.builder().dataSource(online.dataSource()).build().downgrade("base");
		assertThat(offline.state()).isEqualTo(online.state()).doesNotContain("version " + Databases.HEAD);
	}

	@ParameterizedTest
	@EnumSource
	void aRevisionInDoubtIsSetRight(Product product) {
		SampleDatabase database = Databases.migrated(product.create(this.directory));
		RevisionFolder revisions = RevisionFolder.create(this.directory);
		Migrator migrator = fail(database, revisions);
		database.jdbc()
			.sql("update migrator_history set state = 'started', statement_in_flight = 2 where revision = ?")
			.param(UNFINISHED)
			.update();
		CommandProcess.Setting application = new CommandProcess.Setting(this.directory, database, revisions.argument());

		application.run("resolve", UNFINISHED, "--applied")
			.printed("Revision bbbbbbbbbbb1 is set right; upgrade to go on.");
		assertThat(migrator.upgrade().current()).as("The second statement counts as done").containsExactly(UNFINISHED);
		CommandProcess again = application.run("resolve", UNFINISHED, "--restart", "--json");
		assertThat(again.out()).isEqualTo("{\"error\":\"not-found\",\"message\":"
				+ "\"Revision bbbbbbbbbbb1 is not one that began and did not end.\"}" + System.lineSeparator());
		assertThat(again.status()).isOne();
		assertThat(again.err()).isEmpty();
	}

	private static Migrator fail(SampleDatabase database, RevisionFolder revisions) {
		revisions.write(UNFINISHED, Databases.HEAD, "Add quest", "-- transactional: false", """
				-- migrator:upgrade
				create table quest (id integer primary key);
				insert into nowhere (id) values (1);
				""");
		Migrator migrator = Migrator.builder()
			.dataSource(database.dataSource())
			.locations("classpath:db/migrations", "file:" + revisions.directory())
			.build();
		assertThatException().isThrownBy(migrator::upgrade).withMessageContaining(UNFINISHED);
		return migrator;
	}

	@Test
	void aRehearsalOnPostgresqlLeavesNoTrace() {
		SampleDatabase database = Product.POSTGRESQL.create(this.directory);
		Migrator.builder().dataSource(database.dataSource()).build().upgrade("+2");
		database.jdbc().sql("insert into hero (name, secret_name) values ('Deadpond', 'Dive Wilson')").update();
		List<String> before = PostgresqlCatalog.of(database);
		CommandProcess.Setting application = new CommandProcess.Setting(this.directory, database);

		CommandProcess rehearsal = application.run("upgrade", "--dry-run");
		assertThat(rehearsal.err()).isEmpty();
		assertThat(rehearsal.status()).isZero();
		assertThat(rehearsal.lines())
			.startsWith("Upgrade 92e418d99232 Add index on hero name (N ms)",
					"    create index ix_hero_name on hero (name);")
			.contains("    update hero set power_level = 0 where power_level is null;")
			.endsWith("4 revisions rehearsed in N ms; all of it is undone.");
		assertThat(rehearsal.out()).containsPattern("-- \\d+\\.\\d ms; locks: .* on ix_hero_name");
		assertThat(PostgresqlCatalog.of(database)).isEqualTo(before);
		new CommandProcess.Setting(this.directory, Product.H2.create(this.directory)).run("upgrade", "--dry-run")
			.failed("Nothing can be rehearsed on h2");
	}

	@Test
	void whatCannotBeDoneIsOneSentence() {
		SampleDatabase database = Databases.migrated(Product.H2.create(this.directory));
		CommandProcess.Setting application = new CommandProcess.Setting(this.directory, database);
		application.run("upgrade", "nosuch")
			.failed("There is no revision or branch label 'nosuch'", "The heads are: 019999a2bbda");
		application.run("downgrade", "-7").failed("'-7' goes past the end of the graph");
		application.run("current", "--migrator.url=jdbc:postgresql://localhost:1/heroes")
			.failed("There is no connection to the database", "localhost:1");
		application.run("current", "--migrator.on-startup=sometimes")
			.failed("'migrator.on-startup'", "\"sometimes\"", "The following values are valid: CHECK NONE UPGRADE");
		new CommandProcess.Setting(this.directory,
				new SampleDatabase(database.dataSource(), List.of("--spring.profiles.active=postgres"), Map.of()))
			.run("current")
			.failed("'DATABASE_URL'");
		assertThat(database.versions()).containsExactly(Databases.HEAD);
	}

	enum Product {

		H2, POSTGRESQL;

		SampleDatabase create(Path directory) {
			return (this == H2) ? Databases.h2(directory) : Databases.postgresql();
		}

	}

}
