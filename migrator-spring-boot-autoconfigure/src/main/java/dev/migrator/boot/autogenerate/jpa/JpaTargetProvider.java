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
		if (units.size() < 2) {
			return sources(units, migrator);
		}
		DataSource database = target(migrator.dataSource());
		List<AbstractEntityManagerFactoryBean> own = units.stream()
			.filter((unit) -> database != null && database == target(unit.getDataSource()))
			.toList();
		if (own.isEmpty()) {
			throw new MigratorException(ErrorCategory.AMBIGUOUS,
					"The application has the persistence units %s, and none has the data source of the migrator."
						.formatted(units.stream()
							.map(AbstractEntityManagerFactoryBean::getPersistenceUnitName)
							.collect(Collectors.joining(", "))),
					"Declare a Migrator bean on the data source of the one that it is for.");
		}
		return sources(own, migrator);
	}

	private static List<TargetSource> sources(List<AbstractEntityManagerFactoryBean> units, Migrator migrator) {
		return units.stream().<TargetSource>map((unit) -> new JpaTargetSource(unit, migrator)).toList();
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
