package dev.migrator.boot;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.jdbc.DatabaseDriver;

/**
 * Where the database to migrate is and who migrates it. A bean of this type takes the
 * place of {@code migrator.url}, {@code migrator.username}, {@code migrator.password} and
 * {@code migrator.driver-class-name}. Over R2DBC, its URL is told in the words of that.
 */
public interface MigratorConnectionDetails extends ConnectionDetails {

	/**
	 * Return where the database is.
	 * @return a JDBC URL, or {@code null} for the application's database
	 */
	@Nullable String getJdbcUrl();

	/**
	 * Return who migrates.
	 * @return the database user, or {@code null} for the application's
	 */
	@Nullable String getUsername();

	/**
	 * Return the user's password.
	 * @return the password, or {@code null} for none
	 */
	@Nullable String getPassword();

	/**
	 * Return the JDBC driver.
	 * @return the fully qualified name of its class, or {@code null} for the
	 * application's; by default the one that is known for the URL
	 */
	default @Nullable String getDriverClassName() {
		String url = getJdbcUrl();
		return (url != null) ? DatabaseDriver.fromJdbcUrl(url).getDriverClassName() : null;
	}

}
