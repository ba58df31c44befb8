package dev.migrator.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.FinalName;
import dev.migrator.schema.Json;
import dev.migrator.test.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The databases read literals back as the values they came from.
 */
@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2" })
class LiteralTests {

	@Parameter
	String database = "";

	private Connection connection;

	private Dialect dialect;

	@BeforeEach
	void open() throws SQLException {
		this.connection = ((this.database.equals("h2")) ? Databases.h2() : Databases.postgresql()).getConnection();
		this.dialect = Dialects.named(this.database);
	}

	@AfterEach
	void close() throws SQLException {
		this.connection.close();
	}

	private <T> T read(@Nullable Object value, String type, Class<T> javaType) throws SQLException {
		String sql = "select cast(%s as %s)".formatted(this.dialect.literal(value), type);
		try (Statement statement = this.connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			assertThat(result.next()).isTrue();
			return result.getObject(1, javaType);
		}
	}

	@Test
	void textKeepsEachCharacter() throws SQLException {
		for (String text : new String[] { "", "It's", "''", "a\\b\\'c\\n", "two\nlines\r\n\tend", "größe 漢字 😀",
				"\u0001\u007f", "$$ $1 ?", "-- no /* comment", "\"quoted\"", " blanks " }) {
			assertThat(read(text, "varchar(100)", String.class)).isEqualTo(text);
		}
		assertThat(read('\'', "varchar(10)", String.class)).isEqualTo("'");
		assertThat(read(DayOfWeek.MONDAY, "varchar(10)", String.class)).isEqualTo("MONDAY");
		assertThat(read(new FinalName("abc"), "varchar(10)", String.class)).isEqualTo("abc");
	}

	@Test
	void numbersKeepEachDigit() throws SQLException {
		for (long number : new long[] { 0, -1, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MIN_VALUE }) {
			assertThat(read(number, "bigint", Long.class)).isEqualTo(number);
		}
		assertThat(read((short) -3, "smallint", Integer.class)).isEqualTo(-3);
		assertThat(read((byte) -3, "smallint", Integer.class)).isEqualTo(-3);
		for (String number : new String[] { "1.50", "-0.000000000000000000001", "12345678901234567890.123456789",
				"1E+20" }) {
			assertThat(read(new BigDecimal(number), "numeric(60, 25)", BigDecimal.class)).isEqualByComparingTo(number);
		}
		assertThat(read(new BigInteger("123456789012345678901234567890"), "numeric(60, 0)", BigDecimal.class))
			.isEqualByComparingTo("123456789012345678901234567890");
		assertThat(this.dialect.literal(new BigDecimal("1E+20"))).isEqualTo("100000000000000000000");
		for (double number : new double[] { 0.0, -0.0, 1.5, -1e-5, 0.1, Double.MAX_VALUE, Double.MIN_VALUE, Double.NaN,
				Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY }) {
			assertThat(read(number, "double precision", Double.class)).isEqualTo(Double.valueOf(kept(number)));
		}
		for (float number : new float[] { -0.0f, 0.1f, Float.MAX_VALUE, Float.MIN_VALUE, Float.NaN,
				Float.NEGATIVE_INFINITY }) {
			assertThat(read(number, "real", Float.class)).isEqualTo(Float.valueOf((float) kept(number)));
		}
	}

	// H2 knows no negative zero.
	private double kept(double number) {
		return (this.database.equals("h2")) ? number + 0.0 : number;
	}

	@Test
	void timesKeepTheirDigitsAndZone() throws SQLException {
		for (String date : new String[] { "2026-02-28", "0001-01-01", "0000-12-31", "-0043-03-15", "+12345-06-07" }) {
			assertThat(read(LocalDate.parse(date), "date", LocalDate.class)).isEqualTo(date);
		}
		for (String time : new String[] { "2026-02-28T23:59:59.123456", "2026-02-28T00:00", "-0043-03-15T12:00",
				"+12345-06-07T01:02:03" }) {
			assertThat(read(LocalDateTime.parse(time), "timestamp", LocalDateTime.class)).isEqualTo(time);
		}
		assertThat(read(LocalTime.parse("23:59:59.123456"), "time(6)", LocalTime.class)).isEqualTo("23:59:59.123456");
		assertThat(read(LocalTime.MIDNIGHT, "time(6)", LocalTime.class)).isEqualTo("00:00");
		OffsetDateTime moment = OffsetDateTime.parse("2026-02-28T01:02:03.000004+05:30");
		assertThat(readMoment(moment)).isEqualTo(moment.toInstant());
		assertThat(readMoment(moment.toInstant())).isEqualTo(moment.toInstant());
		assertThat(readMoment(moment.atZoneSameInstant(ZoneId.of("Europe/Berlin")))).isEqualTo(moment.toInstant());
		OffsetDateTime ancient = OffsetDateTime.of(-43, 3, 15, 12, 0, 0, 0, ZoneOffset.ofHours(-3));
		assertThat(readMoment(ancient)).isEqualTo(ancient.toInstant());
		assertThat(read(java.sql.Timestamp.valueOf("2026-02-28 01:02:03.5"), "timestamp", LocalDateTime.class))
			.isEqualTo("2026-02-28T01:02:03.5");
		assertThat(read(java.sql.Date.valueOf("2026-02-28"), "date", LocalDate.class)).isEqualTo("2026-02-28");
		assertThat(read(java.sql.Time.valueOf("01:02:03"), "time", LocalTime.class)).isEqualTo("01:02:03");
		assertThat(readMoment(java.util.Date.from(moment.toInstant())))
			.isEqualTo(Instant.parse("2026-02-27T19:32:03Z"));
	}

