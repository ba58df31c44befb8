package dev.migrator.sample;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The application on its default database, a file of H2.
 */
class HeroesApplicationTests extends HeroesContract {

	@TempDir
	static Path directory;

	HeroesApplicationTests() {
		super("h2");
	}

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", () -> "jdbc:h2:file:" + directory.resolve("heroes"));
	}

}
