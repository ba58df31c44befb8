package dev.migrator.boot.test;

import javax.sql.DataSource;

import dev.migrator.boot.autoconfigure.DatabaseUrlAutoConfiguration;
import dev.migrator.boot.autoconfigure.MigratorAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/**
 * Applications with Migrator. Their revisions are those under {@code db/migrations} of
 * the tests: a table {@code hero} and its first row.
 */
public final class Applications {

	/** The head of these revisions. */
	public static final String HEAD = "2b1ae634e5cd";

	/** What makes an application with a data source and Migrator. */
	public static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations
		.of(DatabaseUrlAutoConfiguration.class, MigratorAutoConfiguration.class, DataSourceAutoConfiguration.class);

	private Applications() {
	}

	/**
	 * Return an application that has no database yet.
	 * @return the application
	 */
	public static ApplicationContextRunner bare() {
		return new ApplicationContextRunner().withConfiguration(
				AutoConfigurations.of(DatabaseUrlAutoConfiguration.class, MigratorAutoConfiguration.class));
	}

	/**
	 * Return an application with an H2 database of its own in memory, unless
	 * {@code spring.datasource.url} says something else.
	 * @return the application
	 */
	public static ApplicationContextRunner embedded() {
		return new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues("spring.datasource.generate-unique-name=true");
	}

	/**
	 * Return an application with a database.
	 * @param dataSource the database
	 * @return the application
	 */
	public static ApplicationContextRunner on(DataSource dataSource) {
		return bare().withBean("dataSource", DataSource.class, () -> dataSource);
	}

}
