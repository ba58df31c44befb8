package dev.migrator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.execution.HistoryState;
import dev.migrator.operation.Operations;
import dev.migrator.schema.Types;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.test.DatabaseContent;
import dev.migrator.test.Databases;
import dev.migrator.test.Observed;
import dev.migrator.test.Observed.ProcessDied;
import dev.migrator.test.RevisionFolder;
import dev.migrator.test.Sweep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.migrator.operation.Sql.expression;
import static dev.migrator.operation.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that dies at any statement leaves a database with which the next start comes
 * to the same end as if nothing had happened.
 */
class CrashTests {

	@TempDir
	Path folder;

	private RevisionFolder revisions;

	private List<Class<? extends Migration>> migrations = List.of();

	@BeforeEach
	void setUp() {
		this.revisions = new RevisionFolder(this.folder);
		this.revisions.write("aaa111", "", """
				create table hero (id integer primary key, name varchar(40));
				insert into hero values (1, 'Deadpond');
				create index ix_hero_name on hero (name);
				""", "drop table hero;");
		this.revisions.write("bbb222", "aaa111", """
				alter table hero add column age integer;
				update hero set age = coalesce(age, 0) + 1;
				insert into hero values (2, 'Rusty-Man', 48);
				create table team (id integer primary key);
				""", "drop table team; delete from hero where id = 2; alter table hero drop column age;");
	}

	@Test
	void onH2EachStatementTakesEffectOnce() {
		everyDeathIsSurvived(Databases::h2);
	}

	@Test
	void onMariadbEachStatementTakesEffectOnce() {
		everyDeathIsSurvived(Databases::mariadb);
	}

	@Test
	void onMysqlEachStatementTakesEffectOnceAlsoWhereColumnsAreStatedWhole() {
		this.migrations = List.of(Looking.class);
		everyDeathIsSurvived(Databases::mysql);
	}

	@Test
	void onPostgresqlEachStatementTakesEffectOnce() {
		everyDeathIsSurvived(Databases::postgresql);
	}

	@Test
	void onPostgresqlEachStatementOutsideATransactionTakesEffectOnce() {
		this.revisions.write("ccc333", "-- transactional: false", "bbb222", """
				create table log (id integer);
				insert into log values (1);
				create index concurrently ix_hero_age on hero (age);
				insert into log values (2);
				""", "");
		this.revisions.write("ddd444", "ccc333", """
				insert into log values (3);
				create index concurrently ix_log on log (id);
				insert into log values (4);
				""", "");
		everyDeathIsSurvived(Databases::postgresql);
	}

	@Test
	void onSqliteEachStatementTakesEffectOnceAlsoWhereTablesAreCopied() {
		this.migrations = List.of(Copying.class);
		everyDeathIsSurvived(Databases::sqlite);
	}

	@Test
	void onSqliteEachStatementOutsideATransactionTakesEffectOnce() {
		this.revisions.write("ccc333", "-- transactional: false", "bbb222", """
				create table log (id integer);
				insert into log values (1);
				vacuum;
				""", "");
		this.migrations = List.of(CopyingAlone.class);
		everyDeathIsSurvived(Databases::sqliteInMemory);
	}

	@Test
	void onMariadbAColumnThatIsStatedWholeChangesOnce() {
		this.migrations = List.of(Looking.class);
		everyDeathIsSurvived(Databases::mariadb);
	}

	private void everyDeathIsSurvived(Supplier<DataSource> databases) {
		DataSource undisturbed = databases.get();
		Observed observed = new Observed(undisturbed);
		migrator(observed.dataSource()).upgrade("heads");
		List<Object> expected = content(undisturbed);
		Sweep.to(observed.statements().size()).forEach((number) -> {
			assertThat(afterDeath(databases.get(), number, true))
				.as("death before statement %d: %s", number, observed.statements().get(number - 1))
				.isEqualTo(expected);
			assertThat(afterDeath(databases.get(), number, false))
				.as("death after statement %d: %s", number, observed.statements().get(number - 1))
				.isEqualTo(expected);
		});
	}