	private Instant readMoment(Object value) throws SQLException {
		return read(value, "timestamp with time zone", OffsetDateTime.class).toInstant();
	}

	@Test
	void otherValuesComeBackAsTheyAre() throws SQLException {
		assertThat(read(true, "boolean", Boolean.class)).isTrue();
		assertThat(read(false, "boolean", Boolean.class)).isFalse();
		UUID uuid = UUID.randomUUID();
		assertThat(read(uuid, "uuid", UUID.class)).isEqualTo(uuid);
		String bytes = (this.database.equals("h2")) ? "varbinary" : "bytea";
		assertThat(read(new byte[] { 0, -1, 39, 92 }, bytes, byte[].class)).containsExactly(0, -1, 39, 92);
		assertThat(read(new byte[0], bytes, byte[].class)).isEmpty();
		assertThat(this.dialect.literal(null)).isEqualTo("null");
	}

	@Test
	void controlCharactersStandAsTheirNumbersAndComeBack() throws SQLException {
		String text = "a\rb\u0007c\\d'e\u0085f\\0041";
		assertThat(this.dialect.literal(text)).isEqualTo("U&'a\\000db\\0007c\\\\d''e\\0085f\\\\0041'");
		assertThat(read(text, "varchar(100)", String.class)).isEqualTo(text);
		assertThat(this.dialect.literal("a\n\tb")).isEqualTo("'a\n\tb'");
	}

	@Test
	void jsonIsToldFromText() throws SQLException {
		String json = "{\"a\": [1, \"It's\\\\?\"]}";
		if (isH2()) {
			assertThat(read(new Json(json), "json", String.class)).isEqualTo(json.replace(" ", ""));
		}
		else {
			assertThat(sameAs(new Json(json), "jsonb_build_object('a', jsonb_build_array(1, 'It''s\\?'))")).isTrue();
		}
	}

	@Test
	void listsKeepTheirElements() throws SQLException {
		assertThat(readList(List.of(1, 2, 3), "integer")).containsExactly(1, 2, 3);
		assertThat(readList(new int[] { 4, 5 }, "integer")).containsExactly(4, 5);
		assertThat(readList(List.of(), "integer")).isEmpty();
		assertThat(readList(Arrays.asList("a", null, "", "It's", "{b}", "\"c\\d\"", "NULL", "e,f", " "), "varchar(20)"))
			.containsExactly("a", null, "", "It's", "{b}", "\"c\\d\"", "NULL", "e,f", " ");
		assertThat(readList(List.of(DayOfWeek.MONDAY), "varchar(20)")).containsExactly("MONDAY");
		assertThat(readList(new String[] { "a", "b" }, "varchar(20)")).containsExactly("a", "b");
		UUID uuid = UUID.randomUUID();
		assertThat(readList(List.of(uuid), "uuid")).containsExactly(uuid);
	}

	private Object[] readList(Object value, String element) throws SQLException {
		String type = element + ((isH2()) ? " array" : "[]");
		return (Object[]) read(value, type, java.sql.Array.class).getArray();
	}

	@Test
	void lengthsOfTimeKeepTheirUnits() throws SQLException {
		for (Duration duration : List.of(Duration.ZERO, Duration.ofDays(400).plusHours(5),
				Duration.ofSeconds(-3, 500_000_000), Duration.parse("PT-36H-0.000001S"))) {
			assertThat(sameAs(duration, "interval '%s' second".formatted(seconds(duration)))).as("%s", duration)
				.isTrue();
		}
		assertThat(sameAs(Period.of(1, 2, 0), "interval '14' month")).isTrue();
		assertThat(sameAs(Period.ofMonths(-14), "interval '-14' month")).isTrue();
		assertThat(sameAs(Period.ofDays(3), "interval '3' day")).isTrue();
		Period mixed = Period.of(0, 1, 1);
		if (isH2()) {
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.dialect.literal(mixed))
				.withMessageStartingWith("The length of time P1M1D has months and days");
		}
		else {
			assertThat(sameAs(mixed, "interval '1 month 1 day'")).isTrue();
		}
	}

	private static String seconds(Duration duration) {
		return new BigDecimal(duration.toNanos() / 1000).movePointLeft(6).toPlainString();
	}

	private boolean sameAs(Object value, String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement();
				ResultSet result = statement
					.executeQuery("select %s = %s".formatted(this.dialect.literal(value), sql))) {
			assertThat(result.next()).isTrue();
			return result.getBoolean(1);
		}
	}

	private boolean isH2() {
		return this.database.equals("h2");
	}

	@Test
	void aValueWithoutALiteralIsRefused() {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.dialect.literal(Year.of(2026)))
			.withMessage("A value of java.time.Year cannot be written in SQL. Use a string, number, boolean, date,"
					+ " time, UUID, bytes, JSON or a list, or an expression in SQL.")
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
		if (this.database.equals("postgresql")) {
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.dialect.literal("a\0b"))
				.withMessageStartingWith("PostgreSQL cannot hold the NUL character of the text 'a\\0b'.");
		}
	}

}
