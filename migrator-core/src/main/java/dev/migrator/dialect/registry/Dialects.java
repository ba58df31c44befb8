package dev.migrator.dialect.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.h2.H2Dialect;
import dev.migrator.dialect.mariadb.MariadbDialect;
import dev.migrator.dialect.mariadb.MysqlDialect;
import dev.migrator.dialect.postgresql.PostgresqlDialect;
import dev.migrator.dialect.sqlite.SqliteDialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.DatabaseUrls;

/**
 * The dialects there are.
 */
public final class Dialects {

	private static final List<Entry> ENTRIES = List.of(new Entry("postgresql", "PostgreSQL", PostgresqlDialect::new),
			new Entry("h2", "H2", H2Dialect::new), new Entry("sqlite", "SQLite", SqliteDialect::new),
			new Entry("mariadb", "MariaDB", MariadbDialect::new), new Entry("mysql", "MySQL", MysqlDialect::new));

	/** Which words of a URL may name the database, as in {@code jdbc:wrapper:h2:…}. */
	private static final int URL_WORDS = 3;

	private Dialects() {
	}

	/**
	 * Return the dialect that a database speaks.
	 * @param database the database
	 * @return its dialect
	 * @throws MigratorException {@code UNSUPPORTED} if there is none
	 */
	public static Dialect of(DatabaseInfo database) {
		return ENTRIES.stream()
			.filter((entry) -> entry.product().equalsIgnoreCase(database.product()))
			.findFirst()
			.map((entry) -> entry.factory().apply(database))
			.orElseThrow(() -> new MigratorException(ErrorCategory.UNSUPPORTED,
					"The database '%s' is not supported.".formatted(database.product()),
					"Supported are %s.".formatted(ENTRIES.stream().map(Entry::product).collect(listed()))));
	}

	/**
	 * Return a dialect without a database, for the newest version of it.
	 * @param name the dialect's name: {@code postgresql}, {@code mariadb} …
	 * @return the dialect
	 * @throws MigratorException {@code UNSUPPORTED} if there is none of that name
	 */
	public static Dialect named(String name) {
		return ENTRIES.stream()
			.filter((entry) -> entry.name().equalsIgnoreCase(name))
			.findFirst()
			.map((entry) -> entry.factory().apply(entry.newest()))
			.orElseThrow(
					() -> new MigratorException(ErrorCategory.UNSUPPORTED, "There is no dialect '%s'.".formatted(name),
							"Its name is one of %s.".formatted(ENTRIES.stream().map(Entry::name).collect(listed()))));
	}

	/**
	 * Return the dialect of the database that a URL leads to, without connecting, for the
	 * newest version of it.
	 * @param url a URL for JDBC or R2DBC, also of a driver that wraps another one, or as
	 * it stands in {@code DATABASE_URL}
	 * @return the dialect
	 * @throws MigratorException {@code UNSUPPORTED} if it names no database that has one
	 */
	public static Dialect ofUrl(String url) {
		String scheme = url.strip();
		int end = scheme.indexOf("//");
		List<String> words = Arrays.stream(scheme.substring(0, (end < 0) ? scheme.length() : end).split(":"))
			.limit(URL_WORDS)
			.map((word) -> word.toLowerCase(Locale.ROOT).replaceAll("\\+.*", ""))
			.map((word) -> word.equals("postgres") ? "postgresql" : word)
			.toList();
		return ENTRIES.stream()
			.filter((entry) -> words.contains(entry.name()))
			.findFirst()
			.map((entry) -> entry.factory().apply(entry.newest()))
			.orElseThrow(() -> new MigratorException(ErrorCategory.UNSUPPORTED,
					"The URL '%s' names no database that is supported."
						.formatted(DatabaseUrls.withoutSecrets(url.strip())),
					"Supported are %s.".formatted(ENTRIES.stream().map(Entry::product).collect(listed()))));
	}

	private static Collector<CharSequence, ?, String> listed() {
		return Collectors.joining(", ");
	}

	private record Entry(String name, String product, Function<DatabaseInfo, Dialect> factory) {

		DatabaseInfo newest() {
			return new DatabaseInfo(this.product, Integer.MAX_VALUE, 0, null, null);
		}

	}

}
