package dev.migrator.boot.command;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.autogenerate.ScratchServers;
import dev.migrator.boot.test.NewDatabases;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SessionFactory;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scratch databases come empty beside the application's one and go again.
 */
class ScratchDatabasesTests {

	@TempDir
	Path folder;

	private static String url(DataSource database) {
		try (SqlSession session = JdbcSession.open(database)) {
			return String.valueOf(session.database().url());
		}
	}

	private static List<String> databases(String product, DataSource application) {
		String sql = switch (product) {
			case "mariadb" -> "select schema_name from information_schema.schemata";
			case "postgresql" -> "select datname from pg_database";
			default -> "select 'none'";
		};
		return JdbcClient.create(application)
			.sql(sql)
			.query(String.class)
			.list()
			.stream()
			.filter((name) -> name.startsWith("migrator_scratch_"))
			.toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "mariadb", "sqlite", "h2", "postgresql" })
	void twoThatKnowNothingOfEachOtherComeAndGo(String product) throws SQLException {
		DataSource application = NewDatabases.create(product, this.folder);
		Dialect dialect = Dialects.named(product);
		JdbcClient.create(application).sql("create table hero (id integer)").update();
		SessionFactory one;
		Function<SessionFactory, List<String>> content = (database) -> {
			try (SqlSession session = database.open()) {
				return dialect.describeSchema(dialect.currentSchema(session), session);
			}
		};
		try (ScratchDatabases scratch = scratch(application, url(application), dialect)) {
			one = scratch.create();
			SessionFactory other = scratch.create();
			assertThat(content.apply(one)).isEmpty();
			execute("create table team (id integer)", one);
			assertThat(content.apply(one)).isNotEmpty();
			assertThat(content.apply(other)).isEmpty();
			assertThat(databases(product, application))
				.hasSize((product.equals("mariadb") || product.equals("postgresql")) ? 2 : 0);
		}
		assertThat(databases(product, application)).isEmpty();
		assertThat(content.apply(() -> JdbcSession.open(application)))
			.anyMatch((line) -> line.toLowerCase(Locale.ROOT).contains("hero"));
	}

	@Test
	void filesOfSqliteAreGone() throws SQLException {
		DataSource application = NewDatabases.create("sqlite", this.folder);
		SessionFactory one;
		Path file;
		try (ScratchDatabases scratch = scratch(application, url(application) + "?foreign_keys=on",
				Dialects.named("sqlite"))) {
			one = scratch.create();
			execute("create table team (id integer)", one);
			String url = url(one);
			assertThat(url).endsWith("scratch.db?foreign_keys=on");
			file = Path.of(url.substring("jdbc:sqlite:".length(), url.indexOf('?')));
			assertThat(file).exists();
		}
		assertThat(file.getParent()).doesNotExist();
	}

	private static void execute(String sql, SessionFactory database) {
		try (SqlSession session = database.open()) {
			session.execute(SqlStatement.of(sql));
		}
	}

	private static String url(SessionFactory database) {
		try (SqlSession session = database.open()) {
			return String.valueOf(session.database().url());
		}
	}

	private static ScratchDatabases scratch(DataSource application, String url, Dialect dialect) {
		return new ScratchDatabases(ScratchServers.own(Migrator.builder().dataSource(application).build(), url),
				dialect);
	}

}
