package dev.migrator.dialect.mariadb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.UUID;

import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.test.LiveDatabase;
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
 * MariaDB and MySQL read literals back as the values they came from.
 */
@ParameterizedClass
@ValueSource(strings = { "mariadb", "mysql" })
class MariadbLiteralTests {

	@Parameter
	String product = "";

	private Dialect dialect;

	private LiveDatabase database;

	private Connection connection;

	@BeforeEach
	void open() throws SQLException {
		this.database = new LiveDatabase(this.product);
		this.dialect = this.database.dialect();
		this.connection = this.database.dataSource().getConnection();
	}

	@AfterEach
	void close() throws SQLException {
		this.connection.close();
		this.database.close();
	}

	private <T> T read(@Nullable Object value, String type, Class<T> javaType) throws SQLException {
		return evaluate("cast(%s as %s)".formatted(this.dialect.literal(value), type), javaType);
	}

	private <T> T evaluate(String expression, Class<T> javaType) throws SQLException {
		try (Statement statement = this.connection.createStatement();
				ResultSet result = statement.executeQuery("select " + expression)) {
			assertThat(result.next()).isTrue();
			return result.getObject(1, javaType);
		}
	}

	@Test
	void textKeepsEachCharacter() throws SQLException {
		StringBuilder control = new StringBuilder();
		for (char c = 0; c < 0xa0; c++) {
			control.append(c);
		}
		for (String text : new String[] { "", "It's", "''", "a\\b\\'c\\n", "\\", "\\\\'", "two\nlines\r\n\tend\r",
				"größe 漢字 😀", control.toString(), "$$ $1 ? ${x}", "-- no /* comment */ # x", "\"quoted\" `name`",
				" blanks ", "%_\\%\\_", "\u2028\ufeff" }) {
			assertThat(read(text, "char(1000)", String.class)).isEqualTo(text);
		}
		assertThat(read('\'', "char(10)", String.class)).isEqualTo("'");
		assertThat(read(DayOfWeek.MONDAY, "char(10)", String.class)).isEqualTo("MONDAY");
		assertThat(this.dialect.literal("a\0b\r\n\032'\\")).isEqualTo("'a\\0b\\r\n\\Z''\\\\'");
	}

	// The server itself keeps no character beyond the first 65,536 in a comment.
	@Test
	void textKeepsItsCharactersInDefaultsAndComments() throws SQLException {
		String value = "It's a \\ \"😀\" \n ${x} ?";
		String comment = "It's a \\ \"漢\" \n ${x} ?";
		try (Statement statement = this.connection.createStatement()) {
			statement.execute("create table t (id integer, v varchar(100) character set utf8mb4 default %s comment %s)"
				.formatted(this.dialect.literal(value), this.dialect.literal(comment)));
			statement.execute("insert into t (id) values (1)");
		}
		assertThat(evaluate("v from t", String.class)).isEqualTo(value);
		assertThat(evaluate("column_comment from information_schema.columns where table_schema = database()"
				+ " and column_name = 'v'", String.class))
			.isEqualTo(comment);
	}

	@Test
	void numbersKeepEachDigit() throws SQLException {
		for (long number : new long[] { 0, -1, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MIN_VALUE }) {
			assertThat(read(number, "signed", Long.class)).isEqualTo(number);
		}
		assertThat(read((byte) -3, "signed", Integer.class)).isEqualTo(-3);
		for (String number : new String[] { "1.50", "-0.000000000000000000001", "12345678901234567890.123456789",
				"1E+20" }) {
			assertThat(read(new BigDecimal(number), "decimal(60, 25)", BigDecimal.class)).isEqualByComparingTo(number);
		}
		assertThat(read(new BigInteger("123456789012345678901234567890"), "decimal(60, 0)", BigDecimal.class))
			.isEqualByComparingTo("123456789012345678901234567890");
		for (double number : new double[] { 0.0, -0.0, 1.5, -1e-5, 0.1, Double.MAX_VALUE, Double.MIN_VALUE, 1 / 3.0 }) {
			assertThat(read(number, "double", Double.class)).isEqualTo(Double.valueOf(number));
		}
		for (float number : new float[] { -0.0f, 0.1f, Float.MAX_VALUE, Float.MIN_VALUE }) {
			assertThat(read(number, "double", Double.class).floatValue()).isEqualTo(Float.valueOf(number));
		}
	}

