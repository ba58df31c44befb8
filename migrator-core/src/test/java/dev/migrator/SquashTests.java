package dev.migrator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.execution.DatabaseStatus;
import dev.migrator.execution.HistoryEntry;
import dev.migrator.execution.MigrationStatus;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Databases go on without harm when a revision replaces others.
 */
class SquashTests {

	@TempDir
	private Path directory;

	private RevisionFolder folder;

	private Path last;

	@BeforeEach
	void writeRevisions() {
		this.folder = new RevisionFolder(this.directory);
		this.folder.write("aaa1", "", "create table hero (id integer);", "drop table hero;");
		this.folder.write("bbb2", "aaa1", "alter table hero add column name varchar(10);",
				"alter table hero drop column name;");
		this.folder.write("ccc3", "bbb2", "create table team (id integer);", "drop table team;");
		this.last = this.folder.write("ddd4", "ccc3", "create table city (id integer);", "drop table city;");
	}

	private void squash() throws Exception {
		Files.writeString(this.directory.resolve("sss9_all.sql"), """
				-- revision: sss9
				-- message: All
				-- replaces: aaa1, bbb2, ccc3

				-- migrator:upgrade
				create table hero (id integer, name varchar(10));
				create table team (id integer);
				-- migrator:downgrade
				drop table team;
				drop table hero;
				""");
	}

	private Migrator migrator(DataSource database) {
		return Migrator.builder().dataSource(database).locations("file:" + this.directory).build();
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql" })
	void aNewDatabaseRunsTheReplacement(String kind) throws Exception {
		squash();
		DataSource database = database(kind);
		migrator(database).upgrade();
		MigrationStatus status = migrator(database).status();
		assertThat(status.current()).containsExactly("ddd4");
		assertThat(revisions(status)).containsExactly("sss9", "ddd4");
		assertThat(tables(database)).containsExactlyInAnyOrder("hero", "team", "city");
		migrator(database).downgrade("base");
		assertThat(tables(database)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql" })
	void aDatabaseWithinTheRangeGoesOnWithTheReplacedRevisions(String kind) throws Exception {
		DataSource database = database(kind);
		migrator(database).upgrade("bbb2");
		squash();
		assertThat(migrator(database).status().pending()).extracting("id").containsExactly("ccc3", "ddd4");
		migrator(database).upgrade();
		assertThat(revisions(migrator(database).status())).containsExactly("aaa1", "bbb2", "ccc3", "ddd4");
		assertThat(migrator(database).status().status()).isEqualTo(DatabaseStatus.UP_TO_DATE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql" })
	void aDatabaseAtTheEndOfTheRangeTakesTheNameOfTheReplacement(String kind) throws Exception {
		DataSource database = database(kind);
		migrator(database).upgrade("ccc3");
		squash();
		assertThat(migrator(database).status().current()).containsExactly("sss9");
		migrator(database).upgrade();
		assertThat(revisions(migrator(database).status())).containsExactly("aaa1", "bbb2", "ccc3", "sss9", "ddd4");
		migrator(database).downgrade("base");
		assertThat(tables(database)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql" })
	void anOlderApplicationSeesADatabaseThatTookTheNameAsAhead(String kind) throws Exception {
		DataSource database = database(kind);
		migrator(database).upgrade("ccc3");
		squash();
		migrator(database).stamp(List.of("current"), false);
		assertThat(migrator(database).status().current()).containsExactly("sss9");
		Files.delete(this.directory.resolve("sss9_all.sql"));
		Files.delete(this.last);
		assertThat(migrator(database).status().status()).isEqualTo(DatabaseStatus.AHEAD);
		assertThat(migrator(database).upgrade().steps()).isEmpty();
	}

	private static List<String> revisions(MigrationStatus status) {
		return status.history().stream().filter((entry) -> !entry.isUnfinished()).map(HistoryEntry::revision).toList();
	}

	private static List<String> tables(DataSource database) {
		return JdbcClient.create(database)
			.sql("""
					select lower(table_name) from information_schema.tables
					where lower(table_schema) = 'public' and lower(table_name) not like 'migrator%'""")
			.query(String.class)
			.list();
	}

	private static DataSource database(String kind) {
		return (kind.equals("h2")) ? Databases.h2() : Databases.postgresql();
	}

}
