package dev.migrator;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.MigrationListener;
import dev.migrator.execution.StatementTimeouts;
import dev.migrator.operation.Operations;
import dev.migrator.revision.Step;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.migrator.operation.Sql.column;
import static dev.migrator.operation.Sql.table;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.blob;
import static dev.migrator.schema.Types.bool;
import static dev.migrator.schema.Types.date;
import static dev.migrator.schema.Types.doublePrecision;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.numeric;
import static dev.migrator.schema.Types.text;
import static dev.migrator.schema.Types.time;
import static dev.migrator.schema.Types.timestamp;
import static dev.migrator.schema.Types.timestampWithTimeZone;
import static dev.migrator.schema.Types.uuid;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A script leaves a database as the run does that it stands for.
 */
class OfflineTests {

	@TempDir
	Path folder;

	private RevisionFolder revisions;

	@BeforeEach
	void writeRevisions() {
		this.revisions = new RevisionFolder(this.folder);
		this.revisions.write("aaa111", "", """
				create table hero (id integer primary key, name varchar(200) not null, age integer);
				comment on table hero is 'Who saves us; ''all'' of them -- often';
				insert into hero values (1, 'Dead;pond -- ''the'' \\ "hero"', 30), (2, 'Мстители 🦸', null);
				""", "drop table hero;");
		this.revisions.write("bbb222_test.sql", """
				-- revision: bbb222
				-- down-revision: aaa111
				-- branch-labels: watch
				-- message: Watch heroes; -- 'closely'

				-- migrator:upgrade postgresql
				create type mood as enum ('sad', 'happy');
				alter table hero add column mood mood;
				create function hero_changed() returns trigger language plpgsql as $body$
				begin
				    -- ages; are never negative
				    if new.age < 0 then
				        raise exception 'no; %', $$not; that$$;
				    end if;
				    return new;
				end;
				$body$;
				create trigger hero_changed before insert or update on hero
				    for each row execute function hero_changed();
				create function hero_count() returns bigint language sql begin atomic select count(*) from hero; end;
				create view grown_hero as select id, name from hero where age > 18; -- as of today;
				update hero set mood = 'happy' where id = 1;

				-- migrator:upgrade
				create view grown_hero as select id, name from hero where age > 18; -- as of today;
				create alias shout as $$ String shout(String text) { return text.toUpperCase() + ";"; } $$;
				create sequence hero_seq start with 100;

				-- migrator:downgrade postgresql
				drop view grown_hero;
				drop trigger hero_changed on hero;
				drop function hero_changed(), hero_count();
				alter table hero drop column mood;
				drop type mood;

				-- migrator:downgrade
				drop view grown_hero;
				drop alias shout;
				drop sequence hero_seq;
				""");
		this.revisions.write("ddd444", "bbb222, ccc333", "", "");
		this.revisions.write("eee555", "-- branch-labels: blog\n", "",
				"create table post (id integer primary key, hero_id integer);", "drop table post;");
		this.revisions.write("fff666", "-- depends-on: ddd444\n", "eee555", """
				insert into post values (1, 1);
				create index concurrently ix_post_hero on post (hero_id);
				insert into post values (2, 2);
				alter table post add constraint fk_post_hero foreign key (hero_id) references hero (id);
				""".replace("concurrently ", "${concurrently}"), """
				alter table post drop constraint fk_post_hero;
				drop index ${concurrently}ix_post_hero;
				delete from post;
				""");
		this.revisions.write("ggg777", "-- transactional: false\n", "fff666",
				"create table log (id integer);\ninsert into log values (1);\nupdate log set id = id + 1;",
				"drop table log;");
	}

	private MigratorBuilder builder(Database database) {
		return this.revisions.builder(database.create())
			.migrations(List.of(Values.class))
			.placeholders(Map.of("concurrently", (database == Database.POSTGRESQL) ? "concurrently " : ""));
	}

