package dev.migrator.boot.autoconfigure;

import java.util.Collection;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.boot.DatabaseProperties;
import dev.migrator.boot.MigratorCustomizer;
import dev.migrator.boot.MigratorDatabases;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.MigrationListener;
import dev.migrator.script.Migration;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Makes the migrators of an application: the one, or one for each of its databases.
 */
final class MigratorMaker {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Environment environment;

	MigratorMaker(ConfigurableListableBeanFactory beanFactory, Environment environment) {
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	/**
	 * Make the migrator of the one database.
	 * @param properties what is configured
	 * @return the migrator
	 */
	Migrator onlyMigrator(DatabaseProperties properties) {
		return build(new DatabaseToMigrate(null, properties), new MigrationBeans(this.beanFactory).types());
	}

	/**
	 * Make the migrator of one of several databases. Its migrations stand under its
	 * locations, also those that are beans: elsewhere nobody knew whose they are.
	 * @param name the database's name
	 * @return the migrator
	 */
	Migrator migrator(String name) {
		return build(new DatabaseToMigrate(name, new MigratorDatabases(this.environment).properties(name)), List.of());
	}

	private Migrator build(DatabaseToMigrate database, Collection<Class<? extends Migration>> types) {
		MigratorBuilder builder = connector(database).connect(database);
		new MigratorFactory(database.properties()).configure(builder,
				this.environment.getProperty("spring.application.name"));
		builder.classLoader(classLoader());
		builder.migrations(types).migrationFactory(new MigrationBeans(this.beanFactory));
		this.beanFactory.getBeanProvider(MigrationListener.class).orderedStream().forEach(builder::listener);
		this.beanFactory.getBeanProvider(MigratorCustomizer.class)
			.orderedStream()
			.forEach((customizer) -> customizer.customize(database.name(), builder));
		return builder.build();
	}

	private DatabaseConnector connector(DatabaseToMigrate database) {
		List<DatabaseConnector> connectors = this.beanFactory.getBeanProvider(DatabaseConnector.class)
			.orderedStream()
			.toList();
		if (connectors.isEmpty()) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"The application can reach a database neither over JDBC nor over R2DBC.",
					"Add spring-boot-starter-jdbc or spring-boot-starter-r2dbc, and the database's driver.");
		}
		return connectors.stream()
			.filter((connector) -> connector.isMeant(database))
			.findFirst()
			.orElseGet(() -> byItself(database, connectors));
	}

	// Where none leads there, the first says what is missing.
	private static DatabaseConnector byItself(DatabaseToMigrate database, List<DatabaseConnector> connectors) {
		String bean = database.bean();
		if (bean != null) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"There is no data source '%s', which migrations are to use.".formatted(bean),
					"Name one of these beans: %s.".formatted(String.join(", ",
							connectors.stream().flatMap((connector) -> connector.beans().stream()).toList())));
		}
		return connectors.stream()
			.filter((connector) -> connector.leadsTo(database))
			.findFirst()
			.orElse(connectors.get(0));
	}

	private ClassLoader classLoader() {
		ClassLoader classLoader = this.beanFactory.getBeanClassLoader();
		return (classLoader != null) ? classLoader : MigratorMaker.class.getClassLoader();
	}

}
