package dev.migrator.session;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import dev.migrator.error.MigratorException;
import dev.migrator.operation.Row;
import dev.migrator.test.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What is done otherwise for the driver of SQLite.
 */
class SqliteSessionTests {

	private final DataSource dataSource = Databases.sqlite();

	private SqlSession session;

	private SqlSession other;

	@BeforeEach
	void open() {
		this.session = JdbcSession.open(this.dataSource);
		this.other = JdbcSession.open(this.dataSource);
		execute(this.session, "create table hero (id integer primary key, value)");
	}

	@AfterEach
	void close() {
		this.session.close();
		this.other.close();
	}

	private static long execute(SqlSession session, String sql, @Nullable Object... binds) {
		return session.execute(SqlStatement.of(sql, binds));
	}

	private static long count(SqlSession session) {
		return session.query(SqlStatement.of("select count(*) as n from hero")).get(0).number("n");
	}

	@Test
	void theTransactionTakesSchemaChangesBack() {
		this.session.begin();
		execute(this.session, "create table team (id integer)");
		execute(this.session, "alter table hero add column age integer");
		execute(this.session, "drop index if exists ix_hero");
		execute(this.session, "insert into hero (age) values (1)");
		this.session.rollback();
		assertThat(this.session.query(SqlStatement.of("select sql from sqlite_schema"))).singleElement()
			.satisfies((row) -> assertThat(row.string("sql"))
				.isEqualTo("CREATE TABLE hero (id integer primary key, value)"));
	}

	@Test
	void aTransactionIsAWriterFromItsBegin() {
		execute(this.other, "pragma busy_timeout = 20");
		this.session.begin();
		assertThat(count(this.other)).isZero();
		SqlSessionException ex = catchThrowableOfType(SqlSessionException.class, this.other::begin);
		assertThat(ex.errorCode()).isEqualTo(5);
		assertThat(this.other.inTransaction()).isFalse();
		this.session.commit();
		assertThat(this.session.inTransaction()).isFalse();
		// The driver's own commit would have begun the next transaction.
		this.other.begin();
		this.other.rollback();
	}

	@Test
	void twoThatReadAndThenWriteDoNotDeadlock() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Future<?>> both = List.of(threads.submit(() -> countUp(this.session)),
					threads.submit(() -> countUp(this.other)));
			for (Future<?> one : both) {
				one.get(30, TimeUnit.SECONDS);
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(count(this.session)).isEqualTo(40);
	}

	private static void countUp(SqlSession session) {
		for (int i = 0; i < 20; i++) {
			session.begin();
			long next = count(session) + 1;
			execute(session, "insert into hero (id) values (?)", next);
			session.commit();
		}
	}

