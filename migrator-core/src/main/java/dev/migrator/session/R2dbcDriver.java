package dev.migrator.session;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.r2dbc.spi.Blob;
import io.r2dbc.spi.Clob;
import io.r2dbc.spi.ConnectionMetadata;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * How one R2DBC driver wants to be talked to: its markers, and the classes of its values.
 *
 * @param product the database's name as JDBC drivers give it
 * @param version the database's version as the driver gives it
 * @param quirks which values it takes in another form
 * @see <a href="https://r2dbc.io/spec/1.0.0.RELEASE/spec/html/">R2DBC</a>
 */
record R2dbcDriver(String product, String version, DriverQuirks quirks) {

	private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?");

	static R2dbcDriver of(ConnectionMetadata metadata) {
		String product = product(metadata.getDatabaseProductName());
		String version = metadata.getDatabaseVersion();
		R2dbcDriver plain = new R2dbcDriver(product, version, new DriverQuirks());
		return (plain.isMysql()) ? new R2dbcDriver(product, version, new MysqlQuirks(plain.describe(null, ""))) : plain;
	}

	// The driver of MySQL tells the edition and its licence, too.
	private static String product(String name) {
		String lowerCase = name.toLowerCase(Locale.ROOT);
		if (lowerCase.contains("mariadb")) {
			return "MariaDB";
		}
		return (lowerCase.contains("mysql")) ? "MySQL" : name;
	}

	/**
	 * Describe the database as a JDBC driver does.
	 * @param url its URL without secrets, or {@code null}
	 * @param user the database user
	 * @return the database
	 */
	DatabaseInfo describe(@Nullable String url, String user) {
		Matcher numbers = VERSION.matcher(this.version);
		boolean found = numbers.find();
		int major = (found) ? Integer.parseInt(numbers.group(1)) : 0;
		int minor = (found && numbers.group(2) != null) ? Integer.parseInt(numbers.group(2)) : 0;
		return new DatabaseInfo(this.product, major, minor, url, user);
	}

	/**
	 * Return what asks for the user and for the number of the connection.
	 * @return the query, with a row of these two values
	 */
	String connectionQuery() {
		if (isMysql()) {
			return "select substring_index(current_user(), '@', 1), connection_id()";
		}
		return (isH2()) ? "select current_user, session_id()" : "select current_user, pg_backend_pid()";
	}

	/**
	 * Return what cancels the statement at work on another connection.
	 * @param connection the number of that connection
	 * @return the statement
	 * @see <a href="https://www.h2database.com/html/functions.html#cancel_session">H2</a>
	 * @see <a href=
	 * "https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADMIN-SIGNAL">PostgreSQL</a>
	 */
	String cancelStatement(long connection) {
		if (isMysql()) {
			return "kill query " + connection;
		}
		return (isH2()) ? "select cancel_session(%d)".formatted(connection)
				: "select pg_cancel_backend(%d)".formatted(connection);
	}

	private boolean isH2() {
		return this.product.equals("H2");
	}

	private boolean isMysql() {
		return this.product.equals("MariaDB") || this.product.equals("MySQL");
	}

	/**
	 * Return how the driver wants a statement written.
	 * @param sql one statement
	 * @return the statement
	 */
	String text(String sql) {
		return (isH2()) ? H2Semicolons.hide(sql) : sql;
	}

	/**
	 * Return the marker of a value.
	 * @param place its place, which counts from 1
	 * @return the marker
	 */
	String marker(int place) {
		return (isMysql()) ? "?" : "$" + place;
	}

	/**
	 * Return what the driver takes for a value.
	 * @param value the value as JDBC takes it
	 * @return the value of a class that every R2DBC driver knows
	 */
	@Nullable Object bindable(@Nullable Object value) {
		return standard(this.quirks.bindable(value));
	}

	private static @Nullable Object standard(@Nullable Object value) {
		if (value instanceof byte[] bytes) {
			return ByteBuffer.wrap(bytes);
		}
		if (value instanceof Instant instant) {
			return instant.atOffset(ZoneOffset.UTC);
		}
		if (value instanceof java.sql.Timestamp timestamp) {
			return timestamp.toLocalDateTime();
		}
		if (value instanceof java.sql.Date date) {
			return date.toLocalDate();
		}
		if (value instanceof java.sql.Time time) {
			return time.toLocalTime();
		}
		return (value instanceof Character || value instanceof Enum<?>) ? value.toString() : value;
	}

	/**
	 * Return a value as JDBC gives it. Large values are fetched, so the connection must
	 * be idle.
	 * @param value the value as the driver gave it
	 * @return the value
	 */
	@Nullable Object read(@Nullable Object value) {
		if (value instanceof ByteBuffer buffer) {
			return bytes(buffer);
		}
		if (value instanceof Clob clob) {
			StringBuilder text = new StringBuilder();
			Flux.from(clob.stream()).doOnNext(text::append).blockLast();
			return text.toString();
		}
		if (value instanceof Blob blob) {
			return Flux.from(blob.stream()).map(R2dbcDriver::bytes).reduce(R2dbcDriver::joined).block();
		}
		return value;
	}

	private static byte[] bytes(ByteBuffer buffer) {
		byte[] bytes = new byte[buffer.remaining()];
		buffer.duplicate().get(bytes);
		return bytes;
	}

	private static byte[] joined(byte[] first, byte[] second) {
		byte[] all = new byte[first.length + second.length];
		System.arraycopy(first, 0, all, 0, first.length);
		System.arraycopy(second, 0, all, first.length, second.length);
		return all;
	}

}
