package dev.migrator.sample;

import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The application on PostgreSQL, with a URL as people have it in {@code DATABASE_URL}.
 */
@ActiveProfiles("postgres")
class HeroesOnPostgresqlTests extends HeroesContract {

	HeroesOnPostgresqlTests() {
		super("postgresql");
	}

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		SampleDatabase database = Databases.postgresql();
		database.environment().forEach((name, value) -> registry.add(name, () -> value));
	}

}
