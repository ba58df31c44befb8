package dev.migrator.boot.autoconfigure;

import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.container.ContainerImageMetadata;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;

/**
 * Tells whether the application's database stands in for the real one: embedded in a
 * slice test, or in a container by {@code @ServiceConnection} or Docker Compose. Then
 * {@code migrator.url} and {@code migrator.username} lead to the real one, which a test
 * must not touch.
 */
final class DatabaseReplacements {

	private static final String TEST_DATABASE = "org.springframework.boot.jdbc.test.autoconfigure.TestDatabaseAutoConfiguration";

	private final ConfigurableListableBeanFactory beanFactory;

	private final Environment environment;

	DatabaseReplacements(ConfigurableListableBeanFactory beanFactory, Environment environment) {
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	/**
	 * Tell whether a slice test put its own embedded database there.
	 * @param application the application's data source
	 * @return whether it did
	 */
	boolean isTestDatabase(DataSource application) {
		return application instanceof EmbeddedDatabase && this.beanFactory.containsBean(TEST_DATABASE)
				&& !this.environment.getProperty("spring.test.database.replace", "").equalsIgnoreCase("none");
	}

	/**
	 * Tell whether the application's database is in a container.
	 * @param details what tells the application where its database is
	 * @return whether it is
	 */
	boolean isContainer(Class<? extends ConnectionDetails> details) {
		return Stream.of(this.beanFactory.getBeanNamesForType(details, true, false))
			.filter(this.beanFactory::containsBeanDefinition)
			.map(this.beanFactory::getBeanDefinition)
			.anyMatch(ContainerImageMetadata::isPresent);
	}

}
