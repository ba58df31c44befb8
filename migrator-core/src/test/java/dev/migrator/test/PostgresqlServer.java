package dev.migrator.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.util.FileSystemUtils;

/**
 * The one PostgreSQL server of this JVM. To create a database takes longer than most
 * tests, so that one that is given back is emptied for the next.
 */
final class PostgresqlServer {

	static final PostgresqlServer INSTANCE = new PostgresqlServer();

	/** Whatever a test can leave in a database, directly or by what depends on it. */
	private static final String CONTENT = """
			select concat_ws(' ',
			    (select count(*) from pg_depend),
			    (select count(*) from pg_shdepend where dbid = d.oid),
			    (select count(*) from pg_class),
			    (select count(*) from pg_description),
			    (select count(*) from pg_default_acl),
			    (select count(*) from pg_largeobject_metadata),
			    (select count(*) from pg_shdescription where objoid = d.oid),
			    (select count(*) from pg_db_role_setting where setdatabase = d.oid),
			    (select nspacl from pg_namespace where nspname = 'public'),
			    d.datacl,
			    (select count(*) from pg_stat_activity a where a.datid = d.oid and a.pid <> pg_backend_pid()))
			from pg_database d where datname = current_database()
			""";

	private static final String CLEAR = """
			do $$
			declare
			    word text;
			begin
			    -- a connection that was closed ends a moment later
			    for attempt in 1..40 loop
			        perform pg_stat_clear_snapshot();
			        exit when not exists (select from pg_stat_activity
			            where datname = current_database() and pid <> pg_backend_pid());
			        perform pg_sleep(0.005);
			    end loop;
			    for word in select nspname from pg_namespace where nspname !~ '^(pg_|information_schema$)' loop
			        execute format('drop schema %I cascade', word);
			    end loop;
			end
			$$;
			create schema public authorization pg_database_owner;
			grant usage on schema public to public;
			comment on schema public is 'standard public schema';
			""";

	private final EmbeddedPostgres server = start();

	private final Deque<ReusedConnections> spare = new ArrayDeque<>();

	private final String empty;

	private final boolean old;

	private PostgresqlServer() {
		try (Connection connection = this.server.getPostgresDatabase().getConnection()) {
			this.old = connection.getMetaData().getDatabaseMajorVersion() < 15;
			this.empty = content(connection);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("PostgreSQL does not answer", ex);
		}
	}

	/**
	 * Create an empty database, or take one that was given back.
	 * @param name its name if it is new
	 * @return new connections to it, as a superuser
	 */
	DataSource create(String name) {
		ReusedConnections known = this.spare.poll();
		if (known != null) {
			return known;
		}
		try (Connection connection = this.server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			// By the log, which is the default, it takes three times as long.
			statement.execute("create database " + name + ((this.old) ? "" : " strategy file_copy"));
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No database " + name, ex);
		}
		return new ReusedConnections((PGSimpleDataSource) this.server.getDatabase("postgres", name));
	}

	/**
	 * Empty a database for another test, unless more was done to it than can be undone.
	 * @param database the database, to which nobody else is connected
	 */
	void giveBack(ReusedConnections database) {
		database.closeIdle();
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			if (!this.old) {
				statement.execute(CLEAR);
				if (content(connection).equals(this.empty)) {
					this.spare.push(database);
				}
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("A database cannot be emptied", ex);
		}
	}

	private static String content(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(CONTENT)) {
			row.next();
			return row.getString(1);
		}
	}

	private static EmbeddedPostgres start() {
		try {
			Path data = Files.createTempDirectory("migrator-postgresql");
			EmbeddedPostgres server = EmbeddedPostgres.builder()
				.setDataDirectory(data.resolve("data"))
				.setCleanDataDirectory(false)
				.setServerConfig("fsync", "off")
				// else it looks into one of hundreds of databases after the other
				.setServerConfig("autovacuum", "off")
				.start();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data), "stop-postgresql"));
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// Hundreds of databases are some hundred thousand files: nobody waits until they
	// are gone.
	private static void stop(EmbeddedPostgres server, Path data) {
		try {
			server.close();
			if (Files.isExecutable(Path.of("/bin/rm"))) {
				new ProcessBuilder("/bin/rm", "-rf", data.toString()).start();
			}
			else {
				FileSystemUtils.deleteRecursively(data);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
