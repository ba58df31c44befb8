package dev.migrator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Operations;
import dev.migrator.test.Observed;
import dev.migrator.test.Sweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static dev.migrator.operation.Sql.column;
import static dev.migrator.operation.Sql.expression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Updates in batches meet each row once, however often they are stopped.
 */
@ParameterizedClass
@ValueSource(strings = { "h2", "mariadb", "mysql", "postgresql", "sqlite" })
class BatchedUpdateStopTests extends BatchedHeroes {

	@Test
	void whatStandsAroundTheBatchesIsDoneOnceToo() {
		Consumer<Operations> upgrade = (op) -> {
			op.execute("create table log (id integer)");
			op.execute("insert into log values (1)");
			walk(10).accept(op);
			op.execute("insert into log values (2)");
			op.updateInBatches("hero",
					(b) -> b.key("id")
						.size(20)
						.set("power_level", column("id"))
						.where(column("id").gt(10))
						.where("id <= ? or power_level is null", 30));
			op.execute("insert into log values (3)");
		};
		List<Class<? extends Walks>> types = List.of(Walks.class, WalksAlone.class);
		for (Class<? extends Walks> type : types) {
			clear();
			heroes(50);
			Observed probe = new Observed(this.database);
			migrator(probe.dataSource(), type, upgrade).upgrade();
			Sweep.to(probe.statements().size()).forEach((number) -> assertSurvivesDeath(number, type, upgrade));
		}
	}

	private void assertSurvivesDeath(int number, Class<? extends Walks> type, Consumer<Operations> upgrade) {
		clear();
		heroes(50);
		Observed observed = new Observed(this.database);
		AtomicInteger seen = new AtomicInteger();
		observed.before((sql) -> {
			if (seen.incrementAndGet() >= number) {
				throw new Observed.ProcessDied();
			}
		});
		try {
			migrator(observed.dataSource(), type, upgrade).upgrade();
		}
		catch (Observed.ProcessDied ex) {
			assertThat(seen.get()).isGreaterThanOrEqualTo(number);
		}
		migrator(this.database, type, upgrade).upgrade();
		assertThat(count("power_level = case when id > 10 and id <= 30 then id else id + 1 end"))
			.as("death at statement %d of %s", number, observed.statements())
			.isEqualTo(50);
		assertThat(this.client.sql("select id from log order by id").query(Integer.class).list()).containsExactly(1, 2,
				3);
	}

	@Test
	void aHundredThousandRowsAreUpdatedOnceThoughTheRunFailsInTheMiddle() {
		heroes(100_000);
		Observed observed = new Observed(this.database);
		AtomicInteger updates = new AtomicInteger();
		observed.before((sql) -> {
			if (sql.startsWith("update hero") && updates.incrementAndGet() == 6) {
				throw new IllegalStateException("The connection broke");
			}
		});
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(migrator(observed.dataSource(), walk(10_000))::upgrade)
			.satisfies((ex) -> assertThat(ex.action()).contains("50000 rows of the next one",
					"goes on behind the key 50000"));
		assertThat(count("power_level = id + 1")).isEqualTo(50_000);
		assertThat(this.client.sql("select batch_position from migrator_history").query(String.class).single())
			.contains("50000 50000");
		List<Long> changed = new ArrayList<>();
		Migrator migrator = migrator(this.database, (op) -> changed
			.add(op.updateInBatches("hero", (b) -> b.key("id").size(7_000).set("power_level", expression(PLUS_ONE)))));
		migrator.upgrade();
		assertThat(changed).containsExactly(100_000L);
		assertThat(count("power_level = id + 1")).isEqualTo(100_000);
		assertThat(migrator.status().pending()).isEmpty();
		String done = "select count(*) from migrator_history where batch_position is null and state = 'done'";
		assertThat(this.client.sql(done).query(Long.class).single()).isEqualTo(1);
	}

	@Test
	void aDowngradeWalksAndGoesOnToo() {
		heroes(100);
		Migrator migrator = migrator(this.database, walk(30));
		migrator.upgrade();
		Observed observed = new Observed(this.database);
		AtomicInteger updates = new AtomicInteger();
		observed.before((sql) -> {
			if (sql.startsWith("update hero") && updates.incrementAndGet() == 3) {
				throw new Observed.ProcessDied();
			}
		});
		assertThatExceptionOfType(Observed.ProcessDied.class)
			.isThrownBy(() -> migrator(observed.dataSource(), walk(30)).downgrade("base"));
		assertThatExceptionOfType(MigratorException.class).isThrownBy(migrator::upgrade)
			.withMessageContaining("0 of its statements are done, and the next one in part.");
		migrator.downgrade("base");
		assertThat(count("power_level = id")).isEqualTo(100);
		assertThat(migrator.status().current()).isEmpty();
	}

	@Test
	void anEditedUpdateIsNotGoneOnWith() {
		heroes(30);
		stopInTheMiddle();
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(migrator(this.database,
					(op) -> op.updateInBatches("hero", (b) -> b.key("id").size(10).set("power_level", 0)))::upgrade)
			.withMessageContaining("it stopped in an update in batches behind the key 10, and that update")
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.CHANGED_REVISION));
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(migrator(this.database, (op) -> op.execute("delete from hero"))::upgrade)
			.withMessageContaining("it stopped in an update in batches behind the key 10");
		assertThat(count("power_level = id + 1")).isEqualTo(10);
	}

	@Test
	void aHistoryOfAnEarlierVersionGetsThePlaceForPositions() {
		heroes(30);
		migrator(this.database, (op) -> op.execute("delete from hero where id > 25")).upgrade();
		migrator(this.database, (op) -> {
		}).downgrade("base");
		this.client.sql("alter table migrator_history drop column batch_position").update();
		stopInTheMiddle();
		Migrator migrator = migrator(this.database, walk(10));
		migrator.upgrade();
		assertThat(count("power_level = id")).as("down and up again").isEqualTo(25);
		assertThat(migrator.status().history()).hasSize(3);
	}

	@Test
	void theLogTellsWhereItGoesOnAndHowFastItWas() {
		heroes(30);
		stopInTheMiddle();
		Logger logger = (Logger) LoggerFactory.getLogger("dev.migrator.Migrator");
		ListAppender<ILoggingEvent> lines = new ListAppender<>();
		lines.start();
		logger.addAppender(lines);
		try {
			migrator(this.database, walk(10)).upgrade();
		}
		finally {
			logger.detachAppender(lines);
		}
		assertThat(lines.list).extracting(ILoggingEvent::getFormattedMessage)
			.contains("hero is updated in batches: going on behind 10, 10 rows are done")
			.anyMatch((line) -> line.matches("hero was updated in batches: 30 rows done, 30 changed, \\d+ rows/s"));
	}

}
