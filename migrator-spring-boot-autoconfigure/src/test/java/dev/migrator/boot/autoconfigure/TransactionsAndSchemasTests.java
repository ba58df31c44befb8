package dev.migrator.boot.autoconfigure;

import java.nio.file.Path;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.test.Applications;
import dev.migrator.boot.test.Failures;
import dev.migrator.boot.test.PostgresqlDatabase;
import dev.migrator.boot.test.TestDatabase;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The properties that say where a run's transactions end and in which schema it works.
 */
class TransactionsAndSchemasTests {

	@TempDir
	Path folder;

	private RevisionFolder revisions;

	@BeforeEach
	void setUp() {
		this.revisions = new RevisionFolder(this.folder);
		this.revisions.write("aaa111", "", "create table hero (name varchar(100));", "drop table hero;");
	}

	private ApplicationContextRunner on(DataSource database) {
		return Applications.on(database).withPropertyValues("migrator.locations=file:" + this.folder);
	}

	@Test
	void oneTransactionForAllRevisionsLeavesNothingOfAFailedRun() {
		PostgresqlDatabase database = PostgresqlDatabase.create();
		this.revisions.write("bbb222", "aaa111", "insert into nowhere values (1);", "");
		on(database.dataSource()).withPropertyValues("migrator.transaction-per-migration=false").run((context) -> {
			MigratorException failure = Failures.of(context);
			assertThat(failure.category()).isEqualTo(ErrorCategory.MIGRATION_FAILED);
			assertThat(failure.action())
				.contains("The database is as it was before the revisions that share this transaction.");
			assertThat(tables(database.dataSource())).isZero();
		});
		this.revisions.write("bbb222", "aaa111", "insert into hero values ('Deadpond');", "");
		on(database.dataSource()).withPropertyValues("migrator.transaction-per-migration=false").run((context) -> {
			assertThat(context.getBean(Migrator.class).status().current()).containsExactly("bbb222");
			assertThat(context.getBean(Migrator.class).status().history()).hasSize(2);
		});
	}

	@Test
	void aTransactionForEachRevisionKeepsThoseBefore() {
		PostgresqlDatabase database = PostgresqlDatabase.create();
		this.revisions.write("bbb222", "aaa111", "insert into nowhere values (1);", "");
		on(database.dataSource()).run((context) -> {
			assertThat(Failures.of(context).action()).contains("The database is as it was before this revision.");
			assertThat(JdbcClient.create(database.dataSource())
				.sql("select version_num from migrator_version")
				.query(String.class)
				.list()).containsExactly("aaa111");
		});
	}

	private static int tables(DataSource database) {
		return JdbcClient.create(database)
			.sql("select count(*) from pg_tables where schemaname = 'public'")
			.query(Integer.class)
			.single();
	}

	@ParameterizedTest
	@EnumSource
	void theSchemaHasTheTablesOfTheRevisionsAndThoseOfMigrator(TestDatabase kind) {
		DataSource database = kind.create();
		on(database).withPropertyValues("migrator.schema=league").run((context) -> {
			assertThat(context).hasNotFailed();
			for (String table : new String[] { "hero", "migrator_version", "migrator_history" }) {
				assertThat(JdbcClient.create(database)
					.sql("select table_schema from information_schema.tables where lower(table_name) = ?")
					.param(table)
					.query(String.class)
					.list()).as(table).singleElement().asString().isEqualToIgnoringCase("league");
			}
		});
		on(database).withPropertyValues("migrator.schema=league", "migrator.on-startup=check")
			.run((context) -> assertThat(context).hasNotFailed());
	}

}
