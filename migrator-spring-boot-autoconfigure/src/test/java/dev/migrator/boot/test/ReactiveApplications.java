package dev.migrator.boot.test;

import dev.migrator.boot.autoconfigure.MigratorAutoConfiguration;
import dev.migrator.boot.autoconfigure.R2dbcDatabaseUrlAutoConfiguration;
import io.r2dbc.spi.ConnectionFactory;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Applications with Migrator that reach their database over R2DBC. Their revisions are
 * those of {@link Applications}.
 */
public final class ReactiveApplications {

	/** What makes an application with a connection factory and Migrator. */
	public static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations
		.of(R2dbcDatabaseUrlAutoConfiguration.class, MigratorAutoConfiguration.class, R2dbcAutoConfiguration.class);

	private ReactiveApplications() {
	}

	/**
	 * Return an application with an H2 database of its own in memory, unless
	 * {@code spring.r2dbc.url} says something else.
	 * @return the application
	 */
	public static ApplicationContextRunner embedded() {
		return new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues("spring.r2dbc.generate-unique-name=true");
	}

	/**
	 * Return an application with a database.
	 * @param factory the database
	 * @return the application
	 */
	public static ApplicationContextRunner on(ConnectionFactory factory) {
		return Applications.bare().withBean("connectionFactory", ConnectionFactory.class, () -> factory);
	}

	/**
	 * Return whether the revisions brought the first hero.
	 * @param factory a database
	 * @return whether the hero is there
	 */
	public static boolean hasHero(ConnectionFactory factory) {
		return Boolean.TRUE.equals(DatabaseClient.create(factory)
			.sql("select name from hero where name = 'Deadpond'")
			.fetch()
			.one()
			.hasElement()
			.onErrorReturn(false)
			.block());
	}

}
