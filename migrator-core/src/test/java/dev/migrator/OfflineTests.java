package dev.migrator;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import javax.sql.DataSource;

import dev.migrator.execution.StatementTimeouts;
import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.test.DatabaseContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.migrator.operation.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A script leaves a database as the run does that it stands for. Where MySQL has nothing
 * but what MariaDB has, MariaDB stands for both.
 */
class OfflineTests extends OfflineScripts {

	@ParameterizedTest
	@EnumSource
	void aScriptUpAndAScriptDownLeaveTheDatabaseAsTheRunsDo(OfflineDatabase database) throws SQLException {
		DataSource online = database.create();
		DataSource offline = database.create();
		MigratorBuilder builder = builder(database);
		Migrator migrator = builder.dataSource(online).build();
		String up = script(builder, database, (to) -> to.migrator().upgrade("heads", to.script()));
		if (database.isMysqlFamily()) {
			assertThat(up).contains("-- Run it with: %s --binary-mode --comments <database> < <this file>"
				.formatted(database.product()));
		}
		migrator.upgrade("heads");
		database.run(up, offline);
		List<String> content = OfflineDatabase.content(online);
		assertThat(content).contains("row of %s: {version_num=ggg777}".formatted(database.kept("migrator_version")))
			.anyMatch((line) -> line.contains("Мстители 🦸"))
			.hasSizeGreaterThan(40);
		assertThat(content.stream().anyMatch((line) -> line.contains("ages; are // never negative")))
			.isEqualTo(database.isMysqlFamily());
		assertThat(OfflineDatabase.content(offline)).isEqualTo(content);
		assertThat(builder(database).dataSource(offline).build().upgrade("heads").steps()).isEmpty();

		String down = script(builder, database, (to) -> to.migrator().downgrade("heads:base", to.script()));
		migrator.downgrade("base");
		database.run(down, offline);
		assertThat(OfflineDatabase.content(offline)).isEqualTo(OfflineDatabase.content(online))
			.noneMatch((line) -> line.toLowerCase(Locale.ROOT).contains(database.described("hero").substring(1)));
	}

	@ParameterizedTest
	@EnumSource
	void scriptsGoOnFromOneAnotherAndFromRuns(OfflineDatabase database) throws SQLException {
		DataSource online = database.create();
		DataSource offline = database.create();
		MigratorBuilder builder = builder(database);
		Migrator migrator = builder.dataSource(online).build();
		migrator.upgrade("watch");
		migrator.upgrade("ccc333", "eee555");
		migrator.upgrade("heads");
		database.run(script(builder, database, (to) -> to.migrator().upgrade(":watch", to.script())), offline);
		database.run(script(builder, database, (to) -> to.migrator().upgrade("bbb2:watch,ccc333,eee555", to.script())),
				offline);
		builder.dataSource(offline).build().upgrade("ddd444");
		database.run(script(builder, database, (to) -> to.migrator().upgrade("ddd444,blog@eee5:heads", to.script())),
				offline);
		assertThat(versions(offline)).containsExactly("ggg777");
		assertThat(OfflineDatabase.content(offline)).isEqualTo(OfflineDatabase.content(online));
		assertThat(builder.dataSource(offline).build().upgrade("heads").steps()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "MYSQL")
	void oneTransactionForAllLeavesTheSame(OfflineDatabase database) throws SQLException {
		DataSource online = database.create();
		DataSource offline = database.create();
		MigratorBuilder builder = builder(database).transactionPerMigration(false);
		builder.dataSource(online).build().upgrade("heads");
		String script = script(builder, database, (to) -> to.migrator().upgrade("heads", to.script()));
		database.run(script, offline);
		assertThat(OfflineDatabase.content(offline)).isEqualTo(OfflineDatabase.content(online));
		if (database == OfflineDatabase.POSTGRESQL) {
			String together = script(builder, database, (to) -> to.migrator().upgrade("bbb222", to.script()));
			assertThat(together.lines()).containsOnlyOnce("begin;", "commit;");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "POSTGRESQL", "H2" })
	void aSchemaIsCreatedAndUsed(OfflineDatabase database) throws SQLException {
		DataSource online = database.create();
		DataSource offline = database.create();
		MigratorBuilder builder = builder(database).schema("league")
			.timeouts(new StatementTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(60), 0));
		builder.dataSource(online).build().upgrade("heads");
		database.run(script(builder, database, (to) -> to.migrator().upgrade("bbb222", to.script())), offline);
		database.run(script(builder, database, (to) -> to.migrator().upgrade("bbb222:heads", to.script())), offline);
		List<String> content = DatabaseContent.of(online, "league");
		// Another order in time, so that the history is another one.
		assertThat(DatabaseContent.of(offline, "league").stream().filter((line) -> !isHistory(line)).toList())
			.isEqualTo(content.stream().filter((line) -> !isHistory(line)).toList())
			.hasSizeGreaterThan(40);
		assertThat(OfflineDatabase.content(offline)).isEmpty();
	}

