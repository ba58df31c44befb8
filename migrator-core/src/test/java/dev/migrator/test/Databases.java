package dev.migrator.test;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.r2dbc.h2.H2ConnectionConfiguration;
import io.r2dbc.h2.H2ConnectionFactory;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Named;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Real databases for tests. There is one server of PostgreSQL, of MariaDB and of MySQL a
 * JVM, started when it is first asked for; its binaries and data stand under
 * {@code java.io.tmpdir}, and it stops with the JVM.
 */
public final class Databases {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private Databases() {
	}

	/**
	 * Create an empty PostgreSQL database.
	 * @return new connections to it, as a superuser
	 */
	public static DataSource postgresql() {
		return PostgresqlServer.INSTANCE.create("test_" + COUNT.incrementAndGet());
	}

	/**
	 * Let other tests have a PostgreSQL database.
	 * @param database the database, to which nobody is connected any more
	 */
	public static void giveBack(DataSource database) {
		PostgresqlServer.INSTANCE.giveBack((ReusedConnections) database);
	}

	/**
	 * Create an empty database of a product.
	 * @param product its dialect's name
	 * @return new connections to it
	 */
	public static DataSource of(String product) {
		return switch (product) {
			case "postgresql" -> postgresql();
			case "mariadb" -> mariadb();
			case "mysql" -> mysql();
			case "sqlite" -> sqlite();
			default -> h2();
		};
	}

	/**
	 * Create empty databases of several products, as arguments of a parameterized test.
	 * The run with one that this machine cannot have is skipped.
	 * @param products their dialects' names
	 * @return new connections to each, by its name
	 */
	public static Stream<Named<DataSource>> each(String... products) {
		return Stream.of(products).map((product) -> {
			try {
				return Named.of(product, of(product));
			}
			catch (MissingDatabaseException ex) {
				return Named.of(product, new MissingDatabase(String.valueOf(ex.getMessage())));
			}
		});
	}

	/**
	 * Connect to a PostgreSQL, MariaDB or MySQL database as somebody else.
	 * @param database the database
	 * @param user the role or user
	 * @param password its password
	 * @return new connections to it
	 */
	public static DataSource as(DataSource database, String user, String password) {
		// first what has its driver in every module
		if (database instanceof PGSimpleDataSource known) {
			PGSimpleDataSource other = new PGSimpleDataSource();
			other.setUrl(known.getUrl());
			other.setUser(user);
			other.setPassword(password);
			return other;
		}
		return (database instanceof MariaDbDataSource known) ? MariadbServer.connect(known.getUrl(), user, password)
				: MysqlServer.connect(String.valueOf(((MysqlDataSource) database).getUrl()), user, password);
	}

	/**
	 * Create an empty MariaDB database.
	 * @return new connections to it, as a user who may do everything
	 */
	public static DataSource mariadb() {
		// Where a name begins with "test_", everybody may do everything.
		return MariadbServer.INSTANCE.create("empty_" + COUNT.incrementAndGet());
	}

	/**
	 * Create an empty MySQL database. Where no server can run, the test is skipped.
	 * @return new connections to it, as a user who may do everything
	 */
	public static DataSource mysql() {
		return MysqlServer.instance().create("empty_" + COUNT.incrementAndGet());
	}

	/**
	 * Create an empty H2 database in memory, which stays as long as the JVM.
	 * @return new connections to it, as an administrator
	 */
	public static DataSource h2() {
		return h2("jdbc:h2:mem:test_%d;DB_CLOSE_DELAY=-1".formatted(COUNT.incrementAndGet()));
	}

	/**
	 * Create an empty H2 database in memory for a single connection.
	 * @return a new database with each connection to it, as an administrator
	 */
	public static DataSource h2InPassing() {
		return h2("jdbc:h2:mem:");
	}

	/**
	 * Open an H2 database in a file, created if need be, which closes with its last
	 * connection.
	 * @param file the file without its ending
	 * @return new connections to it, as an administrator
	 */
	public static DataSource h2File(Path file) {
		return h2("jdbc:h2:file:" + file.toAbsolutePath());
	}

	private static DataSource h2(String url) {
		JdbcDataSource dataSource = new JdbcDataSource();
		dataSource.setURL(url);
		dataSource.setUser("sa");
		return dataSource;
	}

	/**
	 * Create an empty SQLite database in a file, which stays as long as the JVM.
	 * @return new connections to it, which enforce foreign keys
	 */
	public static DataSource sqlite() {
		return SqliteDatabases.file("test_%d.db".formatted(COUNT.incrementAndGet()));
	}

	/**
	 * Open a SQLite database in a file, created if need be.
	 * @param file the file
	 * @return new connections to it, which enforce foreign keys
	 */
	public static DataSource sqliteFile(Path file) {
		return SqliteDatabases.file(file);
	}

	/**
	 * Create an empty SQLite database in memory, which stays as long as the data source.
	 * @return new connections to it, which enforce foreign keys
	 */
	public static DataSource sqliteInMemory() {
		return SqliteDatabases.inMemory("test_" + COUNT.incrementAndGet());
	}

	/**
	 * Reach a database over R2DBC.
	 * @param database a PostgreSQL, MariaDB or MySQL database, or an H2 database in
	 * memory
	 * @return new connections to it
	 */
	public static ConnectionFactory r2dbc(DataSource database) {
		if (database instanceof PGSimpleDataSource postgresql) {
			return ConnectionFactories.get("r2dbc:postgresql://%s@%s:%d/%s".formatted(postgresql.getUser(), "localhost",
					postgresql.getPortNumbers()[0], postgresql.getDatabaseName()));
		}
		if (database instanceof MariaDbDataSource mariadb) {
			return r2dbc("mariadb", mariadb.getUrl(), mariadb.getUser());
		}
		if (database instanceof JdbcDataSource h2) {
			return new H2ConnectionFactory(H2ConnectionConfiguration.builder()
				.url(h2.getURL().substring("jdbc:h2:".length()))
				.username("sa")
				.password("")
				.build());
		}
		// Last, since other modules have no driver of it.
		MysqlDataSource mysql = (MysqlDataSource) database;
		return r2dbc("mysql", String.valueOf(mysql.getUrl()), mysql.getUser());
	}

	private static ConnectionFactory r2dbc(String driver, String jdbcUrl, String user) {
		String place = jdbcUrl.replaceAll(".*//|\\?.*", "");
		return ConnectionFactories.get("r2dbc:%s://%s@%s".formatted(driver, user, place));
	}

}