	@Test
	void timesKeepTheirMicroseconds() throws SQLException {
		for (String date : new String[] { "2026-02-28", "0001-01-01", "9999-12-31" }) {
			assertThat(read(LocalDate.parse(date), "date", LocalDate.class)).isEqualTo(date);
		}
		for (String time : new String[] { "2026-02-28T23:59:59.123456", "2026-02-28T00:00" }) {
			assertThat(read(LocalDateTime.parse(time), "datetime(6)", LocalDateTime.class)).isEqualTo(time);
		}
		assertThat(read(LocalTime.parse("23:59:59.123456"), "time(6)", LocalTime.class)).isEqualTo("23:59:59.123456");
		assertThat(read(LocalTime.MIDNIGHT, "time(6)", LocalTime.class)).isEqualTo("00:00");
		assertThat(read(java.sql.Timestamp.valueOf("2026-02-28 01:02:03.5"), "datetime(6)", LocalDateTime.class))
			.isEqualTo("2026-02-28T01:02:03.5");
		assertThat(read(java.sql.Date.valueOf("2026-02-28"), "date", LocalDate.class)).isEqualTo("2026-02-28");
		assertThat(read(java.sql.Time.valueOf("01:02:03"), "time", LocalTime.class)).isEqualTo("01:02:03");
	}

	@Test
	void aMomentIsItsDateAndTimeInUtc() throws SQLException {
		OffsetDateTime moment = OffsetDateTime.parse("2026-02-28T01:02:03.004+05:30");
		Instant instant = moment.toInstant();
		for (Object value : new Object[] { moment, instant, instant.atZone(ZoneId.of("Europe/Berlin")),
				Date.from(instant) }) {
			assertThat(read(value, "datetime(6)", LocalDateTime.class)).isEqualTo("2026-02-27T19:32:03.004");
		}
	}

	@Test
	void otherValuesComeBackAsTheyAre() throws SQLException {
		assertThat(evaluate(this.dialect.literal(true), Boolean.class)).isTrue();
		assertThat(evaluate(this.dialect.literal(false), Boolean.class)).isFalse();
		assertThat(evaluate(this.dialect.literal(null), String.class)).isNull();
		UUID uuid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
		if (this.database.isMysql()) {
			assertThat(evaluate("lower(hex(%s))".formatted(this.dialect.literal(uuid)), String.class))
				.isEqualTo("00112233445566778899aabbccddeeff");
		}
		else {
			assertThat(read(uuid, "uuid", UUID.class)).isEqualTo(uuid);
		}
		assertThat(read(new byte[] { 0, -1, 39, 92 }, "binary(4)", byte[].class)).containsExactly(0, -1, 39, 92);
		assertThat(evaluate(this.dialect.literal(new byte[0]), byte[].class)).isEmpty();
	}

	@Test
	void aValueThatThereIsNotIsRefused() {
		refused(Double.NaN, "MariaDB has no number 'NaN'. Use null for what is no number.");
		refused(Float.NEGATIVE_INFINITY, "MariaDB has no number '-Infinity'. Use null for what is no number.");
		refused(OffsetTime.parse("01:02+01:00"),
				"MariaDB has no time of day with a zone, as 01:02+01:00 is. Use one without a zone.");
		for (String date : new String[] { "-0043-03-15", "+12345-06-07" }) {
			String message = "MariaDB has dates from the year 0 to 9999 only, and not " + date
					+ ". Leave such a date out, or keep it as text.";
			refused(LocalDate.parse(date), message);
			refused(LocalDate.parse(date).atStartOfDay(), message);
			refused(OffsetDateTime.parse(date + "T12:00:00Z"), message);
		}
	}

	private void refused(Object value, String message) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.dialect.literal(value))
			.withMessage(this.database.named(message))
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
	}

}
