package dev.migrator;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import javax.sql.DataSource;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Operations;
import dev.migrator.schema.Types;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.test.DatabaseContent;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import dev.migrator.test.Scripts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.migrator.operation.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A script for SQLite leaves a database as the run does that it stands for.
 */
class SqliteOfflineTests {

	@TempDir
	Path folder;

	private RevisionFolder revisions;

	@BeforeEach
	void writeRevisions() {
		this.revisions = new RevisionFolder(this.folder);
		this.revisions.write("aaa111", "", """
				create table hero (id integer primary key, name text not null, age integer);
				create table log (line text);
				create trigger tr_hero after insert on hero when new.age > 1 begin
				    insert into log values ('it''s; ' || new.name); -- once;
				    update hero set age = case when age > 100 then 100 else age end where id = new.id;
				end;
				insert into hero values (1, 'Dead;pond -- ''the'' \\ "hero"', 300), (2, 'Мстители 🦸', null);
				""", "drop table hero;\ndrop table log;");
		this.revisions.write("ccc333", "-- transactional: false\n", "bbb222",
				"create index ix_hero_name on hero (name);\nupdate hero set age = 1 where age is null;\nvacuum;",
				"drop index ix_hero_name;");
	}

	private MigratorBuilder builder(DataSource database) {
		return this.revisions.builder(database).migrations(List.of(Values.class));
	}

	private String script(Consumer<Writing> content) {
		StringBuilder script = new StringBuilder();
		content.accept(
				new Writing(builder(Databases.sqlite()).buildOffline(Dialects.ofUrl("sqlite:///heroes.db")), script));
		return script.toString();
	}

	@Test
	void aScriptUpAndAScriptDownLeaveTheDatabaseAsTheRunsDo() throws SQLException {
		DataSource online = Databases.sqlite();
		DataSource offline = Databases.sqlite();
		Migrator migrator = builder(online).build();
		migrator.upgrade();
		String up = script((to) -> to.migrator().upgrade("head", to.script()));
		Scripts.runOnSqlite(up, offline);
		List<String> content = DatabaseContent.of(online, "main");
		assertThat(content).contains("row of migrator_version: {version_num=ccc333}")
			.anyMatch((line) -> line.contains("Мстители 🦸"))
			.anyMatch((line) -> line.contains("it's; Dead;pond"))
			.hasSizeGreaterThan(30);
		assertThat(DatabaseContent.of(offline, "main")).isEqualTo(content);
		assertThat(builder(offline).build().upgrade().steps()).isEmpty();
		assertThat(builder(offline).build().status().history()).hasSize(3)
			.allMatch((entry) -> entry.startedAt().isAfter(java.time.Instant.now().minusSeconds(60)));

		String down = script((to) -> to.migrator().downgrade("head:base", to.script()));
		migrator.downgrade("base");
		Scripts.runOnSqlite(down, offline);
		assertThat(DatabaseContent.of(offline, "main")).isEqualTo(DatabaseContent.of(online, "main"))
			.noneMatch((line) -> line.contains("hero\""));
	}

