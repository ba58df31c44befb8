package dev.migrator.boot.autogenerate.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.TargetSource;
import dev.migrator.boot.MigratorInitializer;
import dev.migrator.boot.autogenerate.TargetProvider;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/**
 * Finds the persistence units of the application. While a command runs, they are
 * configured but not started: no connection is opened for them, and nothing that they
 * would do to the database happens.
 */
public final class JpaTargetProvider implements TargetProvider {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Environment environment;

	/**
	 * Create a provider.
	 * @param beanFactory the application's beans
	 * @param environment tells whether a command runs
	 */
	public JpaTargetProvider(ConfigurableListableBeanFactory beanFactory, Environment environment) {
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	@Override
	public List<TargetSource> targets(Migrator migrator) {
		List<AbstractEntityManagerFactoryBean> units = units();
		List<Migrator> migrators = this.beanFactory.getBeanProvider(Migrator.class).stream().toList();
		if (units.isEmpty() || (units.size() == 1 && migrators.size() < 2)) {
			return sources(units);
		}
		List<AbstractEntityManagerFactoryBean> own = units.stream().filter((unit) -> isOn(migrator, unit)).toList();
		String strays = units.stream()
			.filter((unit) -> migrators.stream().noneMatch((other) -> isOn(other, unit)))
			.map(AbstractEntityManagerFactoryBean::getPersistenceUnitName)
			.collect(Collectors.joining(", "));
		if (own.isEmpty() && !strays.isEmpty()) {
			throw new MigratorException(ErrorCategory.AMBIGUOUS,
					"It cannot be told which database is that of the persistence units: no migrator has the data source of %s."
						.formatted(strays),
					"Name that data source by migrator.data-source or migrator.databases.<name>.data-source, or declare a Migrator bean on it.");
		}
		return sources(own);
	}

	private static boolean isOn(Migrator migrator, AbstractEntityManagerFactoryBean unit) {
		DataSource database = target(migrator.dataSource());
		return database != null && database == target(unit.getDataSource());
	}

	private static List<TargetSource> sources(List<AbstractEntityManagerFactoryBean> units) {
		return units.stream().<TargetSource>map(JpaTargetSource::new).toList();
	}

	private List<AbstractEntityManagerFactoryBean> units() {
		String[] names = this.beanFactory.getBeanNamesForType(AbstractEntityManagerFactoryBean.class, true, false);
		if (names.length > 0
				&& this.environment.getProperty(MigratorInitializer.COMMAND_MODE_PROPERTY, Boolean.class, false)) {
			this.beanFactory.addBeanPostProcessor(new UnstartedPersistence());
		}
		List<AbstractEntityManagerFactoryBean> units = new ArrayList<>();
		for (String name : names) {
			units.add(unit(name));
		}
		return units;
	}

	private AbstractEntityManagerFactoryBean unit(String name) {
		try {
			return this.beanFactory.getBean(name, AbstractEntityManagerFactoryBean.class);
		}
		catch (BeansException ex) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"The persistence unit '%s' cannot be configured: %s"
						.formatted(BeanFactoryUtils.transformedBeanName(name), ex.getMostSpecificCause().getMessage()),
					"Correct what keeps the application itself from starting.", ex);
		}
	}

	private static @Nullable DataSource target(@Nullable DataSource dataSource) {
		DataSource current = dataSource;
		while (current instanceof DelegatingDataSource proxy && proxy.getTargetDataSource() != null) {
			current = proxy.getTargetDataSource();
		}
		return current;
	}

}
