package dev.migrator;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import dev.migrator.dialect.MigrationLock;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.Operations;
import dev.migrator.schema.TableName;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.test.DatabaseContent;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import dev.migrator.test.Scripts;
import dev.migrator.test.Scripts.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.ValueSource;

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

/**
 * A script that MariaDB's client runs on MariaDB and MySQL leaves a database as the run
 * does that it stands for.
 */
@ParameterizedClass
@ValueSource(strings = { "mariadb", "mysql" })
class MariadbOfflineTests {

	@Parameter
	String product = "";

	private static final String[] OPTIONS = { "--binary-mode", "--comments" };

	@TempDir
	Path folder;

	private RevisionFolder revisions;

	@BeforeEach
	void writeRevisions() {
		this.revisions = new RevisionFolder(this.folder);
		this.revisions.write("aaa111", "", """
				alter database character set utf8mb4;
				create table hero (id integer primary key, name varchar(200) not null, age integer)
				    comment 'Who saves us; ''all'' of them -- often';
				insert into hero values (1, 'Dead;pond -- ''the'' \\\\ \\"hero\\" //', 30), (2, 'Мстители 🦸', null);
				""", "drop table hero;");
		this.revisions.write("bbb222_test.sql", """
				-- revision: bbb222
				-- down-revision: aaa111
				-- message: Watch heroes; -- 'closely'

				-- migrator:upgrade mariadb
				create view grown_hero as select id, name from hero where age > 18; # as of today;
				create trigger hero_changed before insert on hero for each row
				begin
				    -- ages; are // never negative
				    if new.age < 0 then
				        signal sqlstate '45000' set message_text = 'no; not that';
				    end if;
				end;
				delimiter $$
				create procedure hero_count(out n bigint)
				begin
				    select count(*) into n from hero; /* all; */
				end$$
				delimiter ;
				create function twice(n bigint) returns bigint deterministic return n * 2;
				/*!50000 insert into hero values (3, 'Rusty', 40) */;
				begin not atomic
				    declare i int default 10;
				    while i < 13 do
				        insert into hero values (i, 'Many', i);
				        set i = i + 1;
				    end while;
				end;
				create sequence hero_seq start with 100;

				-- migrator:upgrade mysql
				create view grown_hero as select id, name from hero where age > 18;
				create trigger hero_changed before insert on hero for each row
				begin
				    -- ages; are // never negative
				    if new.age < 0 then
				        signal sqlstate '45000' set message_text = 'no; not that';
				    end if;
				end;
				create function twice(n bigint) returns bigint deterministic return n * 2;
				/*!50000 insert into hero values (3, 'Rusty', 40) */;

				-- migrator:downgrade mariadb
				drop sequence hero_seq;
				drop function twice;
				drop procedure hero_count;
				drop trigger hero_changed;
				drop view grown_hero;

				-- migrator:downgrade mysql
				drop function twice;
				drop trigger hero_changed;
				drop view grown_hero;
				""");
	}

	private MigratorBuilder builder(DataSource database) {
		return this.revisions.builder(database).migrations(List.of(Values.class));
	}

	private String script(MigratorBuilder builder, String dialect, BiConsumer<OfflineMigrator, StringBuilder> content) {
		StringBuilder script = new StringBuilder();
		content.accept(builder.buildOffline(Dialects.named(dialect)), script);
		return script.toString();
	}

	private static void run(String script, DataSource database) {
		assertThat(Scripts.runByMariadb(script, database, OPTIONS)).isEqualTo(new Outcome(0, ""));
	}

	@Test
	void aScriptUpAndAScriptDownLeaveTheDatabaseAsTheRunsDo() {
		DataSource online = Databases.of(this.product);
		DataSource offline = Databases.of(this.product);
		String up = script(builder(online), this.product, (to, script) -> to.upgrade("heads", script));
		assertThat(up)
			.contains("-- Run it with: " + this.product + " --binary-mode --comments <database> < <this file>");
		builder(online).build().upgrade("heads");
		run(up, offline);
		List<String> content = DatabaseContent.of(online);
		assertThat(content).contains("row of migrator_version: {version_num=ccc333}")
			.anyMatch((line) -> line.contains("Мстители 🦸"))
			.anyMatch((line) -> line.contains("ages; are // never negative"))
			.hasSizeGreaterThan(40);
		assertThat(DatabaseContent.of(offline)).containsExactlyElementsOf(content);
		assertThat(builder(offline).build().upgrade("heads").steps()).isEmpty();

		String down = script(builder(online), this.product, (to, script) -> to.downgrade("heads:base", script));
		builder(online).build().downgrade("base");
		run(down, offline);
		assertThat(DatabaseContent.of(offline)).isEqualTo(DatabaseContent.of(online))
			.noneMatch((line) -> line.contains("hero`"));
	}

