package dev.migrator.boot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.migrator.boot.autogenerate.ScratchServer;
import dev.migrator.dialect.Dialect;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.SessionFactory;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;

import org.springframework.util.FileSystemUtils;

/**
 * Empty databases of the same kind as the application's, which are gone when they are
 * closed: in memory on H2, in a temporary folder on SQLite, on the same server on
 * PostgreSQL, MariaDB and MySQL.
 */
final class ScratchDatabases implements AutoCloseable {

	/** Settings of H2 that databases in memory do not take. */
	private static final Set<String> OF_FILES = Set.of("AUTO_SERVER", "AUTO_SERVER_PORT", "IFEXISTS", "CIPHER",
			"ACCESS_MODE_DATA", "FILE_LOCK");

	private final ScratchServer server;

	private final Dialect dialect;

	private final List<String> created = new ArrayList<>();

	private final List<SqlSession> open = new ArrayList<>();

	private final List<Path> folders = new ArrayList<>();

	/**
	 * Make scratch databases.
	 * @param server where they are made
	 * @param dialect what it speaks
	 */
	ScratchDatabases(ScratchServer server, Dialect dialect) {
		this.server = server;
		this.dialect = dialect;
	}

	/**
	 * Make an empty database.
	 * @return what opens sessions in it
	 * @throws MigratorException if it cannot be made
	 */
	SessionFactory create() {
		String name = "migrator_scratch_" + UUID.randomUUID().toString().substring(24);
		return switch (this.dialect.name()) {
			case "h2" -> inMemory(name);
			case "sqlite" -> inFolder(name);
			case "postgresql", "mariadb", "mysql" -> onServer(name);
			default -> throw new MigratorException(ErrorCategory.UNSUPPORTED,
					"There are no scratch databases on %s.".formatted(this.dialect.name()));
		};
	}

	/**
	 * Return whether they are in a temporary folder.
	 * @return whether the database is SQLite
	 */
	boolean isInFolder() {
		return this.dialect.name().equals("sqlite");
	}

	private SessionFactory inMemory(String name) {
		String options = Arrays.stream(this.server.url().split(";", -1))
			.skip(1)
			.filter((setting) -> !OF_FILES.contains(setting.replaceFirst("=.*", "").toUpperCase(Locale.ROOT)))
			.map((setting) -> ";" + setting)
			.collect(Collectors.joining());
		SessionFactory database = this.server.at("jdbc:h2:mem:" + name + options);
		// It lives as long as somebody is connected.
		this.open.add(database.open());
		return database;
	}

	private SessionFactory inFolder(String name) {
		try {
			Path folder = Files.createTempDirectory(name);
			this.folders.add(folder);
			return this.server.at("jdbc:sqlite:" + folder.resolve("scratch.db") + options());
		}
		catch (IOException ex) {
			throw new MigratorException(ErrorCategory.NOT_WRITTEN,
					"No folder can be made for a scratch database: %s".formatted(ex.getMessage()),
					"Let the process write into the folder for temporary files.", ex);
		}
	}

	private String options() {
		int query = this.server.url().indexOf('?');
		return (query >= 0) ? this.server.url().substring(query) : "";
	}

	private SessionFactory onServer(String name) {
		try (SqlSession session = this.server.sessions().open()) {
			session.execute(SqlStatement.of("create database " + this.dialect.quote(name)));
			this.created.add(name);
		}
		catch (SqlSessionException | MigratorException ex) {
			String reason = (ex instanceof MigratorException known) ? known.problem() : ex.getMessage();
			throw new MigratorException(ErrorCategory.DATABASE,
					"No scratch database can be created on the server: %s".formatted(reason),
					"It takes a server that answers and a user who may create databases, by migrator.username and migrator.password, or another server by migrator.autogenerate.scratch-url.",
					ex);
		}
		String path = this.server.url().substring(0, this.server.url().length() - options().length());
		return this.server.at(path.substring(0, path.lastIndexOf('/') + 1) + name + options());
	}

	/**
	 * Drop all of them, whoever is still connected.
	 */
	@Override
	public void close() {
		this.open.forEach(SqlSession::close);
		this.folders.forEach((folder) -> FileSystemUtils.deleteRecursively(folder.toFile()));
		if (!this.created.isEmpty()) {
			String force = (this.dialect.name().equals("postgresql")) ? " with (force)" : "";
			try (SqlSession session = this.server.sessions().open()) {
				this.created.forEach((name) -> session
					.execute(SqlStatement.of("drop database " + this.dialect.quote(name) + force)));
			}
		}
	}

}
