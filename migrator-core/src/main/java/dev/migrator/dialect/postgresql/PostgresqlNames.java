package dev.migrator.dialect.postgresql;

import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * How a schema's parts are called: what is in the default schema has a name without one.
 *
 * @param defaultSchema the schema in which the session creates things, or {@code null}
 */
record PostgresqlNames(@Nullable String defaultSchema) {

	TableName of(@Nullable String schema, @Nullable String name) {
		return new TableName((schema == null || schema.equals(this.defaultSchema)) ? null : schema,
				String.valueOf(name));
	}

	/**
	 * Take the default schema away from the beginning of what PostgreSQL prints.
	 * @param text a name with its schema, perhaps with more behind it
	 * @return the text without that schema
	 */
	String shortened(String text) {
		if (this.defaultSchema == null) {
			return text;
		}
		String plain = this.defaultSchema + ".";
		String quoted = PostgresqlDialect.quoted(this.defaultSchema) + ".";
		if (text.startsWith(plain)) {
			return text.substring(plain.length());
		}
		return (text.startsWith(quoted)) ? text.substring(quoted.length()) : text;
	}

}
