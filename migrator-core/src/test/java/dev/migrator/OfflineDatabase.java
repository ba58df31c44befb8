package dev.migrator;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import javax.sql.DataSource;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.test.DatabaseContent;
import dev.migrator.test.Databases;
import dev.migrator.test.Scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A database that a script is written for, and run on as its own client would.
 */
enum OfflineDatabase {

	POSTGRESQL, H2, MARIADB, MYSQL;

	DataSource create() {
		return Databases.of(product());
	}

	String product() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean isMysqlFamily() {
		return this == MARIADB || this == MYSQL;
	}

	Dialect dialect() {
		return Dialects.ofUrl((this == H2) ? "jdbc:h2:mem:nowhere" : "jdbc:%s://nowhere/db".formatted(product()));
	}

	/**
	 * Return a name as the database keeps it.
	 * @param name a name without quotes
	 * @return the name
	 */
	String kept(String name) {
		return (this == H2) ? name.toUpperCase(Locale.ROOT) : name;
	}

	/**
	 * Return a name as the database describes it.
	 * @param name a name without quotes
	 * @return the name with quotes
	 */
	String described(String name) {
		return (isMysqlFamily()) ? "`" + name + "`" : "\"" + name + "\"";
	}

	/**
	 * Return what is in the schema where a new connection creates things.
	 * @param database a database of this kind
	 * @return its lines
	 */
	static List<String> content(DataSource database) {
		return DatabaseContent.of(database);
	}

	/**
	 * Run a script that succeeds.
	 * @param script the script
	 * @param database where
	 * @throws SQLException what stopped it
	 */
	void run(String script, DataSource database) throws SQLException {
		if (isMysqlFamily()) {
			assertThat(runByMariadb(script, database)).isEqualTo(new Scripts.Outcome(0, ""));
		}
		else {
			Scripts.run(script, database);
		}
	}

	/**
	 * Run a script that stops.
	 * @param script the script
	 * @param database where
	 * @return the message that stopped it
	 */
	String failure(String script, DataSource database) {
		if (isMysqlFamily()) {
			Scripts.Outcome outcome = runByMariadb(script, database);
			assertThat(outcome.status()).as(outcome.output()).isNotZero();
			return outcome.output();
		}
		SQLException problem = catchThrowableOfType(SQLException.class, () -> Scripts.run(script, database));
		return String.valueOf(Objects.requireNonNull(problem, "The script ran").getMessage());
	}

	/**
	 * Return what a script says that is run where the database is elsewhere.
	 * @param expected where it goes on from
	 * @param found where the database is
	 * @return the message
	 */
	String elsewhere(String expected, String found) {
		return ((this == MYSQL) ? "the database is at %2$s and not at %1$s"
				: "This script goes on from %s, but the database is at %s.")
			.formatted(expected, found);
	}

	private static Scripts.Outcome runByMariadb(String script, DataSource database) {
		return Scripts.runByMariadb(script, database, "--binary-mode", "--comments");
	}

}
