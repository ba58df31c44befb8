package dev.migrator.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a connection tells of its database without asking it.
 *
 * @param product the product's name as the driver gives it
 * @param majorVersion its major version
 * @param minorVersion its minor version
 * @param url the URL without a password, or {@code null}
 * @param user the database user, or {@code null}
 */
public record DatabaseInfo(String product, int majorVersion, int minorVersion, @Nullable String url,
		@Nullable String user) {

	private static final Pattern MARIADB = Pattern.compile("(?:5\\.5\\.5-)?(\\d+)\\.(\\d+).*MariaDB",
			Pattern.CASE_INSENSITIVE);

	/**
	 * Return what the database is if its version tells that the driver took it for
	 * another one: MySQL's driver takes MariaDB for MySQL, and some versions of MariaDB
	 * pretend to be an old MySQL.
	 * @param version the version as the database gives it
	 * @return the database
	 */
	DatabaseInfo seenThrough(@Nullable String version) {
		Matcher matcher = MARIADB.matcher((version != null) ? version : "");
		return (matcher.lookingAt()) ? new DatabaseInfo("MariaDB", Integer.parseInt(matcher.group(1)),
				Integer.parseInt(matcher.group(2)), this.url, this.user) : this;
	}

	/**
	 * Return whether the database has at least a version.
	 * @param major the major version
	 * @param minor the minor version
	 * @return whether it is that version or a later one
	 */
	public boolean isAtLeast(int major, int minor) {
		return this.majorVersion > major || (this.majorVersion == major && this.minorVersion >= minor);
	}

}
