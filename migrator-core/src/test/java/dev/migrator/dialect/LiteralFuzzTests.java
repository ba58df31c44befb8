package dev.migrator.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import javax.sql.DataSource;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Json;
import dev.migrator.test.Databases;
import dev.migrator.test.Fuzz;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The databases read many random values and names as what they were, or the value is
 * refused. A statement has many values, so that a million is quick.
 */
@SuppressWarnings("NullAway.Init") // the test begins with them
class LiteralFuzzTests {

	private static final int PER_STATEMENT = 400;

	private Fuzz fuzz;

	private Dialect dialect;

	private Statement statement;

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql", "sqlite" })
	void valuesAndNamesComeBack(String product) throws SQLException {
		this.fuzz = new Fuzz();
		this.dialect = Dialects.named(product);
		DataSource database = switch (product) {
			case "h2" -> Databases.h2();
			case "postgresql" -> Databases.postgresql();
			default -> Databases.sqliteInMemory();
		};
		List<Kind> kinds = kinds(product);
		int tries = Fuzz.tries() / 3;
		int perKind = tries / (kinds.size() + 1) + 1;
		try (Connection connection = database.getConnection(); Statement created = connection.createStatement()) {
			created.setEscapeProcessing(false);
			this.statement = created;
			for (Kind kind : kinds) {
				for (int done = 0; done < perKind; done += PER_STATEMENT) {
					values(kind, Math.min(PER_STATEMENT, perKind - done));
				}
			}
			for (int done = 0; done < perKind; done += PER_STATEMENT) {
				names(Math.min(PER_STATEMENT, perKind - done));
			}
		}
	}

	private List<Kind> kinds(String product) {
		List<Kind> kinds = new ArrayList<>();
		String text = (product.equals("postgresql")) ? "text" : "varchar";
		Reader string = (result) -> result.getString(1);
		kinds.add(new Kind(text, Fuzz::text, string));
		kinds.add(new Kind(text,
				(f) -> String.valueOf((char) f.random().nextInt(0xA0)) + (char) f.random().nextInt(0xA0), string));
		kinds.add(new Kind("bigint", (f) -> f.random().nextLong() >> f.random().nextInt(64),
				(result) -> result.getLong(1)));
		kinds.add(new Kind((product.equals("postgresql")) ? "bytea" : (product.equals("h2")) ? "varbinary" : "blob",
				(f) -> bytes(f), (result) -> result.getBytes(1)));
		kinds.add(new Kind((product.equals("sqlite")) ? "real" : "double precision", LiteralFuzzTests::number,
				(result) -> result.getDouble(1)));
		if (product.equals("sqlite")) {
			return kinds;
		}
		kinds.add(new Kind("numeric(100, 40)", LiteralFuzzTests::decimal,
				(result) -> result.getBigDecimal(1).stripTrailingZeros()));
		kinds.add(new Kind("uuid", (f) -> new UUID(f.random().nextLong(), f.random().nextLong()),
				(result) -> result.getObject(1, UUID.class)));
		kinds.add(new Kind("date", LiteralFuzzTests::date, (result) -> result.getObject(1, LocalDate.class)));
		kinds.add(new Kind("time(6)", LiteralFuzzTests::time, (result) -> result.getObject(1, LocalTime.class)));
		kinds.add(new Kind("timestamp", (f) -> LocalDateTime.of(date(f), time(f)),
				(result) -> result.getObject(1, LocalDateTime.class)));
		kinds.add(new Kind("timestamp with time zone", LiteralFuzzTests::moment,
				(result) -> result.getObject(1, OffsetDateTime.class)));
		kinds.add(new Kind("boolean", (f) -> f.random().nextBoolean(), (result) -> result.getBoolean(1)));
		kinds.add(new Kind((product.equals("h2")) ? "varchar array" : "text[]", LiteralFuzzTests::texts,
				(result) -> Arrays.asList((Object[]) result.getArray(1).getArray())));
		kinds.add(new Kind((product.equals("h2")) ? "bigint array" : "bigint[]", LiteralFuzzTests::numbers,
				(result) -> Arrays.asList((Object[]) result.getArray(1).getArray())));
		kinds.add(new Kind("json", (f) -> new Json(json(f.text())), (result) -> new Json(result.getString(1))));
		return kinds;
	}

	// JSON in its shortest form, in which H2 gives it back.
	private static String json(String text) {
		StringBuilder json = new StringBuilder("{\"a\":[1,\"");
		text.codePoints().forEach((c) -> {
			if (c == '"' || c == '\\') {
				json.append('\\').append((char) c);
			}
			else if (c >= 0x20) {
				json.appendCodePoint(c);
			}
		});
		return json.append("\"]}").toString();
	}

	private static byte[] bytes(Fuzz fuzz) {
		byte[] bytes = new byte[fuzz.random().nextInt(20)];
		fuzz.random().nextBytes(bytes);
		return bytes;
	}

	private static double number(Fuzz fuzz) {
		double number = Double.longBitsToDouble(fuzz.random().nextLong());
		return (Double.isNaN(number)) ? 0.1 : number;
	}

	private static BigDecimal decimal(Fuzz fuzz) {
		return new BigDecimal(new BigInteger(fuzz.random().nextInt(180), fuzz.random()), fuzz.random().nextInt(40))
			.stripTrailingZeros();
	}

