package dev.migrator;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import javax.sql.DataSource;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.RehearsalReport;
import dev.migrator.execution.RehearsedStatement;
import dev.migrator.operation.BatchedUpdateSpec;
import dev.migrator.operation.Operations;
import dev.migrator.revision.Direction;
import dev.migrator.script.Migration;
import dev.migrator.script.MigrationFactory;
import dev.migrator.script.Revision;
import dev.migrator.test.Databases;
import dev.migrator.test.Observed;
import dev.migrator.test.Scripts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.migrator.operation.Sql.column;
import static dev.migrator.operation.Sql.expression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Updates in batches meet each row once, however often they are stopped.
 */
@ParameterizedClass
@ValueSource(strings = { "h2", "postgresql", "sqlite" })
class BatchedUpdateTests {

	private static final String PLUS_ONE = "power_level + 1";

	@Parameter
	String product = "";

	private DataSource database;

	private JdbcClient client;

	@BeforeEach
	void open() {
		this.database = database(this.product);
		this.client = JdbcClient.create(this.database);
	}

	private static DataSource database(String product) {
		return switch (product) {
			case "h2" -> Databases.h2();
			case "postgresql" -> Databases.postgresql();
			default -> Databases.sqlite();
		};
	}

	private void heroes(int count) {
		this.client.sql("create table hero (id integer primary key, power_level integer)").update();
		fill("insert into hero select n, n from numbers", 1, count);
	}

	private void fill(String insert, int from, int to) {
		String numbers = switch (this.product) {
			case "h2" -> "(select x as n from system_range(%d, %d)) numbers";
			case "postgresql" -> "(select n from generate_series(%d, %d) n) numbers";
			default ->
				"(with recursive r(n) as (select %d union all select n + 1 from r where n < %d) select n from r) numbers";
		};
		this.client.sql(insert.replace("numbers", numbers.formatted(from, to))).update();
	}

	private long count(String where) {
		return this.client.sql("select count(*) from hero where " + where).query(Long.class).single();
	}

	private Migrator migrator(DataSource dataSource, Consumer<Operations> upgrade) {
		return migrator(dataSource, Walks.class, upgrade);
	}

	private static Migrator migrator(DataSource dataSource, Class<? extends Walks> type, Consumer<Operations> upgrade) {
		MigrationFactory factory = (wanted) -> (wanted == Walks.class) ? new Walks(upgrade) : new WalksAlone(upgrade);
		return Migrator.builder()
			.dataSource(dataSource)
			.locations("classpath:nowhere")
			.migrations(List.of(type))
			.migrationFactory(factory)
			.build();
	}

	private static Consumer<Operations> walk(int size) {
		return (op) -> op.updateInBatches("hero",
				(b) -> b.key("id").size(size).set("power_level", expression(PLUS_ONE)));
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
	void whatStandsAroundTheBatchesIsDoneOnceToo() {
		heroes(50);
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
			DataSource undisturbed = database(this.product);
			this.client = JdbcClient.create(undisturbed);
			heroes(50);
			Observed probe = new Observed(undisturbed);
			migrator(probe.dataSource(), type, upgrade).upgrade();
			int statements = probe.statements().size();
			for (int number = 1; number <= statements; number++) {
				assertSurvivesDeath(number, type, upgrade);
			}
		}
	}

	private void assertSurvivesDeath(int number, Class<? extends Walks> type, Consumer<Operations> upgrade) {
		DataSource mortal = database(this.product);
		this.client = JdbcClient.create(mortal);
		heroes(50);
		Observed observed = new Observed(mortal);
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
		migrator(mortal, type, upgrade).upgrade();
		assertThat(count("power_level = case when id > 10 and id <= 30 then id else id + 1 end"))
			.as("death at statement %d of %s", number, observed.statements())
			.isEqualTo(50);
		assertThat(this.client.sql("select id from log order by id").query(Integer.class).list()).containsExactly(1, 2,
				3);
	}

