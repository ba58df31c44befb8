package dev.migrator.boot.autoconfigure;

import java.util.Collection;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.boot.DatabaseProperties;
import dev.migrator.boot.MigratorConnectionDetails;
import dev.migrator.boot.MigratorCustomizer;
import dev.migrator.boot.MigratorDataSource;
import dev.migrator.boot.MigratorDatabases;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.MigrationListener;
import dev.migrator.script.Migration;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

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
	 * Choose the data source of the one database.
	 * @param properties what is configured
	 * @param marked the data source marked with {@link MigratorDataSource}
	 * @return the data source
	 */
	DataSource dataSource(DatabaseProperties properties, ObjectProvider<DataSource> marked) {
		DataSource own = marked.getIfAvailable();
		return selector(properties).select((own != null) ? own : named(properties), applications());
	}

	/**
	 * Make the migrator of the one database.
	 * @param properties what is configured
	 * @param dataSource its data source
	 * @return the migrator
	 */
	Migrator migrator(DatabaseProperties properties, DataSource dataSource) {
		return build(null, properties, dataSource, new MigrationBeans(this.beanFactory).types());
	}

	/**
	 * Make the migrator of one of several databases. Its migrations stand under its
	 * locations, also those that are beans: elsewhere nobody knew whose they are.
	 * @param name the database's name
	 * @return the migrator
	 */
	Migrator migrator(String name) {
		DatabaseProperties properties = new MigratorDatabases(this.environment).properties(name);
		DataSource dataSource = selector(properties).selectNamed(named(properties), applications());
		return build(name, properties, dataSource, List.of());
	}

	private Migrator build(@Nullable String name, DatabaseProperties properties, DataSource dataSource,
			Collection<Class<? extends Migration>> types) {
		MigratorBuilder builder = new MigratorFactory(properties).builder(dataSource,
				this.environment.getProperty("spring.application.name"));
		builder.classLoader(classLoader());
		builder.migrations(types).migrationFactory(new MigrationBeans(this.beanFactory));
		this.beanFactory.getBeanProvider(MigrationListener.class).orderedStream().forEach(builder::listener);
		this.beanFactory.getBeanProvider(MigratorCustomizer.class)
			.orderedStream()
			.forEach((customizer) -> customizer.customize(name, builder));
		return builder.build();
	}

	private MigrationDataSourceSelector selector(DatabaseProperties properties) {
		return new MigrationDataSourceSelector(properties,
				this.beanFactory.getBeanProvider(MigratorConnectionDetails.class),
				this.beanFactory.getBeanProvider(JdbcConnectionDetails.class),
				new DatabaseReplacements(this.beanFactory, this.environment), classLoader());
	}

	private ObjectProvider<DataSource> applications() {
		return this.beanFactory.getBeanProvider(DataSource.class);
	}

	private @Nullable DataSource named(DatabaseProperties properties) {
		String name = properties.getDataSource();
		if (!StringUtils.hasText(name)) {
			return null;
		}
		if (!this.beanFactory.containsBean(name) || !this.beanFactory.isTypeMatch(name, DataSource.class)) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"There is no data source '%s', which migrations are to use.".formatted(name),
					"Name one of these beans: %s."
						.formatted(String.join(", ", this.beanFactory.getBeanNamesForType(DataSource.class))));
		}
		return this.beanFactory.getBean(name, DataSource.class);
	}

	private ClassLoader classLoader() {
		ClassLoader classLoader = this.beanFactory.getBeanClassLoader();
		return (classLoader != null) ? classLoader : MigratorMaker.class.getClassLoader();
	}

}