	@Test
	void aScriptStopsAtADatabaseThatIsElsewhereBeforeItChangesAnything() throws SQLException {
		DataSource elsewhere = Databases.sqlite();
		String script = script((to) -> to.migrator().upgrade("bbb222:head", to.script()));
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> Scripts.runOnSqlite(script, elsewhere))
			.withMessageContaining("no such table: migrator_version");
		builder(elsewhere).build().upgrade("aaa111");
		List<String> before = DatabaseContent.of(elsewhere, "main");
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> Scripts.runOnSqlite(script, elsewhere))
			.withMessageContaining("This script goes on from bbb222, but the database is at aaa111.");
		String anew = script((to) -> to.migrator().upgrade("head", to.script()));
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> Scripts.runOnSqlite(anew, elsewhere))
			.withMessageContaining("This script goes on from <base>, but the database is at aaa111.");
		assertThat(DatabaseContent.of(elsewhere, "main")).isEqualTo(before);
	}

	@Test
	void theTablesOfMigratorAloneAndAStampAreWrittenAsOnline() throws SQLException {
		DataSource online = Databases.sqlite();
		DataSource offline = Databases.sqlite();
		builder(online).build().ensureVersion();
		builder(online).build().stamp(List.of("bbb222"), false);
		String tables = script((to) -> to.migrator().ensureVersion(to.script()));
		Scripts.runOnSqlite(tables, offline);
		Scripts.runOnSqlite(tables, offline);
		Scripts.runOnSqlite(script((to) -> to.migrator().stamp("bbb222", to.script())), offline);
		assertThat(DatabaseContent.of(offline, "main")).isEqualTo(DatabaseContent.of(online, "main"))
			.contains("row of migrator_version: {version_num=bbb222}");
	}

	@Test
	void transactionsOfAScriptWriteFromTheirBegin() {
		String script = script((to) -> to.migrator().upgrade("head", to.script()));
		assertThat(script).contains("-- Run it with: sqlite3 -bail <database> < <this file>\n")
			.contains("begin immediate;\n")
			.contains(
					"\ncreate index ix_hero_name on hero (name);\n\nupdate hero set age = 1 where age is null;\n\nvacuum;\n");
	}

	@Test
	void aSchemaIsRefused() {
		StringBuilder script = new StringBuilder();
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> builder(Databases.sqlite()).schema("app")
				.buildOffline(Dialects.named("sqlite"))
				.upgrade("head", script))
			.withMessage(
					"The schema 'app' cannot be used, because SQLite has no schemas to choose from. Remove migrator.schema.");
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> builder(Databases.sqlite()).schema("app").build().upgrade())
			.withMessageContaining("has no schemas to choose from");
	}

	@Test
	@EnabledIf("sqlite3IsThere")
	void theProgramRunsTheScriptAndStopsAtTheFirstError() throws Exception {
		DataSource online = Databases.sqlite();
		builder(online).build().upgrade();
		Path file = this.folder.resolve("offline.db");
		String script = script((to) -> to.migrator().upgrade("head", to.script()));
		assertThat(runBySqlite3(script, file)).isZero();
		assertThat(DatabaseContent.of(Databases.sqliteFile(file), "main"))
			.isEqualTo(DatabaseContent.of(online, "main"));
		assertThat(runBySqlite3(script, file)).isEqualTo(1);
		assertThat(Files.readString(this.folder.resolve("output.txt")))
			.contains("This script goes on from <base>, but the database is at ccc333.");
		assertThat(JdbcClient.create(Databases.sqliteFile(file))
			.sql("select count(*) from migrator_history")
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	static boolean sqlite3IsThere() {
		return Scripts.program("sqlite3").isPresent();
	}

	private int runBySqlite3(String script, Path database) throws IOException, InterruptedException {
		Path file = Files.writeString(this.folder.resolve("script.txt"), script, StandardCharsets.UTF_8);
		return new ProcessBuilder(Scripts.program("sqlite3").orElseThrow().toString(), "-bail", database.toString())
			.redirectInput(file.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("output.txt").toFile())
			.start()
			.waitFor();
	}

	/**
	 * Something that is written.
	 *
	 * @param migrator what writes it
	 * @param script where
	 */
	record Writing(OfflineMigrator migrator, StringBuilder script) {

	}

	@Revision(id = "bbb222", downRevision = "aaa111", message = "Values of\nall kinds")
	static class Values implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.createTable("thing", (t) -> {
				t.column("id", Types.bigint()).identity().primaryKey();
				t.column("words", Types.text()).defaultValue("it's; x");
				t.column("amount", Types.numeric(20, 5)).defaultExpression("1 + 1");
				t.column("flag", Types.bool()).notNull().defaultValue(true);
				t.column("day", Types.date());
				t.column("moment", Types.timestampWithTimeZone());
				t.column("uid", Types.uuid());
				t.column("content", Types.blob());
				t.column("tags", Types.json()).defaultValue("{\"a\": 1}");
				t.comment("Things; 'all' kinds");
			});
			op.createIndex("ix_thing_words", "thing", (i) -> i.columns("day").descending("flag").where("flag = 1"));
			op.insert(table("thing"))
				.set("words", "it's a \\ \"test\"; -- with ? and ${x} and $1\n\tand 日本 🦸\0!")
				.set("amount", new BigDecimal("-12345.12345"))
				.set("day", LocalDate.parse("2024-02-29"))
				.set("moment", OffsetDateTime.parse("2026-02-28T01:02:03.5+05:30"))
				.set("uid", UUID.fromString("a4a9fe72-e663-4560-a017-ed8b954f186c"))
				.set("content", new byte[] { 0, -1 });
			op.bulkInsert("thing", List.of(Map.of("flag", false), Map.of("flag", true)));
			op.addColumn("thing", "size", Types.smallint(), (c) -> c.notNull().defaultValue(3));
			op.renameColumn("thing", "words", "text");
			op.dropColumn("thing", "tags");
			op.renameTable("thing", "things");
		}

		@Override
		public void downgrade(Operations op) {
			op.dropTable("things");
		}

	}

}
