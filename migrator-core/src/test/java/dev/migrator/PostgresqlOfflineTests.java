package dev.migrator;

import java.nio.file.Path;
import java.sql.SQLException;

import javax.sql.DataSource;

import dev.migrator.execution.MigrationListener;
import dev.migrator.revision.Step;
import dev.migrator.test.Scripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A script for psql, and what PostgreSQL does only outside of a transaction.
 */
class PostgresqlOfflineTests extends OfflineScripts {

	@Test
	void whatCannotRunInATransactionStandsOutsideAndWhatIsOneStatementStandsAlone() {
		String script = script(builder(OfflineDatabase.POSTGRESQL), OfflineDatabase.POSTGRESQL,
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
		DataSource online = OfflineDatabase.POSTGRESQL.create();
		DataSource offline = OfflineDatabase.POSTGRESQL.create();
		MigratorBuilder builder = builder(OfflineDatabase.POSTGRESQL);
		Migrator migrator = builder.dataSource(online).build();
		migrator.upgrade("lll222");
		Scripts.run(script(builder, OfflineDatabase.POSTGRESQL, (to) -> to.migrator().upgrade("lll222", to.script())),
				offline);
		assertThat(OfflineDatabase.content(offline)).isEqualTo(OfflineDatabase.content(online))
			.anyMatch((line) -> line.contains("Angry; really"));
		migrator.downgrade("kkk111");
		Scripts.run(
				script(builder, OfflineDatabase.POSTGRESQL, (to) -> to.migrator().downgrade("lll222:-1", to.script())),
				offline);
		assertThat(OfflineDatabase.content(offline)).isEqualTo(OfflineDatabase.content(online));
	}

	@Test
	@EnabledIf("psqlIsThere")
	void psqlRunsTheScript() {
		Path psql = Scripts.psql().orElseThrow();
		DataSource online = OfflineDatabase.POSTGRESQL.create();
		DataSource offline = OfflineDatabase.POSTGRESQL.create();
		MigratorBuilder builder = builder(OfflineDatabase.POSTGRESQL);
		builder.dataSource(online).build().upgrade("heads");
		String script = script(builder, OfflineDatabase.POSTGRESQL,
				(to) -> to.migrator().upgrade("heads", to.script()));
		Scripts.Outcome outcome = Scripts.runByPsql(psql, script, offline, "-v", "ON_ERROR_STOP=1");
		assertThat(outcome.status()).as(outcome.output()).isZero();
		assertThat(OfflineDatabase.content(offline)).isEqualTo(OfflineDatabase.content(online));
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
		DataSource database = OfflineDatabase.POSTGRESQL.create();
		MigratorBuilder builder = builder(OfflineDatabase.POSTGRESQL);
		this.revisions.write("ccc444", "bbb222", "insert into hero (id, name) values (3, 'Nobody');", "");
		String script = script(builder, OfflineDatabase.POSTGRESQL,
				(to) -> to.migrator().upgrade("ccc444", to.script()));
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
		DataSource database = OfflineDatabase.POSTGRESQL.create();
		MigratorBuilder builder = builder(OfflineDatabase.POSTGRESQL);
		if (!schema.equals("public")) {
			builder.schema(schema);
		}
		String script = script(builder, OfflineDatabase.POSTGRESQL,
				(to) -> to.migrator().upgrade("aaa111", to.script()));
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

}
