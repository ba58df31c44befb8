package dev.migrator.boot.heroes;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The slice of plain JDBC has its database upgraded: the embedded one that takes the
 * place of the application's, even where migrations have a URL of their own.
 */
@JdbcTest(properties = { "spring.datasource.url=postgresql://user:pw@nowhere.invalid/db",
		"migrator.url=postgresql://owner:pw@nowhere.invalid/db" })
class JdbcSliceTests {

	@Test
	void findsWhatTheRevisionsBrought(@Autowired JdbcClient client) {
		assertThat(client.sql("select name from hero").query(String.class).list()).containsExactly("Deadpond");
	}

	@Test
	void migratesTheDatabaseOfTheTest(@Autowired Migrator migrator, @Autowired DataSource dataSource) {
		assertThat(dataSource).isInstanceOf(EmbeddedDatabase.class);
		assertThat(migrator.dataSource()).isSameAs(dataSource);
	}

}
