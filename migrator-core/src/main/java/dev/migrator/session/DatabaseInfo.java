package dev.migrator.session;

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
