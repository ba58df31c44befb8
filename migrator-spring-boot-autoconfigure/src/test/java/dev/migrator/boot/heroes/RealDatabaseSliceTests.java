package dev.migrator.boot.heroes;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.test.PostgresqlDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.AutoConfigureTestDatabase;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A slice that keeps the application's database also keeps the URL of its migrations.
 */
@JdbcTest
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
class RealDatabaseSliceTests {

	private static final PostgresqlDatabase DATABASE = PostgresqlDatabase.create();

	private static final String OWNER = DATABASE.role("owner");

	@DynamicPropertySource
	static void urls(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", () -> "postgresql://postgres@" + DATABASE.place());
		registry.add("migrator.url", () -> "postgresql://%s:geheim@%s".formatted(OWNER, DATABASE.place()));
	}

	@Test
	void migratesByTheUrl(@Autowired Migrator migrator, @Autowired DataSource dataSource,
			@Autowired JdbcClient client) {
		assertThat(migrator.dataSource()).isNotSameAs(dataSource);
		assertThat(DATABASE.owner("hero")).isEqualTo(OWNER);
		assertThat(client.sql("select name from hero").query(String.class).list()).containsExactly("Deadpond");
	}

}
