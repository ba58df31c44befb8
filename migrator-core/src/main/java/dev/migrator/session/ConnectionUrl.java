package dev.migrator.session;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, as JDBC wants it told: the URL without the user and the password
 * that people write into it.
 *
 * @param jdbcUrl the URL, which begins with {@code jdbc:}
 * @param username the user, or {@code null} if the URL names none
 * @param password the password, or {@code null} if the URL names none
 * @see <a href=
 * "https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS">Connection
 * URIs of PostgreSQL</a>
 * @see <a href="https://docs.sqlalchemy.org/en/20/core/engines.html">Database URLs of
 * SQLAlchemy</a>
 */
public record ConnectionUrl(String jdbcUrl, @Nullable String username, @Nullable String password) {

	private static final String JDBC = "jdbc:";

	/** The databases whose URLs name a server, with the word that JDBC has for them. */
	private static final Map<String, String> SERVERS = Map.of("postgresql", "postgresql", "postgres", "postgresql",
			"mysql", "mysql", "mariadb", "mariadb");

	// As in SQLAlchemy, a driver may follow the database: postgresql+psycopg://…
	private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9]*)(?:\\+[A-Za-z0-9_]+)?:(.*)",
			Pattern.DOTALL);

	private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

	private static final Pattern HOSTS = Pattern.compile("[^\\[\\]:,]*(:\\d+)?|\\[[^\\]]*\\](:\\d+)?");

	/**
	 * Read a URL: one for JDBC, which is kept as it is, one for R2DBC, or one as it
	 * stands in {@code DATABASE_URL}:
	 * {@code postgresql://user:password@host:port/database?options} and likewise
	 * {@code postgres}, {@code mysql} and {@code mariadb}; {@code h2:…};
	 * {@code sqlite:///relative/path} and {@code sqlite:////absolute/path}. User and
	 * password are percent-decoded, options stay in the URL.
	 * @param text the URL
	 * @return the URL for JDBC, the user and the password
	 * @throws MigratorException {@code CONFIGURATION} if it is of no such form
	 */
	public static ConnectionUrl parse(String text) {
		String url = text.strip();
		if (isJdbc(url)) {
			return new ConnectionUrl(url, null, null);
		}
		String plain = (R2dbcUrls.isR2dbc(url)) ? R2dbcUrls.plain(url) : url;
		Matcher matcher = URL.matcher((plain != null) ? plain : "");
		if (matcher.matches()) {
			String database = matcher.group(1).toLowerCase(Locale.ROOT);
			String rest = matcher.group(2);
			if (SERVERS.containsKey(database) && rest.startsWith("//")) {
				return server(SERVERS.get(database), rest.substring(2));
			}
			if (database.equals("sqlite") && (rest.equals("//") || rest.startsWith("///"))) {
				return new ConnectionUrl(JDBC + "sqlite:" + file(rest), null, null);
			}
			if (database.equals("h2")) {
				return new ConnectionUrl(JDBC + "h2:" + rest, null, null);
			}
		}
		throw invalid("The database URL '%s' is of no form that is known".formatted(shown(url)),
				"Write it as jdbc:…, r2dbc:…, postgresql://user:password@host:port/database, mysql://…, mariadb://…, "
						+ "sqlite:///file or h2:….");
	}

	/**
	 * Return whether a URL is one for JDBC already.
	 * @param url the URL
	 * @return whether it begins with {@code jdbc:}
	 */
	public static boolean isJdbc(String url) {
		return url.regionMatches(true, 0, JDBC, 0, JDBC.length());
	}

	/**
	 * Return whether a URL is one for R2DBC already.
	 * @param url the URL
	 * @return whether it begins with {@code r2dbc:} or {@code r2dbcs:}
	 */
	public static boolean isR2dbc(String url) {
		return R2dbcUrls.isR2dbc(url);
	}

	/**
	 * Return whether R2DBC has drivers for the database.
	 * @return whether there is a URL as R2DBC wants it
	 */
	public boolean isKnownToR2dbc() {
		return R2dbcUrls.isKnown(this.jdbcUrl);
	}

	/**
	 * Take user and password out of the options of a JDBC URL, where R2DBC does not let
	 * them stand.
	 * @return the same place, with user and password beside the URL
	 */
	public ConnectionUrl withLoginApart() {
		int query = this.jdbcUrl.indexOf('?');
		if (query < 0 || !R2dbcUrls.isServer(this.jdbcUrl)) {
			return this;
		}
		String user = this.username;
		String secret = this.password;
		StringJoiner options = new StringJoiner("&", "?", "").setEmptyValue("");
		for (String option : this.jdbcUrl.substring(query + 1).split("&", -1)) {
			if (option.startsWith("user=")) {
				user = (user != null) ? user : decode(option.substring("user=".length()));
			}
			else if (option.startsWith("password=")) {
				secret = (secret != null) ? secret : decode(option.substring("password=".length()));
			}
			else {
				options.add(option);
			}
		}
		return new ConnectionUrl(this.jdbcUrl.substring(0, query) + options, user, secret);
	}

	/**
	 * Return the URL as R2DBC wants it.
	 * @return the URL, which begins with {@code r2dbc:}, without user and password
	 * @throws MigratorException {@code CONFIGURATION} if R2DBC has no such database
	 */
	public String r2dbcUrl() {
		return R2dbcUrls.of(this.jdbcUrl);
	}

	private static ConnectionUrl server(String database, String rest) {
		int end = endOfAuthority(rest);
		String authority = rest.substring(0, end);
		int at = authority.lastIndexOf('@');
		String hosts = authority.substring(at + 1);
		for (String host : hosts.split(",", -1)) {
			if (!HOSTS.matcher(host).matches()) {
				throw invalid("The host and port of a database URL that begins with '%s://' cannot be read"
					.formatted(database), "In its user and password write %3A for ':', %2F for '/', %40 for '@'.");
			}
		}
		String jdbcUrl = JDBC + database + "://" + hosts + rest.substring(end);
		if (at < 0) {
			return new ConnectionUrl(jdbcUrl, null, null);
		}
		String userInfo = authority.substring(0, at);
		int colon = userInfo.indexOf(':');
		return (colon < 0) ? new ConnectionUrl(jdbcUrl, decode(userInfo), null) : new ConnectionUrl(jdbcUrl,
				decode(userInfo.substring(0, colon)), decode(userInfo.substring(colon + 1)));
	}

	private static int endOfAuthority(String rest) {
		for (int i = 0; i < rest.length(); i++) {
			if ("/?#".indexOf(rest.charAt(i)) >= 0) {
				return i;
			}
		}
		return rest.length();
	}

	// Three slashes before a path that is relative, four before one that is not.
	private static String file(String rest) {
		String path = (rest.length() > 3) ? rest.substring(3) : "";
		return (path.isEmpty()) ? ":memory:" : path;
	}

	private static @Nullable String decode(String text) {
		if (text.isEmpty()) {
			return null;
		}
		try {
			// A plus is a plus here, and no space as it is in forms.
			return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw invalid("The user or the password in a database URL has a '%' that begins no code",
					"Write %25 for '%'.");
		}
	}

	private static MigratorException invalid(String problem, String action) {
		return new MigratorException(ErrorCategory.CONFIGURATION, problem + ".", action);
	}

	// Where a password ends cannot be told in a URL that cannot be read.
	private static @Nullable String shown(String url) {
		if (url.indexOf('@') < 0) {
			return DatabaseUrls.withoutSecrets(url);
		}
		Matcher scheme = SCHEME.matcher(url);
		return (scheme.lookingAt()) ? scheme.group() + "…" : "…";
	}

	/**
	 * Return the URL without secrets.
	 */
	@Override
	public String toString() {
		return String.valueOf(DatabaseUrls.withoutSecrets(this.jdbcUrl));
	}

}