	private String script(MigratorBuilder builder, Database database, Consumer<Writing> content) {
		StringBuilder script = new StringBuilder();
		content.accept(new Writing(builder.buildOffline(database.dialect()), script));
		return script.toString();
	}

	@ParameterizedTest
	@EnumSource
	void aScriptUpAndAScriptDownLeaveTheDatabaseAsTheRunsDo(Database database) throws SQLException {
		DataSource online = database.create();
		DataSource offline = database.create();
		MigratorBuilder builder = builder(database);
		Migrator migrator = builder.dataSource(online).build();
		String up = script(builder, database, (to) -> to.migrator().upgrade("heads", to.script()));
		migrator.upgrade("heads");
		Scripts.run(up, offline);
		List<String> content = DatabaseContent.of(online, "public");
		assertThat(content).contains("row of %s: {version_num=ggg777}".formatted(database.name("migrator_version")))
			.anyMatch((line) -> line.contains("Мстители 🦸"))
			.hasSizeGreaterThan(40);
		assertThat(DatabaseContent.of(offline, "public")).isEqualTo(content);

		String down = script(builder, database, (to) -> to.migrator().downgrade("heads:base", to.script()));
		migrator.downgrade("base");
		Scripts.run(down, offline);
		assertThat(DatabaseContent.of(offline, "public")).isEqualTo(DatabaseContent.of(online, "public"))
			.noneMatch((line) -> line.toLowerCase(Locale.ROOT).contains("hero\""));
	}