	private static LocalDate date(Fuzz fuzz) {
		LocalDate date = LocalDate.ofEpochDay(fuzz.random().nextInt(-1_000_000, 4_000_000));
		// PostgreSQL's driver cannot read a leap day before the year 1.
		boolean leapDay = date.getYear() < 2 && date.getMonthValue() == 2 && date.getDayOfMonth() == 29;
		return (leapDay) ? date.minusDays(1) : date;
	}

	private static LocalTime time(Fuzz fuzz) {
		return LocalTime.ofNanoOfDay(fuzz.random().nextLong(86_400_000_000L) * 1_000);
	}

	private static OffsetDateTime moment(Fuzz fuzz) {
		return OffsetDateTime.of(date(fuzz), time(fuzz),
				ZoneOffset.ofTotalSeconds(fuzz.random().nextInt(-15 * 60, 15 * 60) * 60));
	}

	private static List<@Nullable Object> texts(Fuzz fuzz) {
		List<@Nullable Object> texts = new ArrayList<>();
		for (int left = fuzz.random().nextInt(4); left > 0; left--) {
			texts.add((fuzz.random().nextInt(6) == 0) ? null : fuzz.text());
		}
		return texts;
	}

	private static List<@Nullable Object> numbers(Fuzz fuzz) {
		List<@Nullable Object> numbers = new ArrayList<>();
		for (int left = fuzz.random().nextInt(4); left > 0; left--) {
			numbers.add((fuzz.random().nextInt(6) == 0) ? null : fuzz.random().nextLong());
		}
		return numbers;
	}

	private void values(Kind kind, int count) throws SQLException {
		List<Object> values = new ArrayList<>();
		List<String> literals = new ArrayList<>();
		while (values.size() < count) {
			Object value = kind.value().apply(this.fuzz);
			try {
				literals.add(this.dialect.literal(value));
				values.add(value);
			}
			catch (MigratorException ex) {
				count--;
				assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED);
			}
		}
		List<Object> read = read(kind, literals);
		for (int i = 0; i < values.size(); i++) {
			if (!plain(values.get(i)).equals(plain(read.get(i)))) {
				throw new AssertionError(
						"seed %d, %s: %s was read as %s, from %s".formatted(this.fuzz.seed(), kind.type(),
								escaped(plain(values.get(i))), escaped(plain(read.get(i))), escaped(literals.get(i))));
			}
		}
	}

	private List<Object> read(Kind kind, List<String> literals) {
		List<Object> read = new ArrayList<>();
		if (literals.isEmpty()) {
			return read;
		}
		boolean sqlite = this.dialect.name().equals("sqlite");
		StringBuilder sql = new StringBuilder((sqlite) ? "select column2 from (values " : "select v from (values ");
		for (int i = 0; i < literals.size(); i++) {
			sql.append((i == 0) ? "" : ", ")
				.append("(%d, cast(".formatted(i))
				.append(literals.get(i))
				.append(" as ")
				.append(kind.type())
				.append("))");
		}
		sql.append((sqlite) ? ") order by column1" : ") t (i, v) order by i");
		try (ResultSet result = this.statement.executeQuery(sql.toString())) {
			while (result.next()) {
				read.add(kind.reader().read(result));
			}
			return read;
		}
		catch (SQLException ex) {
			if (literals.size() == 1) {
				throw new AssertionError(
						"seed %d, %s: %s".formatted(this.fuzz.seed(), kind.type(), escaped(literals.get(0))), ex);
			}
			int half = literals.size() / 2;
			read(kind, literals.subList(0, half));
			read(kind, literals.subList(half, literals.size()));
			throw new AssertionError("Together they failed", ex);
		}
	}

	private void names(int count) throws SQLException {
		Set<String> names = new LinkedHashSet<>();
		List<String> columns = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			String name = this.fuzz.text();
			try {
				String quoted = this.dialect.quote(name);
				if (names.add(name)) {
					columns.add("1 as " + quoted);
				}
			}
			catch (MigratorException ex) {
				assertThat(ex.action()).as(escaped(name)).isNotNull();
			}
		}
		List<String> read = new ArrayList<>();
		for (String column : columns) {
			try (ResultSet result = this.statement.executeQuery("select " + column)) {
				read.add(result.getMetaData().getColumnLabel(1));
			}
			catch (SQLException ex) {
				throw new AssertionError("seed %d: %s".formatted(this.fuzz.seed(), escaped(column)), ex);
			}
		}
		// A plain name stands without quotes, and is folded as the database does it.
		assertThat(read).as("seed %d", this.fuzz.seed())
			.usingElementComparator((one, other) -> isSame(one, other) ? 0 : 1)
			.containsExactlyElementsOf(names);
	}

	private boolean isSame(String read, String name) {
		return read.equals(name) || (this.dialect.quote(name).equals(name) && read.equalsIgnoreCase(name));
	}

	private static Object plain(Object value) {
		if (value instanceof byte[] bytes) {
			return Arrays.toString(bytes);
		}
		if (value instanceof OffsetDateTime moment) {
			return moment.toInstant();
		}
		return (value instanceof Double number) ? number + 0.0 : value;
	}

	private static String escaped(Object value) {
		StringBuilder escaped = new StringBuilder();
		value.toString()
			.chars()
			.forEach((c) -> escaped.append((c < 0x20 || c > 0x7e) ? "\\u%04x".formatted(c) : String.valueOf((char) c)));
		return escaped.toString();
	}

	/**
	 * A kind of values.
	 *
	 * @param type their type in the database
	 * @param value makes one
	 * @param reader reads one
	 */
	private record Kind(String type, Function<Fuzz, Object> value, Reader reader) {

	}

	private interface Reader {

		Object read(ResultSet result) throws SQLException;

	}

}