	@Test
	void aScriptStopsAtADatabaseThatIsElsewhere() {
		DataSource database = Databases.of(this.product);
		MigratorBuilder builder = builder(database);
		String all = script(builder, this.product, (to, script) -> to.upgrade("aaa111", script));
		String rest = script(builder, this.product, (to, script) -> to.upgrade("aaa111:bbb222", script));
		Outcome early = Scripts.runByMariadb(rest, database, OPTIONS);
		assertThat(early.status()).isNotZero();
		assertThat(early.output()).contains("migrator_version' doesn't exist");
		run(all, database);
		Outcome twice = Scripts.runByMariadb(all, database, OPTIONS);
		assertThat(twice.status()).isNotZero();
		assertThat(twice.output()).contains(
				(this.product.equals("mariadb")) ? "This script goes on from <base>, but the database is at aaa111."
						: "the database is at aaa111 and not at <base>");
		builder.build().upgrade("heads");
		Outcome late = Scripts.runByMariadb(rest, database, OPTIONS);
		assertThat(late.status()).isNotZero();
		assertThat(late.output()).contains("the database is at ccc333");
		assertThat(builder.build().status().current()).containsExactly("ccc333");
	}

	@Test
	void aScriptDoesNotRunWhileAnotherProcessMigrates() {
		DataSource database = Databases.of(this.product);
		String script = script(builder(database), this.product, (to, text) -> to.upgrade("aaa111", text));
		try (SqlSession session = JdbcSession.open(database)) {
			MigrationLock lock = Dialects.of(session.database()).lock(TableName.of("migrator_version"));
			assertThat(lock.tryAcquire(session)).isTrue();
			Outcome outcome = Scripts.runByMariadb(script, database, OPTIONS);
			assertThat(outcome.status()).isNotZero();
			assertThat(outcome.output()).containsIgnoringCase("another process is migrating this database");
			lock.release(session);
		}
		run(script, database);
		try (SqlSession session = JdbcSession.open(database)) {
			assertThat(Dialects.of(session.database()).lock(TableName.of("migrator_version")).holder(session))
				.isEmpty();
		}
	}

	@Test
	void aScriptIsReadAsItWasWrittenWhateverTheServersModeIs() throws SQLException {
		DataSource database = Databases.of(this.product);
		String script = script(builder(database), this.product, (to, text) -> to.upgrade("aaa111", text));
		DataSource other = Databases.of(this.product);
		run(script, other);
		run("set session sql_mode = 'NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES';\n" + script, database);
		assertThat(DatabaseContent.of(database)).isEqualTo(DatabaseContent.of(other));
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			assertThat(statement.execute("do 1")).isFalse();
		}
	}

	@Test
	void aSchemaOfItsOwnIsCreatedAndUsed() {
		String league = "league_" + System.nanoTime();
		DataSource database = Databases.of(this.product);
		MigratorBuilder builder = builder(database).schema(league);
		run(script(builder, this.product, (to, script) -> to.upgrade("aaa111", script)), database);
		assertThat(DatabaseContent.of(database)).isEmpty();
		assertThat(builder.build().status().current()).containsExactly("aaa111");
		assertThat(builder.build().upgrade("heads").current()).containsExactly("ccc333");
	}

	@Revision(id = "ccc333", downRevision = "bbb222", message = "Values of\nall kinds")
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
				.set("words", "it's a \\ \"test\"; -- with ? and ${x} and $1 and // `\r\n\r\t\0 and 日本 🦸")
				.set("large", Long.MIN_VALUE)
				.set("amount", new BigDecimal("-1234567890.12345"))
				.set("ratio", 1.5e-300)
				.set("flag", true)
				.set("day", LocalDate.parse("2024-02-29"))
				.set("at", LocalTime.parse("23:59:59"))
				.set("moment", LocalDateTime.parse("2026-01-15T10:00:00.000001"))
				.set("instant", OffsetDateTime.parse("2026-01-15T10:00:00+05:30"))
				.set("uid", UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"))
				.set("content", new byte[] { 0, 39, 92, -1, 59 });
			op.insert(table("thing")).set("id", 2).set("words", null).set("content", null).set("uid", null);
			op.bulkInsert("thing",
					IntStream.range(10, 600)
						.mapToObj((i) -> Map.<String, Object>of("id", i, "words", "thing " + i, "content",
								new byte[] { (byte) i }))
						.toList());
			op.update(table("thing")).set("flag", false).where(column("words").like("thing 1%"));
			op.delete(table("thing")).where(column("id").ge(590).and(column("flag").isNull()));
			op.execute("update thing set words = ? where id = ? and words <> '?'", "what?", 10);
			op.createIndex(op.f("ix_thing_large"), "thing", (index) -> index.columns("large").concurrently());
			op.addColumn("thing", "label", varchar(20), (column) -> column.notNull().defaultValue("o'clock"));
		}

		@Override
		public void downgrade(Operations op) {
			op.dropIndexConcurrently("ix_thing_large", "thing");
			op.dropTable("thing");
		}

	}

}
