package dev.migrator.dialect.sqlite;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.UUID;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Row;
import dev.migrator.schema.Json;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A value that is written into a statement is kept as the one that is bound, and read
 * back as it was.
 */
class SqliteLiteralTests {

	private final SqlSession session = JdbcSession.open(Databases.sqlite());

	private final Dialect dialect = Dialects.of(this.session.database());

	@AfterEach
	void close() {
		this.session.close();
	}

	static Stream<@Nullable Object> values() {
		return Stream.of("", "It's", "''", "a\\b\\'c\\n", "two\nlines\r\n\tend", "größe 漢字 😀", "\u0001\u007f",
				"$$ $1 ? :x @y", "-- no /* comment", "\"quoted\"", " blanks ", "a\0b", "\0", '\'', DayOfWeek.MONDAY,
				true, false, 0, -1, Long.MAX_VALUE, Long.MIN_VALUE, (short) -3, (byte) 3, new BigDecimal("1.50"),
				new BigDecimal("-0.000000000000000000001"), new BigDecimal("12345678901234567890.123456789"),
				new BigDecimal("1E+20"), new BigInteger("123456789012345678901234567890"), 0.0, 1.5, -1e-5, 0.1,
				Double.MAX_VALUE, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.1f,
				Float.MAX_VALUE, LocalDate.parse("2026-02-28"), LocalDate.parse("-0043-03-15"),
				LocalDate.parse("+12345-06-07"), LocalTime.parse("23:59:59.123456"), LocalTime.MIDNIGHT,
				LocalDateTime.parse("2026-02-28T00:00"), LocalDateTime.parse("2026-02-28T23:59:59.5"),
				OffsetDateTime.parse("2026-02-28T01:02:03.000004+05:30"), Instant.parse("2026-02-28T01:02:03Z"),
				java.sql.Timestamp.valueOf("2026-02-28 01:02:03.5"), java.sql.Date.valueOf("2026-02-28"),
				UUID.fromString("a4a9fe72-e663-4560-a017-ed8b954f186c"), new byte[] { 0, -1, 39, 92 }, new byte[0],
				new Json("{\"a\": 1}"), Duration.ofSeconds(61), Period.ofMonths(3));
	}

	@ParameterizedTest
	@MethodSource("values")
	void aLiteralIsTheValueThatIsBound(Object value) {
		for (String type : new String[] { "text", "numeric", "blob", "real", "integer" }) {
			this.session.execute(SqlStatement.of("create table if not exists kept_%1$s (v %1$s)".formatted(type)));
			this.session.execute(SqlStatement.of("delete from kept_" + type));
			this.session.execute(SqlStatement.of("insert into kept_%s values (?)".formatted(type), value));
			this.session.execute(
					SqlStatement.of("insert into kept_%s values (%s)".formatted(type, this.dialect.literal(value))));
			assertThat(this.session
				.query(SqlStatement.of("select distinct typeof(v) as type, hex(v) as hex, v as v from kept_" + type)))
				.as(type)
				.hasSize(1);
		}
	}

	@Test
	void valuesComeBackAsTheyWere() {
		assertThat(read("a\0b").get("v")).isEqualTo("a\0b");
		assertThat(read(Long.MIN_VALUE).number("v")).isEqualTo(Long.MIN_VALUE);
		assertThat(read(true).bool("v")).isTrue();
		assertThat(read(0.1).get("v")).isEqualTo(0.1);
		assertThat(read(Double.MIN_VALUE).get("v")).isEqualTo(Double.MIN_VALUE);
		assertThat(read(Double.NEGATIVE_INFINITY).get("v")).isEqualTo(Double.NEGATIVE_INFINITY);
		assertThat(read(new byte[] { 0, -1, 39, 92 }).get("v")).isEqualTo(new byte[] { 0, -1, 39, 92 });
		assertThat(read(null).get("v")).isNull();
		assertThat(this.dialect.literal(new BigDecimal("1E+2"))).isEqualTo("100");
		assertThat(this.dialect.literal(true)).isEqualTo("1");
		assertThat(this.dialect.literal(LocalDateTime.parse("2026-02-28T01:02"))).isEqualTo("'2026-02-28 01:02:00'");
		assertThat(this.dialect.literal(new byte[] { 1, -1 })).isEqualTo("x'01ff'");
	}

	private Row read(@Nullable Object value) {
		return this.session.query(SqlStatement.of("select %s as v".formatted(this.dialect.literal(value)))).get(0);
	}

	@Test
	void aValueWithoutALiteralIsRefused() {
		for (Object value : new Object[] { List.of(1), new int[] { 1 }, Double.NaN, Float.NaN }) {
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.dialect.literal(value));
		}
	}

}