	private static boolean isHistory(String line) {
		return line.toLowerCase(Locale.ROOT).contains("row of migrator_history");
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "MYSQL")
	void stampsAreWrittenAsOnline(OfflineDatabase database) throws SQLException {
		DataSource online = database.create();
		DataSource offline = database.create();
		MigratorBuilder builder = builder(database);
		Migrator migrator = builder.dataSource(online).build();
		migrator.stamp(List.of("bbb222", "eee555"), false);
		migrator.stamp(List.of("aaa111"), false);
		migrator.stamp(List.of("base"), false);
		database.run(script(builder, database, (to) -> to.migrator().stamp("watch,blog@head-2", to.script())), offline);
		database.run(script(builder, database, (to) -> to.migrator().stamp("bbb222,eee555:aaa111", to.script())),
				offline);
		database.run(script(builder, database, (to) -> to.migrator().stamp("aaa111,eee555:base", to.script())),
				offline);
		assertThat(OfflineDatabase.content(offline)).isEqualTo(OfflineDatabase.content(online))
			.anyMatch((line) -> line.contains("direction=stamp"));
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "MYSQL")
	void theTablesOfMigratorAloneAreWrittenAsOnline(OfflineDatabase database) throws SQLException {
		DataSource online = database.create();
		DataSource offline = database.create();
		MigratorBuilder builder = builder(database);
		Migrator migrator = builder.dataSource(online).build();
		migrator.ensureVersion();
		migrator.ensureVersion();
		String script = script(builder, database, (to) -> to.migrator().ensureVersion(to.script()));
		database.run(script, offline);
		database.run(script, offline);
		assertThat(OfflineDatabase.content(offline)).isEqualTo(OfflineDatabase.content(online))
			.anyMatch((line) -> line.toLowerCase(Locale.ROOT).contains("migrator_history"));
		database.run(script(builder, database, (to) -> to.migrator().upgrade("aaa111", to.script())), offline);
		assertThat(versions(offline)).containsExactly("aaa111");
	}

	@ParameterizedTest
	@EnumSource
	void aScriptStopsAtADatabaseThatIsElsewhereBeforeItChangesAnything(OfflineDatabase database) throws SQLException {
		DataSource elsewhere = database.create();
		MigratorBuilder builder = builder(database).dataSource(elsewhere);
		String script = script(builder, database, (to) -> to.migrator().upgrade("bbb222:heads", to.script()));
		assertThat(database.failure(script, elsewhere)).containsIgnoringCase("version")
			.contains((database.isMysqlFamily()) ? "migrator_version' doesn't exist" : "");
		builder.build().upgrade("aaa111");
		List<String> before = OfflineDatabase.content(elsewhere);
		assertThat(database.failure(script, elsewhere)).contains(database.elsewhere("bbb222", "aaa111"));
		String anew = script(builder, database, (to) -> to.migrator().upgrade("heads", to.script()));
		assertThat(database.failure(anew, elsewhere)).contains(database.elsewhere("<base>", "aaa111"));
		assertThat(OfflineDatabase.content(elsewhere)).isEqualTo(before);
	}

	@ParameterizedTest
	@EnumSource
	void aScriptThatRanStopsWhenItIsRunAgain(OfflineDatabase database) throws SQLException {
		DataSource twice = database.create();
		MigratorBuilder builder = builder(database);
		String script = script(builder, database, (to) -> to.migrator().upgrade("heads", to.script()));
		database.run(script, twice);
		List<String> before = OfflineDatabase.content(twice);
		assertThat(database.failure(script, twice)).contains(database.elsewhere("<base>", "ggg777"));
		assertThat(OfflineDatabase.content(twice)).isEqualTo(before);
	}

	@ParameterizedTest
	@EnumSource
	void theSameRangeGivesTheSameScript(OfflineDatabase database) {
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
		MigratorBuilder builder = builder(OfflineDatabase.H2).target("watch");
		assertThat(script(builder, OfflineDatabase.H2, (to) -> to.migrator().upgrade("aaa111:", to.script())))
			.contains("-- Upgrade aaa111 -> bbb222")
			.doesNotContain("-> ccc333");
	}

	@ParameterizedTest
	@EnumSource
	void aMigrationCanAskWhetherItIsOfflineAndForTheTag(OfflineDatabase database) {
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
