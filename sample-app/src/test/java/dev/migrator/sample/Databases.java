package dev.migrator.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Real databases for the application's tests. There is one PostgreSQL server a JVM,
 * started when it is first asked for; its files stand under {@code java.io.tmpdir}, and
 * it stops with the JVM.
 */
final class Databases {

	/** The application's own revisions, in the order they are applied. */
	static final List<String> REVISIONS = List.of("d569a505f7e7", "a79c37ef8ccc", "92e418d99232", "14d93260d354",
			"34d06fd61ba8", "019999a2bbda");

	static final String HEAD = REVISIONS.get(REVISIONS.size() - 1);

	private static final AtomicInteger COUNT = new AtomicInteger();

	private Databases() {
	}

	/**
	 * Create an empty PostgreSQL database, which the application uses as its superuser.
	 * @return the database
	 */
	static SampleDatabase postgresql() {
		String name = "heroes_" + COUNT.incrementAndGet();
		JdbcClient.create(Server.INSTANCE.getPostgresDatabase()).sql("create database " + name).update();
		return postgresql(name, "postgres", "postgres");
	}

	/**
	 * Use the PostgreSQL database as someone else.
	 * @param name the database's name
	 * @param user the user
	 * @param password the user's password
	 * @return the database; its own connections remain the superuser's
	 */
	static SampleDatabase postgresql(String name, String user, String password) {
		String url = "postgresql://%s:%s@localhost:%d/%s".formatted(user, password, Server.INSTANCE.getPort(), name);
		return new SampleDatabase(Server.INSTANCE.getDatabase("postgres", name),
				List.of("--spring.profiles.active=postgres"), Map.of("DATABASE_URL", url));
	}

	/**
	 * Use an H2 database in a file, which is created when it is first used, and which one
	 * process at a time can have open.
	 * @param directory where the file stands
	 * @return the database
	 */
	static SampleDatabase h2(Path directory) {
		String url = "jdbc:h2:file:" + directory.resolve("heroes").toAbsolutePath();
		DataSource dataSource = new DriverManagerDataSource(url, "sa", "");
		return new SampleDatabase(dataSource, List.of("--spring.datasource.url=" + url + ";DB_CLOSE_ON_EXIT=FALSE"),
				Map.of());
	}

	/**
	 * Apply the application's own revisions, in this process.
	 * @param database the database
	 * @return the database
	 */
	static SampleDatabase migrated(SampleDatabase database) {
		Migrator.builder().dataSource(database.dataSource()).build().upgrade();
		return database;
	}

	private static final class Server {

		static final EmbeddedPostgres INSTANCE = start();

		private static EmbeddedPostgres start() {
			try {
				EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
				Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-postgresql"));
				return server;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static void stop(EmbeddedPostgres server) {
			try {
				server.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
