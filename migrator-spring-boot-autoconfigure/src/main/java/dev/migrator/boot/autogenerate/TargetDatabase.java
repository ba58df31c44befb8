package dev.migrator.boot.autogenerate;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.dialect.Dialect;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a database before it can be said what it is to have.
 *
 * @param product the product and its version, or {@code null} if there is no connection
 * to ask
 * @param schema the schema in which migrations create what names none, or {@code null} if
 * it is not known
 */
public record TargetDatabase(@Nullable DatabaseInfo product, @Nullable String schema) {

	/**
	 * Ask the database of a migrator.
	 * @param migrator the migrator
	 * @param dialect what its database speaks
	 * @return what is known
	 * @throws dev.migrator.error.MigratorException if it cannot be reached
	 */
	public static TargetDatabase of(Migrator migrator, Dialect dialect) {
		DataSource dataSource = migrator.dataSource();
		String schema = migrator.settings().schema();
		if (dataSource == null) {
			return new TargetDatabase(null, schema);
		}
		try (SqlSession session = JdbcSession.open(dataSource)) {
			return new TargetDatabase(session.database(), (schema != null) ? schema : dialect.currentSchema(session));
		}
	}

}
