package dev.migrator.boot.autoconfigure;

import dev.migrator.boot.DatabaseProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * A database of the application that has revisions.
 *
 * @param name its name among several, or {@code null} if it is the only one
 * @param properties what is configured for it
 */
record DatabaseToMigrate(@Nullable String name, DatabaseProperties properties) {

	boolean isOnly() {
		return this.name == null;
	}

	/**
	 * Return the bean that connections come from.
	 * @return the name of the bean, or {@code null} if none is configured
	 */
	@Nullable String bean() {
		String bean = this.properties.getDataSource();
		return (StringUtils.hasText(bean)) ? bean : null;
	}

}