	private List<Object> afterDeath(DataSource database, int number, boolean before) {
		Observed observed = new Observed(database);
		AtomicInteger seen = new AtomicInteger();
		// Once dead, nothing goes out any more, not even what would tidy up.
		observed.before((sql) -> {
			if (seen.incrementAndGet() > number || (before && seen.get() == number)) {
				throw new ProcessDied();
			}
		});
		observed.after((sql) -> {
			if (!before && seen.get() == number) {
				throw new ProcessDied();
			}
		});
		try {
			migrator(observed.dataSource()).upgrade("heads");
		}
		catch (ProcessDied ex) {
			assertThat(seen.get()).isGreaterThanOrEqualTo(number);
		}
		migrator(database).upgrade("heads");
		return content(database);
	}

	private static String schema(DataSource database) {
		try (SqlSession session = JdbcSession.open(database)) {
			return Dialects.of(session.database()).currentSchema(session);
		}
	}

	private Migrator migrator(DataSource database) {
		return this.revisions.builder(database).migrations(this.migrations).build();
	}

	private List<Object> content(DataSource database) {
		JdbcClient client = JdbcClient.create(database);
		if (!this.migrations.isEmpty()) {
			List<String> lines = new ArrayList<>(DatabaseContent.of(database));
			assertThat(lines.stream().filter((line) -> line.startsWith("row of migrator_history")))
				.allMatch((line) -> line.contains("state=done"));
			lines.removeIf((line) -> line.startsWith("row of migrator_history"));
			return new ArrayList<>(lines);
		}
		List<Map<String, Object>> columns = client.sql("""
				select lower(table_name) as t, lower(column_name) as c from information_schema.columns
				where table_schema = ? order by 1, 2""").param(schema(database)).query().listOfRows();
		List<Map<String, Object>> heroes = client.sql("select id, name, age from hero order by id")
			.query()
			.listOfRows();
		List<Map<String, Object>> versions = client.sql("select version_num from migrator_version")
			.query()
			.listOfRows();
		List<Map<String, Object>> history = client.sql("select revision, state from migrator_history order by sequence")
			.query()
			.listOfRows();
		assertThat(history).allMatch((row) -> HistoryState.DONE.code().equals(row.get("state")));
		boolean log = columns.stream().anyMatch((column) -> "log".equals(column.get("t")));
		List<Map<String, Object>> lines = (log) ? client.sql("select id from log order by id").query().listOfRows()
				: List.of();
		return List.of(columns.toString(), heroes.toString(), versions.toString(), history.toString(),
				lines.toString());
	}

	@Revision(id = "looking", downRevision = "bbb222")
	static class Looking implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.alterColumn("hero", "age", (c) -> c.rename("years").type(Types.bigint()).notNull().comment("In years"));
			op.update(table("hero")).set("years", expression("years + 1"));
			op.alterColumn("hero", "name", (c) -> c.notNull());
			op.alterColumn("hero", "years", (c) -> c.rename("age").dropComment());
			op.dropColumn("hero", "name");
		}

	}

	@Revision(id = "copying", downRevision = "bbb222")
	static class Copying implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.alterColumn("hero", "age", (c) -> c.type(Types.text()).notNull());
			op.addColumn("hero", "team_id", Types.integer(), (c) -> c.references("team", "id"));
			op.update(table("hero")).set("age", expression("age || '!'"));
			op.alterColumn("team", "id", (c) -> c.notNull());
		}

	}

	@Revision(id = "copying", downRevision = "ccc333", transactional = false)
	static class CopyingAlone implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.createForeignKey("fk_log_hero", "log", "hero", List.of("id"), List.of("id"));
			op.update(table("hero")).set("age", expression("age + 1"));
			op.alterColumn("hero", "age", (c) -> c.notNull().rename("years"));
			op.update(table("hero")).set("years", expression("years + 1"));
			op.dropColumn("hero", "name");
		}

	}

}
