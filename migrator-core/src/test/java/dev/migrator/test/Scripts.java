package dev.migrator.test;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlText;
import dev.migrator.dialect.syntax.StatementSplitter;
import org.h2.tools.RunScript;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Runs SQL scripts as the databases' own clients do: up to the first error.
 */
public final class Scripts {

	private Scripts() {
	}

	/**
	 * Run a script by H2's {@code RunScript}, or as {@code psql} would.
	 * @param script the script
	 * @param database where
	 * @throws SQLException what stopped it
	 */
	public static void run(String script, DataSource database) throws SQLException {
		if (database instanceof PGSimpleDataSource postgresql) {
			runOneByOne(script, postgresql);
		}
		else {
			try (Connection connection = database.getConnection()) {
				ResultSet last = RunScript.execute(connection, new StringReader(script));
				if (last != null) {
					last.close();
				}
			}
		}
	}

	// psql sends each statement as text, and lets the script begin and end transactions.
	private static void runOneByOne(String script, PGSimpleDataSource database) throws SQLException {
		PGSimpleDataSource simple = new PGSimpleDataSource();
		simple.setUrl(database.getUrl());
		simple.setUser(database.getUser());
		simple.setPassword(database.getPassword());
		simple.setProperty(PGProperty.PREFER_QUERY_MODE, "simple");
		try (Connection connection = simple.getConnection(); Statement statement = connection.createStatement()) {
			statement.setEscapeProcessing(false);
			for (SqlText text : StatementSplitter.split(script, SqlSyntax.POSTGRESQL, 1)) {
				statement.execute(text.sql());
			}
		}
	}

	/**
	 * Run a script as {@code sqlite3 -bail} would: each statement as text, up to the
	 * first error, which ends the connection and so the transaction.
	 * @param script the script
	 * @param database where
	 * @throws SQLException what stopped it
	 */
	public static void runOnSqlite(String script, DataSource database) throws SQLException {
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			for (SqlText text : StatementSplitter.split(script, SqlSyntax.SQLITE, 1)) {
				statement.execute(text.sql());
			}
		}
	}

	/**
	 * Find {@code psql}.
	 * @return the program, if this machine has it
	 */
	public static Optional<Path> psql() {
		return program("psql");
	}

	/**
	 * Find a program.
	 * @param name its name
	 * @return the program, if this machine has it
	 */
	public static Optional<Path> program(String name) {
		String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
		return Arrays.stream(path.split(File.pathSeparator))
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/**
	 * Run a script by {@code psql}.
	 * @param psql the program
	 * @param script the script
	 * @param database where
	 * @param options more options
	 * @return how it ended
	 */
	public static Outcome runByPsql(Path psql, String script, DataSource database, String... options) {
		PGSimpleDataSource known = (PGSimpleDataSource) database;
		try {
			Path file = Files.createTempFile("script", ".sql");
			Files.writeString(file, script);
			List<String> command = new ArrayList<>(List.of(psql.toString(), "-X", "-h", known.getServerNames()[0], "-p",
					String.valueOf(known.getPortNumbers()[0]), "-U", String.valueOf(known.getUser()), "-d",
					String.valueOf(known.getDatabaseName()), "-f", file.toString()));
			command.addAll(List.of(options));
			ProcessBuilder builder = new ProcessBuilder(command);
			builder.environment().put("PGPASSWORD", Optional.ofNullable(known.getPassword()).orElse(""));
			builder.environment().put("LC_ALL", "C");
			Process process = builder.redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			int status = process.waitFor();
			Files.delete(file);
			return new Outcome(status, output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Run a script on MariaDB or MySQL by the client {@code mariadb}.
	 * @param script the script
	 * @param database where
	 * @param options the client's options
	 * @return how it ended
	 */
	public static Outcome runByMariadb(String script, DataSource database, String... options) {
		URI url = URI.create(((database instanceof MysqlDataSource mysql) ? String.valueOf(mysql.getUrl())
				: ((MariaDbDataSource) database).getUrl())
			.substring("jdbc:".length()));
		try {
			Path file = Files.createTempFile("script", ".sql");
			Files.writeString(file, script);
			ProcessBuilder builder = MariadbServer.INSTANCE.client(url.getPort(), url.getPath().substring(1),
					List.of(options));
			Process process = builder.redirectInput(file.toFile()).redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			int status = process.waitFor();
			Files.delete(file);
			return new Outcome(status, output);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * How a program ended.
	 *
	 * @param status its exit status
	 * @param output what it wrote
	 */
	public record Outcome(int status, String output) {

	}

}
