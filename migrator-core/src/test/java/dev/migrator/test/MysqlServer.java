package dev.migrator.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import com.mysql.cj.jdbc.MysqlDataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one MySQL server of this JVM. Where none can run, a test that asks for it is
 * skipped, or fails if the system property {@code migrator.mysql} is {@code required}.
 * What it unpacks and its data stand under {@code java.io.tmpdir}, and go when the JVM
 * ends.
 */
final class MysqlServer {

	/** May do everything, from this machine. */
	private static final String USER = "migrator";

	private final int port;

	private MysqlServer(int port) {
		this.port = port;
	}

	/**
	 * Return the server, started when it is first asked for.
	 * @return the server
	 */
	static MysqlServer instance() {
		MysqlServer server = Attempt.ONLY.server();
		if (server != null) {
			return server;
		}
		String lack = Attempt.ONLY.lack();
		if ("required".equals(System.getProperty("migrator.mysql"))) {
			throw new IllegalStateException(lack);
		}
		throw new MissingDatabaseException(lack);
	}

	DataSource create(String database) {
		try (Connection connection = connect("").getConnection(); Statement statement = connection.createStatement()) {
			statement.execute("create database " + database);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No database " + database, ex);
		}
		return connect(database);
	}

	private DataSource connect(String database) {
		return connect("jdbc:mysql://127.0.0.1:%d/%s".formatted(this.port, database), USER, "");
	}

	static DataSource connect(String url, String user, String password) {
		MysqlDataSource dataSource = new MysqlDataSource();
		dataSource.setUrl(url);
		dataSource.setUser(user);
		dataSource.setPassword(password);
		return dataSource;
	}

	/**
	 * What came of starting the server.
	 *
	 * @param server the server, unless this machine can have none
	 * @param lack a sentence that says why
	 */
	private record Attempt(@Nullable MysqlServer server, String lack) {

		static final Attempt ONLY = make();

		private static Attempt make() {
			if (!MysqlProgram.isForThisMachine()) {
				return new Attempt(null, "MySQL is not tested with: its server is there for Linux on amd64 only.");
			}
			try {
				MysqlProgram program = new MysqlProgram(Files.createTempDirectory("migrator-mysql"));
				Runtime.getRuntime().addShutdownHook(new Thread(program::remove, "remove-mysql"));
				program.unpack();
				String library = program.missingLibrary();
				return (library != null) ? new Attempt(null,
						"MySQL is not tested with: its server needs the library %s, which this machine lacks."
							.formatted(library))
						: new Attempt(start(program), "");
			}
			catch (IOException ex) {
				throw new UncheckedIOException("MySQL does not start", ex);
			}
		}

		private static MysqlServer start(MysqlProgram program) throws IOException {
			Path users = Files.writeString(program.folder().resolve("users.sql"), """
					create user %1$s@'127.0.0.1';
					grant all privileges on *.* to %1$s@'127.0.0.1' with grant option;
					""".formatted(USER));
			int port = freePort();
			program.serve("--port=" + port, "--bind-address=127.0.0.1", "--skip-name-resolve", "--init-file=" + users);
			return new MysqlServer(port);
		}

		private static int freePort() throws IOException {
			try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
				return socket.getLocalPort();
			}
		}

	}

}
