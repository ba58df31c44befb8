package dev.migrator.boot.autoconfigure;

import dev.migrator.boot.DatabaseProperties;
import dev.migrator.boot.MigratorConnectionDetails;
import dev.migrator.session.ConnectionUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * What the properties say of the database to migrate. The user of
 * {@code migrator.username} comes before the one in the URL.
 */
final class PropertiesConnectionDetails implements MigratorConnectionDetails {

	private final DatabaseProperties properties;

	private final @Nullable ConnectionUrl url;

	PropertiesConnectionDetails(DatabaseProperties properties) {
		this.properties = properties;
		String text = properties.getUrl();
		this.url = (StringUtils.hasText(text)) ? ConnectionUrl.parse(text) : null;
	}

	@Override
	public @Nullable String getJdbcUrl() {
		return (this.url != null) ? this.url.jdbcUrl() : null;
	}

	@Override
	public @Nullable String getUsername() {
		return (hasOwnUser() || this.url == null) ? this.properties.getUsername() : this.url.username();
	}

	@Override
	public @Nullable String getPassword() {
		return (hasOwnUser() || StringUtils.hasText(this.properties.getPassword()) || this.url == null)
				? this.properties.getPassword() : this.url.password();
	}

	@Override
	public @Nullable String getDriverClassName() {
		String configured = this.properties.getDriverClassName();
		return (StringUtils.hasText(configured)) ? configured : MigratorConnectionDetails.super.getDriverClassName();
	}

	private boolean hasOwnUser() {
		return StringUtils.hasText(this.properties.getUsername());
	}

}
