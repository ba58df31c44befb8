package dev.migrator.session;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * URLs of R2DBC in the words of JDBC, and the other way round.
 *
 * @see <a href=
 * "https://r2dbc.io/spec/1.0.0.RELEASE/spec/html/#overview.connection.url">URLs of
 * R2DBC</a>
 */
final class R2dbcUrls {

	private static final String R2DBC = "r2dbc:";

	private static final Pattern SERVER = Pattern.compile("r2dbcs?:(?:pool:)?(postgresql|mysql|mariadb)(://.*)",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern H2 = Pattern.compile(
			"r2dbc:(?:pool:)?h2:(mem|file|tcp|ssl)://([^/?]*)/([^?]*)(?:\\?(.*))?",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern H2_OPTIONS = Pattern.compile("(?:^|&)options=([^&]*)");

	private static final Pattern JDBC_SERVER = Pattern.compile("jdbc:(postgresql|mysql|mariadb)://(.*)",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern JDBC_H2 = Pattern.compile("jdbc:h2:(?:(mem|file|tcp|ssl):)?([^;]*)(?:;(.*))?",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/** What options of PostgreSQL's JDBC driver are called by its R2DBC driver. */
	private static final Map<String, String> OPTIONS = Map.of("sslmode", "sslMode", "sslrootcert", "sslRootCert",
			"sslcert", "sslCert", "sslkey", "sslKey", "sslpassword", "sslPassword", "currentSchema", "schema",
			"ApplicationName", "applicationName");

	private static final Map<String, String> JDBC_OPTIONS = OPTIONS.entrySet()
		.stream()
		.collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

	private R2dbcUrls() {
	}

	static boolean isR2dbc(String url) {
		return url.regionMatches(true, 0, R2DBC, 0, R2DBC.length()) || url.regionMatches(true, 0, "r2dbcs:", 0, 7);
	}

	/**
	 * Return a URL of R2DBC as people have it in {@code DATABASE_URL}.
	 * @param url the URL, which begins with {@code r2dbc:}
	 * @return the URL without that, or {@code null} if it is of no known form
	 */
	static @Nullable String plain(String url) {
		Matcher server = SERVER.matcher(url);
		if (server.matches()) {
			return server.group(1) + renamed(server.group(1), server.group(2), JDBC_OPTIONS);
		}
		Matcher h2 = H2.matcher(url);
		if (!h2.matches()) {
			return null;
		}
		String where = (h2.group(2).isEmpty()) ? h2.group(3) : "//" + h2.group(2) + "/" + h2.group(3);
		return "h2:" + h2.group(1) + ":" + where + h2Settings(h2.group(4));
	}

	private static String h2Settings(@Nullable String query) {
		Matcher options = H2_OPTIONS.matcher((query != null) ? query : "");
		return (options.find()) ? ";" + URLDecoder.decode(options.group(1).replace("+", "%2B"), StandardCharsets.UTF_8)
				: "";
	}

	/**
	 * Return whether R2DBC has drivers for a database.
	 * @param jdbcUrl its URL, which begins with {@code jdbc:}
	 * @return whether the URL can be told in the words of R2DBC
	 */
	static boolean isKnown(String jdbcUrl) {
		return isServer(jdbcUrl) || JDBC_H2.matcher(jdbcUrl).matches();
	}

	static boolean isServer(String jdbcUrl) {
		return JDBC_SERVER.matcher(jdbcUrl).matches();
	}

	/**
	 * Return a URL of JDBC in the words of R2DBC.
	 * @param jdbcUrl the URL, which begins with {@code jdbc:}
	 * @return the URL, which begins with {@code r2dbc:}
	 * @throws MigratorException {@code CONFIGURATION} if R2DBC has no such database
	 */
	static String of(String jdbcUrl) {
		Matcher server = JDBC_SERVER.matcher(jdbcUrl);
		if (server.matches()) {
			return R2DBC + server.group(1) + renamed(server.group(1), "://" + server.group(2), OPTIONS);
		}
		Matcher h2 = JDBC_H2.matcher(jdbcUrl);
		if (h2.matches()) {
			return R2DBC + "h2:" + h2(h2.group(1), h2.group(2)) + ((h2.group(3) != null)
					? "?options=" + URLEncoder.encode(h2.group(3), StandardCharsets.UTF_8).replace("+", "%20") : "");
		}
		throw new MigratorException(ErrorCategory.CONFIGURATION,
				"R2DBC has no driver for the database at '%s'.".formatted(DatabaseUrls.withoutSecrets(jdbcUrl)),
				"Use JDBC: add spring-boot-starter-jdbc and the database's JDBC driver.");
	}

	private static String h2(@Nullable String protocol, String where) {
		if (where.startsWith("//")) {
			return protocol + ":" + where;
		}
		// Over R2DBC each database in memory has a name.
		String database = (where.isEmpty()) ? UUID.randomUUID().toString() : where;
		return ((protocol != null) ? protocol : "file") + ":///" + database;
	}

	private static String renamed(String product, String place, Map<String, String> names) {
		int query = place.indexOf('?');
		if (query < 0 || !product.equalsIgnoreCase("postgresql")) {
			return place;
		}
		return Arrays.stream(place.substring(query + 1).split("&")).map((option) -> {
			int equals = option.indexOf('=');
			String name = (equals < 0) ? option : option.substring(0, equals);
			return names.getOrDefault(name, name) + ((equals < 0) ? "" : option.substring(equals));
		}).collect(Collectors.joining("&", place.substring(0, query + 1), ""));
	}

}