	@Test
	void aTransactionThatAnErrorEndedCanBeRolledBack() {
		execute(this.session, "insert into hero values (1, 1)");
		this.session.begin();
		execute(this.session, "insert into hero values (2, 2)");
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> execute(this.session, "insert or rollback into hero values (1, 1)"));
		this.session.rollback();
		assertThat(this.session.inTransaction()).isFalse();
		assertThat(count(this.session)).isEqualTo(1);
		this.session.begin();
		this.session.commit();
	}

	@Test
	void onlyAChangeOfRowsIsCounted() {
		assertThat(execute(this.session, "insert into hero (value) values (1), (2), (3)")).isEqualTo(3);
		assertThat(execute(this.session, "create table team (id integer)")).isZero();
		assertThat(execute(this.session, "alter table team add column name text")).isZero();
		assertThat(execute(this.session, "pragma legacy_alter_table = off")).isZero();
		assertThat(execute(this.session, "update hero set value = ? where value > ?", 7, 1)).isEqualTo(2);
		assertThat(execute(this.session, "delete from hero where value = 8")).isZero();
		assertThat(execute(this.session, "drop table team")).isZero();
	}

	@Test
	void boundValuesBecomeWhatLiteralsBecome() {
		assertThat(kept(true)).isEqualTo("1 integer");
		assertThat(kept((byte) -3)).isEqualTo("-3 integer");
		assertThat(kept(Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE + " integer");
		assertThat(kept(new BigInteger("7"))).isEqualTo("7 integer");
		assertThat(kept(new BigDecimal("1.50"))).isEqualTo("1.5 real");
		assertThat(kept(new BigDecimal("-0.00"))).isEqualTo("0 integer");
		assertThat(kept(new BigDecimal("1E+3"))).isEqualTo("1000 integer");
		assertThat(kept(new BigDecimal("12345678901234567890.5"))).isEqualTo("12345678901234567890.5 text");
		assertThat(kept(new BigDecimal("9223372036854775808"))).isEqualTo("9223372036854775808 text");
		assertThat(kept(0.1f)).isEqualTo("0.1 real");
		assertThat(kept(Double.POSITIVE_INFINITY)).isEqualTo("Infinity real");
		assertThat(kept('c')).isEqualTo("c text");
		assertThat(kept(new byte[] { 1, 2 })).endsWith(" blob");
		assertThat(kept(UUID.fromString("a4a9fe72-e663-4560-a017-ed8b954f186c")))
			.isEqualTo("a4a9fe72-e663-4560-a017-ed8b954f186c text");
		assertThat(kept(null)).isEqualTo("null null");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> kept(Double.NaN))
			.withMessageContaining("NaN");
	}

	@Test
	void timesAreTextAsSqliteReadsIt() {
		assertThat(kept(LocalDate.parse("2026-02-28"))).isEqualTo("2026-02-28 text");
		assertThat(kept(LocalTime.parse("23:59"))).isEqualTo("23:59:00 text");
		assertThat(kept(LocalTime.parse("23:59:01.5"))).isEqualTo("23:59:01.500 text");
		assertThat(kept(OffsetTime.parse("23:59Z"))).isEqualTo("23:59:00+00:00 text");
		assertThat(kept(LocalDateTime.parse("2026-02-28T00:00"))).isEqualTo("2026-02-28 00:00:00 text");
		assertThat(kept(LocalDateTime.parse("2026-02-28T01:02:03.000004")))
			.isEqualTo("2026-02-28 01:02:03.000004 text");
		assertThat(kept(OffsetDateTime.parse("2026-02-28T01:02:03+05:30"))).isEqualTo("2026-02-27 19:32:03 text");
		assertThat(kept(ZonedDateTime.parse("2026-02-28T01:02:03+05:30"))).isEqualTo("2026-02-27 19:32:03 text");
		assertThat(kept(Instant.parse("2026-02-28T01:02:03.5Z"))).isEqualTo("2026-02-28 01:02:03.500 text");
		assertThat(kept(java.sql.Timestamp.valueOf("2026-02-28 01:02:03.5"))).isEqualTo("2026-02-28 01:02:03.500 text");
		assertThat(kept(java.sql.Date.valueOf("2026-02-28"))).isEqualTo("2026-02-28 text");
		assertThat(kept(java.sql.Time.valueOf("01:02:03"))).isEqualTo("01:02:03 text");
		assertThat(kept(java.util.Date.from(Instant.parse("2026-02-28T01:02:03Z"))))
			.isEqualTo("2026-02-28 01:02:03 text");
		Object moment = kept(Instant.now());
		assertThat(this.session
			.query(SqlStatement.of("select abs(julianday('now') - julianday(substr(?, 1, 23))) * 86400 < ? as near",
					moment, Duration.ofMinutes(1).toSeconds())))
			.singleElement()
			.satisfies((row) -> assertThat(row.bool("near")).isTrue());
	}

	private String kept(@Nullable Object value) {
		Row row = this.session.query(SqlStatement.of("select ? as kept, typeof(?) as type", value, value)).get(0);
		return row.string("kept") + " " + row.string("type");
	}

}