	@ParameterizedTest
	@EnumSource
	void scriptsGoOnFromOneAnotherAndFromRuns(Database database) throws SQLException {
		DataSource online = database.create();
		DataSource offline = database.create();
		MigratorBuilder builder = builder(database);
		Migrator migrator = builder.dataSource(online).build();
		migrator.upgrade("watch");
		migrator.upgrade("ccc333", "eee555");
		migrator.upgrade("heads");
		Scripts.run(script(builder, database, (to) -> to.migrator().upgrade(":watch", to.script())), offline);
		Scripts.run(script(builder, database, (to) -> to.migrator().upgrade("bbb2:watch,ccc333,eee555", to.script())),
				offline);
		builder.dataSource(offline).build().upgrade("ddd444");
		Scripts.run(script(builder, database, (to) -> to.migrator().upgrade("ddd444,blog@eee5:heads", to.script())),
				offline);
		assertThat(versions(offline)).containsExactly("ggg777");
		assertThat(DatabaseContent.of(offline, "public")).isEqualTo(DatabaseContent.of(online, "public"));
		assertThat(builder.dataSource(offline).build().upgrade("heads").steps()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void oneTransactionForAllLeavesTheSame(Database database) throws SQLException {
		DataSource online = database.create();
		DataSource offline = database.create();
		MigratorBuilder builder = builder(database).transactionPerMigration(false);
		builder.dataSource(online).build().upgrade("heads");
		String script = script(builder, database, (to) -> to.migrator().upgrade("heads", to.script()));
		Scripts.run(script, offline);
		assertThat(DatabaseContent.of(offline, "public")).isEqualTo(DatabaseContent.of(online, "public"));
		if (database == Database.POSTGRESQL) {
			String together = script(builder, database, (to) -> to.migrator().upgrade("bbb222", to.script()));
			assertThat(together.lines()).containsOnlyOnce("begin;", "commit;");
		}
	}

	@ParameterizedTest
	@EnumSource
	void aSchemaIsCreatedAndUsed(Database database) throws SQLException {
		DataSource online = database.create();
		DataSource offline = database.create();
		MigratorBuilder builder = builder(database).schema("league")
			.timeouts(new StatementTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(60), 0));
		builder.dataSource(online).build().upgrade("heads");
		Scripts.run(script(builder, database, (to) -> to.migrator().upgrade("bbb222", to.script())), offline);
		Scripts.run(script(builder, database, (to) -> to.migrator().upgrade("bbb222:heads", to.script())), offline);
		List<String> content = DatabaseContent.of(online, "league");
		// Another order in time, so that the history is another one.
		assertThat(DatabaseContent.of(offline, "league").stream().filter((line) -> !isHistory(line)).toList())
			.isEqualTo(content.stream().filter((line) -> !isHistory(line)).toList())
			.hasSizeGreaterThan(40);
		assertThat(DatabaseContent.of(offline, "public")).isEmpty();
	}

	private static boolean isHistory(String line) {
		return line.toLowerCase(Locale.ROOT).contains("row of migrator_history");
	}

	@ParameterizedTest
	@EnumSource
	void stampsAreWrittenAsOnline(Database database) throws SQLException {
		DataSource online = database.create();
		DataSource offline = database.create();
		MigratorBuilder builder = builder(database);
		Migrator migrator = builder.dataSource(online).build();
		migrator.stamp(List.of("bbb222", "eee555"), false);
		migrator.stamp(List.of("aaa111"), false);
		migrator.stamp(List.of("base"), false);
		Scripts.run(script(builder, database, (to) -> to.migrator().stamp("watch,blog@head-2", to.script())), offline);
		Scripts.run(script(builder, database, (to) -> to.migrator().stamp("bbb222,eee555:aaa111", to.script())),
				offline);
		Scripts.run(script(builder, database, (to) -> to.migrator().stamp("aaa111,eee555:base", to.script())), offline);
		assertThat(DatabaseContent.of(offline, "public")).isEqualTo(DatabaseContent.of(online, "public"))
			.anyMatch((line) -> line.contains("direction=stamp"));
	}

	@ParameterizedTest
	@EnumSource
	void theTablesOfMigratorAloneAreWrittenAsOnline(Database database) throws SQLException {
		DataSource online = database.create();
		DataSource offline = database.create();
		MigratorBuilder builder = builder(database);
		Migrator migrator = builder.dataSource(online).build();
		migrator.ensureVersion();
		migrator.ensureVersion();
		String script = script(builder, database, (to) -> to.migrator().ensureVersion(to.script()));
		Scripts.run(script, offline);
		Scripts.run(script, offline);
		assertThat(DatabaseContent.of(offline, "public")).isEqualTo(DatabaseContent.of(online, "public"))
			.anyMatch((line) -> line.toLowerCase(Locale.ROOT).contains("migrator_history"));
		Scripts.run(script(builder, database, (to) -> to.migrator().upgrade("aaa111", to.script())), offline);
		assertThat(versions(offline)).containsExactly("aaa111");
	}

	@ParameterizedTest
	@EnumSource
	void aScriptStopsAtADatabaseThatIsElsewhereBeforeItChangesAnything(Database database) throws SQLException {
		DataSource elsewhere = database.create();
		MigratorBuilder builder = builder(database).dataSource(elsewhere);
		String script = script(builder, database, (to) -> to.migrator().upgrade("bbb222:heads", to.script()));
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> Scripts.run(script, elsewhere))
			.satisfies((ex) -> assertThat(ex.getMessage()).containsIgnoringCase("version"));
		builder.build().upgrade("aaa111");
		List<String> before = DatabaseContent.of(elsewhere, "public");
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> Scripts.run(script, elsewhere))
			.withMessageContaining("This script goes on from bbb222, but the database is at aaa111.");
		String anew = script(builder, database, (to) -> to.migrator().upgrade("heads", to.script()));
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> Scripts.run(anew, elsewhere))
			.withMessageContaining("This script goes on from <base>, but the database is at aaa111.");
		assertThat(DatabaseContent.of(elsewhere, "public")).isEqualTo(before);
	}

	@ParameterizedTest
	@EnumSource
	void aScriptThatRanStopsWhenItIsRunAgain(Database database) throws SQLException {
		DataSource twice = database.create();
		MigratorBuilder builder = builder(database);
		String script = script(builder, database, (to) -> to.migrator().upgrade("heads", to.script()));
		Scripts.run(script, twice);
		List<String> before = DatabaseContent.of(twice, "public");
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> Scripts.run(script, twice))
			.withMessageContaining("but the database is at ggg777.");
		assertThat(DatabaseContent.of(twice, "public")).isEqualTo(before);
	}

	@ParameterizedTest
	@EnumSource
	void theSameRangeGivesTheSameScript(Database database) {
		MigratorBuilder builder = builder(database);
		assertThat(script(builder, database, (to) -> to.migrator().upgrade("heads", to.script())))
			.isEqualTo(script(builder, database, (to) -> to.migrator().upgrade("base:heads", to.script())))
			.contains("-- Upgrade aaa111 -> bbb222, Watch heroes; -- 'closely'\n")
			.contains("-- Upgrade bbb222, ccc333 -> ddd444, Test ddd444\n");
		assertThat(script(builder, database, (to) -> to.migrator().upgrade("watch:bbb222", to.script())))
			.contains("There is nothing to do")
			.doesNotContain(";\n");
	}

	@Test
	void anUpgradeEndsAtTheConfiguredTargetIfItsEndIsOpen() {
		MigratorBuilder builder = builder(Database.H2).target("watch");
		assertThat(script(builder, Database.H2, (to) -> to.migrator().upgrade("aaa111:", to.script())))
			.contains("-- Upgrade aaa111 -> bbb222")
			.doesNotContain("-> ccc333");
	}

	@Test
	void rangesThatAreNoneAreRefused() {
		MigratorBuilder builder = builder(Database.POSTGRESQL);
		refused(builder, (to) -> to.migrator().upgrade("a:b:c", to.script()), ErrorCategory.NOT_FOUND, "one colon");
		refused(builder, (to) -> to.migrator().upgrade("bbb222:ccc333", to.script()), ErrorCategory.NOT_ANCESTOR,
				"'bbb222' (bbb222) does not lead up to 'ccc333'");
		refused(builder, (to) -> to.migrator().upgrade("bbb222:aaa111", to.script()), ErrorCategory.NOT_ANCESTOR,
				"does not lead up");
		refused(builder, (to) -> to.migrator().downgrade("aaa111", to.script()), ErrorCategory.NOT_FOUND,
				"head:aaa111");
		refused(builder, (to) -> to.migrator().downgrade("ggg777:", to.script()), ErrorCategory.NOT_FOUND, "Name both");
		refused(builder, (to) -> to.migrator().downgrade("bbb222:ccc333", to.script()), ErrorCategory.NOT_ANCESTOR,
				"ccc333");
		refused(builder, (to) -> to.migrator().downgrade("current:base", to.script()), ErrorCategory.NOT_FOUND,
				"'current'");
		refused(builder, (to) -> to.migrator().stamp("aaa111:", to.script()), ErrorCategory.NOT_FOUND, "stamp");
		refused(builder, (to) -> to.migrator().upgrade("nowhere:heads", to.script()), ErrorCategory.NOT_FOUND,
				"nowhere");
		refused(new RevisionFolder(this.folder).builder(Databases.h2()).locations("classpath:nowhere"),
				(to) -> to.migrator().upgrade("head", to.script()), ErrorCategory.NO_REVISIONS, "classpath:nowhere");
	}

	private void refused(MigratorBuilder builder, Consumer<Writing> content, ErrorCategory category, String message) {
		StringBuilder script = new StringBuilder();
		OfflineMigrator migrator = builder.buildOffline(Dialects.named("postgresql"));
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> content.accept(new Writing(migrator, script)))
			.withMessageContaining(message)
			.extracting(MigratorException::category)
			.isEqualTo(category);
		assertThat(script).isEmpty();
	}

	@Test
	void aRevisionThatAsksTheDatabaseIsNamedAndNothingIsWritten() {
		MigratorBuilder asking = builder(Database.POSTGRESQL).migrations(List.of(Asking.class));
		refused(asking, (to) -> to.migrator().upgrade("hhh888", to.script()), ErrorCategory.UNSUPPORTED,
				"The upgrade of revision hhh888 (Ask) at dev.migrator.OfflineTests$Asking (OfflineTests.java:");
		refused(asking, (to) -> to.migrator().upgrade("hhh888", to.script()), ErrorCategory.UNSUPPORTED,
				"Run this revision online");
		MigratorBuilder client = builder(Database.POSTGRESQL).migrations(List.of(AskingByClient.class));
		refused(client, (to) -> to.migrator().upgrade("hhh888", to.script()), ErrorCategory.UNSUPPORTED, "op.jdbc()");
	}

	@Test
	void aValueThatNoSqlCanSayIsNamedAndNothingIsWritten() {
		MigratorBuilder unwritable = builder(Database.POSTGRESQL).migrations(List.of(Unwritable.class));
		refused(unwritable, (to) -> to.migrator().upgrade("iii999", to.script()), ErrorCategory.UNSUPPORTED,
				"The upgrade of revision iii999");
		refused(builder(Database.POSTGRESQL).migrations(List.of(TooFewValues.class)),
				(to) -> to.migrator().upgrade("iii999", to.script()), ErrorCategory.INVALID_REVISION, "question marks");
	}

	@ParameterizedTest
	@EnumSource
	void aMigrationCanAskWhetherItIsOfflineAndForTheTag(Database database) {
		DataSource online = database.create();
		MigratorBuilder builder = builder(database).migrations(List.of(Tagged.class));
		Migrator migrator = builder.dataSource(online).build();
		StringBuilder script = new StringBuilder();
		migrator.withTag("it's").offline(database.dialect()).upgrade("tag", script);
		assertThat(script).contains("insert into said (word) values ('offline, it''s')");
		migrator.withTag("blue").upgrade("tag");
		assertThat(JdbcClient.create(online).sql("select word from said").query(String.class).single())
			.isEqualTo("online, blue");
		migrator.downgrade("tag@-1");
		migrator.upgrade("tag");
		assertThat(JdbcClient.create(online).sql("select word from said").query(String.class).single())
			.isEqualTo("online, null");
	}

	@Test
	void whatCannotRunInATransactionStandsOutsideAndWhatIsOneStatementStandsAlone() {
		String script = script(builder(Database.POSTGRESQL), Database.POSTGRESQL,
				(to) -> to.migrator().upgrade("ddd444,eee555:heads", to.script()));
		assertThat(script).contains("""
				insert into post values (1, 1);

				commit;

				create index concurrently ix_post_hero on post (hero_id);

				begin;

				insert into post values (2, 2);
				""").contains("""
				create table log (id integer);

				insert into log values (1);

				update log set id = id + 1;

				begin;

				do $migrator$ begin
				""");
	}

	@Test
	void whatPostgresqlRefusesInATransactionRunsFromAScript() throws SQLException {
		this.revisions.write("kkk111", "bbb222", """
				alter type mood add value 'angry' before 'sad';
				update hero set age = 1 where id = 2;
				vacuum hero;
				insert into hero (id, name, mood) values (9, 'Angry; really', 'angry');
				reindex table concurrently hero;
				""", "delete from hero where id = 9;");
		this.revisions.write("lll222", "-- transactional: false\n", "kkk111", """
				alter table hero add column note text;
				create unique index concurrently ux_hero_note on hero (note);
				update hero set note = 'a' || id;
				""", "drop index concurrently ux_hero_note;\nalter table hero drop column note;");
		DataSource online = Database.POSTGRESQL.create();
		DataSource offline = Database.POSTGRESQL.create();
		MigratorBuilder builder = builder(Database.POSTGRESQL);
		Migrator migrator = builder.dataSource(online).build();
		migrator.upgrade("lll222");
		Scripts.run(script(builder, Database.POSTGRESQL, (to) -> to.migrator().upgrade("lll222", to.script())),
				offline);
		assertThat(DatabaseContent.of(offline, "public")).isEqualTo(DatabaseContent.of(online, "public"))
			.anyMatch((line) -> line.contains("Angry; really"));
		migrator.downgrade("kkk111");
		Scripts.run(script(builder, Database.POSTGRESQL, (to) -> to.migrator().downgrade("lll222:-1", to.script())),
				offline);
		assertThat(DatabaseContent.of(offline, "public")).isEqualTo(DatabaseContent.of(online, "public"));
	}

	@Test
	@EnabledIf("psqlIsThere")
	void psqlRunsTheScript() {
		Path psql = Scripts.psql().orElseThrow();
		DataSource online = Database.POSTGRESQL.create();
		DataSource offline = Database.POSTGRESQL.create();
		MigratorBuilder builder = builder(Database.POSTGRESQL);
		builder.dataSource(online).build().upgrade("heads");
		String script = script(builder, Database.POSTGRESQL, (to) -> to.migrator().upgrade("heads", to.script()));
		Scripts.Outcome outcome = Scripts.runByPsql(psql, script, offline, "-v", "ON_ERROR_STOP=1");
		assertThat(outcome.status()).as(outcome.output()).isZero();
		assertThat(DatabaseContent.of(offline, "public")).isEqualTo(DatabaseContent.of(online, "public"));
		Scripts.Outcome again = Scripts.runByPsql(psql, script, offline, "-v", "ON_ERROR_STOP=1");
		assertThat(again.status()).isEqualTo(3);
		assertThat(again.output()).contains("This script goes on from <base>, but the database is at ggg777.");
	}

	@Test
	@EnabledIf("psqlIsThere")
	void evenWherePsqlGoesOnAfterAnErrorNoLaterRevisionIsApplied() {
		this.revisions.write("bbb222_test.sql", """
				-- revision: bbb222
				-- down-revision: aaa111
				-- migrator:upgrade
				insert into nowhere values (1);
				""");
		DataSource database = Database.POSTGRESQL.create();
		MigratorBuilder builder = builder(Database.POSTGRESQL);
		this.revisions.write("ccc444", "bbb222", "insert into hero (id, name) values (3, 'Nobody');", "");
		String script = script(builder, Database.POSTGRESQL, (to) -> to.migrator().upgrade("ccc444", to.script()));
		Scripts.Outcome outcome = Scripts.runByPsql(Scripts.psql().orElseThrow(), script, database);
		assertThat(outcome.output()).contains("This script goes on from bbb222, but the database is at aaa111.");
		assertThat(versions(database)).containsExactly("aaa111");
		assertThat(JdbcClient.create(database).sql("select count(*) from hero").query(Integer.class).single())
			.isEqualTo(2);
	}

	static boolean psqlIsThere() {
		return Scripts.psql().isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "public", "league", "Two words" })
	void aScriptDoesNotRunBesideAProcessThatMigrates(String schema) throws SQLException {
		DataSource database = Database.POSTGRESQL.create();
		MigratorBuilder builder = builder(Database.POSTGRESQL);
		if (!schema.equals("public")) {
			builder.schema(schema);
		}
		String script = script(builder, Database.POSTGRESQL, (to) -> to.migrator().upgrade("aaa111", to.script()));
		this.revisions.write("aaa111", "", "select 1;", "");
		builder.dataSource(database).listener(new MigrationListener() {

			@Override
			public void beforeRevision(Step step, int number, int count) {
				assertThatExceptionOfType(SQLException.class).isThrownBy(() -> Scripts.run(script, database))
					.withMessageContaining("Another process is migrating this database.");
			}

		}).build().upgrade("aaa111");
		assertThat(builder.build().status().current()).containsExactly("aaa111");
	}

	private static List<String> versions(DataSource database) {
		return JdbcClient.create(database)
			.sql("select version_num from migrator_version order by 1")
			.query(String.class)
			.list();
	}

	/** A database to compare on. */
	enum Database {

		POSTGRESQL, H2;

		DataSource create() {
			return (this == POSTGRESQL) ? Databases.postgresql() : Databases.h2();
		}

		Dialect dialect() {
			return Dialects.ofUrl((this == POSTGRESQL) ? "jdbc:postgresql://nowhere/db" : "jdbc:h2:mem:nowhere");
		}

		String name(String table) {
			return (this == POSTGRESQL) ? table : table.toUpperCase(Locale.ROOT);
		}

	}

	/**
	 * Something that is written.
	 *
	 * @param migrator what writes it
	 * @param script where
	 */
	record Writing(OfflineMigrator migrator, StringBuilder script) {

	}

	@Revision(id = "ccc333", downRevision = "aaa111", message = "Values of\nall kinds")
	static class Values implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.createTable("thing", (t) -> {
				t.column("id", integer()).notNull();
				t.column("words", text());
				t.column("large", bigint());
				t.column("amount", numeric(20, 5));
				t.column("ratio", doublePrecision());
				t.column("flag", bool());
				t.column("day", date());
				t.column("at", time());
				t.column("moment", timestamp());
				t.column("instant", timestampWithTimeZone());
				t.column("uid", uuid());
				t.column("content", blob());
				t.primaryKey("id");
				t.comment("Things; 'all' kinds");
			});
			op.createIndex(op.f("ix_thing_words"), "thing", "day", "flag");
			op.insert(table("thing"))
				.set("id", 1)
				.set("words", "it's a \\ \"test\"; -- with ? and ${x} and $1 and $$\n\tand 日本 🦸")
				.set("large", Long.MIN_VALUE)
				.set("amount", new BigDecimal("-1234567890.12345"))
				.set("ratio", 1.5e-300)
				.set("flag", true)
				.set("day", LocalDate.parse("2024-02-29"))
				.set("at", LocalTime.parse("23:59:59.123456"))
				.set("moment", LocalDateTime.parse("2026-01-15T10:00:00.000001"))
				.set("instant", OffsetDateTime.parse("2026-01-15T10:00:00+05:30"))
				.set("uid", UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"))
				.set("content", new byte[] { 0, 39, 92, -1, 59 });
			op.insert(table("thing")).set("id", 2).set("words", null).set("content", null).set("uid", null);
			op.bulkInsert("thing",
					IntStream.range(10, 1300)
						.mapToObj((i) -> Map.<String, Object>of("id", i, "words", "thing " + i, "content",
								new byte[] { (byte) i }))
						.toList());
			op.update(table("thing")).set("flag", false).where(column("words").like("thing 1%"));
			op.delete(table("thing")).where(column("id").ge(1290).and(column("flag").isNull()));
			op.execute("update thing set words = ? where id = ? and words <> '?'", "what?", 10);
			op.execute("insert into thing (id) values (2000); insert into thing (id) values (2001); -- two");
			op.autocommit(() -> op.execute("update thing set large = 5 where id = 11"));
			op.createIndex(op.f("ix_thing_large"), "thing", (index) -> index.columns("large").concurrently());
			op.addColumn("thing", "label", varchar(20), (column) -> column.notNull().defaultValue("o'clock"));
		}

		@Override
		public void downgrade(Operations op) {
			op.dropIndexConcurrently("ix_thing_large", "thing");
			op.dropTable("thing");
		}

	}

	@Revision(id = "hhh888", message = "Ask")
	static class Asking implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("create table asked (id integer)");
			op.query("select id from asked");
		}

	}

	@Revision(id = "hhh888", message = "Ask")
	static class AskingByClient implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.jdbc().sql("select 1").query().listOfRows();
		}

	}

	@Revision(id = "iii999")
	static class Unwritable implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("insert into hero values (?)", new Object());
		}

	}

	@Revision(id = "iii999")
	static class TooFewValues implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("insert into hero values (?, ?)", 1);
		}

	}

	@Revision(id = "jjj000", branchLabels = "tag")
	static class Tagged implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("create table said (word varchar(100))");
			op.insert(table("said")).set("word", (op.isOffline() ? "offline, " : "online, ") + op.tag());
		}

		@Override
		public void downgrade(Operations op) {
			op.dropTable("said");
		}

	}

}
