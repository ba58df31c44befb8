package dev.migrator;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.RehearsalReport;
import dev.migrator.execution.RehearsedStatement;
import dev.migrator.revision.Direction;
import dev.migrator.test.Observed;
import dev.migrator.test.Scripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrator.operation.Sql.expression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Updates in batches meet each row once, in a run, in a rehearsal and in a script.
 */
@ParameterizedClass
@ValueSource(strings = { "h2", "mariadb", "mysql", "postgresql", "sqlite" })
class BatchedUpdateTests extends BatchedHeroes {

	@Test
	void anEmptyTableIsDoneAtOnce() {
		heroes(0);
		migrator(this.database, walk(10)).upgrade();
		assertThat(migrator(this.database, walk(10)).status().pending()).isEmpty();
	}

	@Test
	void rowsThatComeAndGoWhileItWalksAreMetOnceIfAtAll() {
		heroes(100);
		Observed observed = new Observed(this.database);
		AtomicInteger batches = new AtomicInteger();
		String first = (this.product.equals("sqlite")) ? "begin immediate" : "select ";
		observed.before((sql) -> {
			if (sql.startsWith(first) && (sql.contains("count(*) over ()") || first.startsWith("begin"))
					&& batches.incrementAndGet() == 5) {
				this.client.sql("delete from hero where id in (5, 95, 100)").update();
				this.client.sql("insert into hero values (-1, -1), (101, 101), (102, 102)").update();
			}
		});
		migrator(observed.dataSource(), walk(10)).upgrade();
		assertThat(batches.get()).isGreaterThan(5);
		assertThat(this.client.sql("select id from hero where power_level <> id + 1").query(Integer.class).list())
			.containsExactly(-1);
		assertThat(count("id > 0")).isEqualTo(99);
	}

	@Test
	void aRehearsalRunsTheBatchesInItsTransaction() {
		heroes(100);
		Migrator migrator = migrator(this.database, walk(30));
		if (this.product.equals("h2") || isMysqlFamily()) {
			assertThatExceptionOfType(MigratorException.class)
				.isThrownBy(() -> migrator.rehearse(Direction.UPGRADE, "head"))
				.withMessageContaining("Nothing can be rehearsed on " + this.product);
			return;
		}
		RehearsalReport report = migrator.rehearse(Direction.UPGRADE, "head");
		assertThat(report.stopped()).isNull();
		assertThat(report.revisions().get(0).statements()).extracting(RehearsedStatement::sql, RehearsedStatement::rows)
			.containsExactly(tuple("update hero set power_level = power_level + 1", 100L));
		assertThat(count("power_level = id")).isEqualTo(100);
		assertThat(migrator.status().history()).isEmpty();
	}

	@Test
	void aScriptUpdatesTheSameRows() throws SQLException {
		this.client.sql("""
				create table hero (team integer not null, name varchar(20) not null, power_level integer,
				primary key (team, name))""").update();
		fillTeams();
		StringBuilder script = new StringBuilder();
		Migrator.builder()
			.locations("classpath:nowhere")
			.migrations(List.of(Walks.class))
			.migrationFactory((type) -> new Walks((op) -> {
				op.execute("create table log (id integer)");
				op.updateInBatches("hero",
						(b) -> b.key("team", "name")
							.size(100)
							.set("power_level", expression("power_level + 5000"))
							.where("name <> ? and power_level < 5000", "$migrator$"));
				op.execute("insert into log values (1)");
			}))
			.buildOffline(Dialects.named(this.product))
			.upgrade("head", script);
		if (this.product.equals("sqlite")) {
			Scripts.runOnSqlite(script.toString(), this.database);
		}
		else if (this.product.equals("postgresql") && Scripts.psql().isPresent()) {
			Scripts.Outcome outcome = Scripts.runByPsql(Scripts.psql().get(), script.toString(), this.database, "-v",
					"ON_ERROR_STOP=1");
			assertThat(outcome.status()).as(outcome.output()).isZero();
			assertThat(outcome.output()).contains("NOTICE:  hero: 1000 rows done, up to 6, n");
		}
		else if (isMysqlFamily()) {
			Scripts.Outcome outcome = Scripts.runByMariadb(script.toString(), this.database, "--binary-mode",
					"--comments");
			assertThat(outcome.status()).as(outcome.output()).isZero();
			assertThat(outcome.output().contains("hero: 1000 rows done, up to 6, n"))
				.isEqualTo(this.product.equals("mariadb"));
		}
		else {
			Scripts.run(script.toString(), this.database);
		}
		assertThat(count("power_level >= 5000 and power_level < 6000")).isEqualTo(1_000);
		assertThat(this.client.sql("select count(*) from log").query(Long.class).single()).isEqualTo(1);
		assertThat(migrator(this.database, walk(10)).status().pending()).isEmpty();
		if (this.product.equals("postgresql") || this.product.equals("mariadb")) {
			assertThat(script).contains("loop\n", "commit;", "limit 100");
		}
		else {
			assertThat(script).containsOnlyOnce("update hero set power_level").doesNotContain("limit");
		}
	}

}