	@Test
	void anEmptyTableIsDoneAtOnce() {
		heroes(0);
		migrator(this.database, walk(10)).upgrade();
		assertThat(migrator(this.database, walk(10)).status().pending()).isEmpty();
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
	void compositeKeysAreWalkedInTheirOrder() {
		this.client.sql("""
				create table hero (team integer not null, name varchar(20) not null, power_level integer,
				primary key (team, name))""").update();
		fill("insert into hero select n % 7, 'n' || (n / 7), n from numbers", 0, 999);
		migrator(this.database,
				(op) -> op.updateInBatches("hero",
						(b) -> b.key("team", "name").size(13).set("power_level", expression("-power_level - 1"))))
			.upgrade();
		assertThat(count("power_level < 0")).isEqualTo(1_000);
	}

	@Test
	void keysOfManyTypesAreReadBackAfterAStop() {
		List<Key> keys = new ArrayList<>(List.of(new Key("varchar(40)", "'a,b\\:é''' || cast(n as varchar(9))"),
				new Key("bigint", "9007199254740993 + n"), new Key("numeric(20, 3)", "n + 0.125"),
				new Key("date", "'2026-01-' || (10 + n)")));
		if (!this.product.equals("sqlite")) {
			keys.add(new Key("uuid", "cast('00000000-0000-0000-0000-0000000000' || (10 + n) as uuid)"));
			keys.set(3, new Key("date", "date '2026-01-10' + cast(n as integer)"));
			keys.add(new Key("timestamp with time zone",
					"timestamp with time zone '2026-10-25 00:00:00+00:00' + n * interval '10' minute"));
			keys.add(new Key("timestamp", "timestamp '2026-03-29 00:00:00' + n * interval '10' minute"));
		}
		if (this.product.equals("postgresql")) {
			this.client.sql("create type mood as enum ('sad', 'ok', 'happy')").update();
			keys.add(new Key("mood", "(array['happy', 'ok', 'sad'])[1 + n % 3]::mood"));
			keys.add(new Key("bytea", "decode(lpad(to_hex(n), 4, '0'), 'hex')"));
		}
		for (Key key : keys) {
			this.client.sql("drop table if exists migrator_version").update();
			this.client.sql("drop table if exists migrator_history").update();
			this.client.sql("drop table if exists hero").update();
			this.client
				.sql("create table hero (k %s not null, n integer not null, power_level integer, unique (k, n))"
					.formatted(key.type()))
				.update();
			fill("insert into hero select %s, n, n from numbers".formatted(key.sql()), 0, 30);
			assertResumed(key.type());
		}
	}

	private void assertResumed(String key) {
		Consumer<Operations> upgrade = (op) -> op.updateInBatches("hero",
				(b) -> b.key("k", "n").size(7).set("power_level", expression(PLUS_ONE)));
		Observed observed = new Observed(this.database);
		AtomicInteger updates = new AtomicInteger();
		observed.before((sql) -> {
			if (sql.startsWith("update hero") && updates.incrementAndGet() == 3) {
				throw new Observed.ProcessDied();
			}
		});
		assertThatExceptionOfType(Observed.ProcessDied.class).as(key)
			.isThrownBy(() -> migrator(observed.dataSource(), upgrade).upgrade());
		assertThat(count("power_level = n + 1")).as(key).isEqualTo(14);
		migrator(this.database, upgrade).upgrade();
		assertThat(count("power_level = n + 1")).as(key).isEqualTo(31);
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
	void aRehearsalRunsTheBatchesInItsTransaction() {
		heroes(100);
		Migrator migrator = migrator(this.database, walk(30));
		if (this.product.equals("h2")) {
			assertThatExceptionOfType(MigratorException.class)
				.isThrownBy(() -> migrator.rehearse(Direction.UPGRADE, "head"))
				.withMessageContaining("Nothing can be rehearsed on h2");
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
		fill("insert into hero select n % 7, 'n' || (n / 7), n from numbers", 0, 999);
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
		else {
			Scripts.run(script.toString(), this.database);
		}
		assertThat(count("power_level >= 5000 and power_level < 6000")).isEqualTo(1_000);
		assertThat(this.client.sql("select count(*) from log").query(Long.class).single()).isEqualTo(1);
		assertThat(migrator(this.database, walk(10)).status().pending()).isEmpty();
		if (this.product.equals("postgresql")) {
			assertThat(script).contains("    loop\n", "commit;", "limit 100");
		}
		else {
			assertThat(script).containsOnlyOnce("update hero set power_level").doesNotContain("limit");
		}
	}

	private void stopInTheMiddle() {
		Observed observed = new Observed(this.database);
		AtomicInteger updates = new AtomicInteger();
		observed.before((sql) -> {
			if (sql.startsWith("update hero") && updates.incrementAndGet() == 2) {
				throw new Observed.ProcessDied();
			}
		});
		assertThatExceptionOfType(Observed.ProcessDied.class)
			.isThrownBy(() -> migrator(observed.dataSource(), walk(10)).upgrade());
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
	void whatCannotBeWalkedIsRefusedInOneSentence() {
		this.client.sql("create table hero (id integer primary key, code integer unique, power_level integer)")
			.update();
		assertRefused((b) -> b.key("idd").set("power_level", 1), "hero has no column 'idd' to walk by.");
		assertRefused((b) -> b.key("code").set("power_level", 1), "'code' of hero may be null");
		this.client.sql("drop table hero").update();
		this.client.sql("create table hero (id integer primary key, team integer not null, power_level integer)")
			.update();
		assertRefused((b) -> b.key("team").set("power_level", 1), "nothing makes team unique in hero");
		assertRefused((b) -> b.set("power_level", 1), "names no key to walk by");
		assertRefused((b) -> b.key("id", "id").set("power_level", 1), "names a column of its key twice");
		assertRefused((b) -> b.key("id").size(0).set("power_level", 1), "has batches of 0 rows");
		assertRefused((b) -> b.key("id"), "sets no column");
		assertRefused((b) -> b.key("id").set("id", expression("id + 1")), "sets 'id', by which it walks");
		this.client.sql("create unique index uq on hero (team, id)").update();
		migrator(this.database, (op) -> op.updateInBatches("hero", (b) -> b.key("team", "id").set("power_level", 1)))
			.upgrade();
	}

	private void assertRefused(Consumer<BatchedUpdateSpec> update, String problem) {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(migrator(this.database, (op) -> op.updateInBatches("hero", update))::upgrade)
			.withMessageContaining(problem)
			.satisfies((ex) -> {
				assertThat(ex.category()).isEqualTo(ErrorCategory.INVALID_REVISION);
				assertThat(ex.action()).isNotNull();
			});
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

	/**
	 * A key.
	 *
	 * @param type its type
	 * @param sql its value by the number {@code n}
	 */
	private record Key(String type, String sql) {

	}

	@Revision(id = "walks")
	static class Walks implements Migration {

		private final Consumer<Operations> both;

		Walks(Consumer<Operations> both) {
			this.both = both;
		}

		@Override
		public void upgrade(Operations op) {
			this.both.accept(op);
		}

		@Override
		public void downgrade(Operations op) {
			op.updateInBatches("hero", (b) -> b.key("id").size(30).set("power_level", expression("power_level - 1")));
		}

	}

	@Revision(id = "walks", transactional = false)
	static class WalksAlone extends Walks {

		WalksAlone(Consumer<Operations> both) {
			super(both);
		}

	}

}
