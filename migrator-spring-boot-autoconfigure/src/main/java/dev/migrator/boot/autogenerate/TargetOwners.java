package dev.migrator.boot.autogenerate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migrator.Migrator;
import dev.migrator.boot.AutogenerateProperties;
import dev.migrator.boot.MigratorDatabases;

import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Tells which of several databases a bean is about that says what a database is to have,
 * or how that is compared and written: that whose name is the bean's {@code @Qualifier}
 * or its own name. What names no database is about all of them, as it is where there is
 * only one.
 */
public final class TargetOwners {

	private final ConfigurableListableBeanFactory beanFactory;

	private final AutogenerateProperties common;

	private final MigratorDatabases databases;

	/**
	 * Look at an application.
	 * @param beanFactory its beans
	 * @param common what is configured for all its databases
	 * @param databases what is configured for each of several
	 */
	public TargetOwners(ConfigurableListableBeanFactory beanFactory, AutogenerateProperties common,
			MigratorDatabases databases) {
		this.beanFactory = beanFactory;
		this.common = common;
		this.databases = databases;
	}

	/**
	 * Return the application's databases, if it has several.
	 * @return their names, none if there is one database at most
	 */
	public Set<String> names() {
		Set<String> names = new TreeSet<>();
		migrators().forEach((bean) -> names.add(MigratorDatabases.databaseName(bean)));
		return (names.size() > 1) ? names : Set.of();
	}

	/**
	 * Return which of several databases is a migrator's.
	 * @param migrator the migrator, a bean that is made
	 * @return its name, or nothing if it is the only one or no bean
	 */
	public Optional<String> name(Migrator migrator) {
		return (names().isEmpty()) ? Optional.empty()
				: migrators().filter((bean) -> this.beanFactory.getSingleton(bean) == migrator)
					.map(MigratorDatabases::databaseName)
					.findFirst();
	}

	private Stream<String> migrators() {
		return Stream.of(this.beanFactory.getBeanNamesForType(Migrator.class, true, false));
	}

	/**
	 * Return what is configured for a database.
	 * @param migrator the database's migrator
	 * @return the properties
	 */
	public AutogenerateProperties properties(Migrator migrator) {
		return name(migrator).map(this.databases::autogenerate).orElse(this.common);
	}

	/**
	 * Return what is configured for one of several databases.
	 * @param name its name
	 * @return the properties
	 */
	public AutogenerateProperties properties(String name) {
		return this.databases.autogenerate(name);
	}

	/**
	 * Return which databases a bean names.
	 * @param bean the name of the bean
	 * @return those whose name is its qualifier or its own name
	 */
	public Set<String> of(String bean) {
		Set<String> owners = new TreeSet<>();
		for (String name : names()) {
			if (BeanFactoryAnnotationUtils.isQualifierMatch(name::equals, bean, this.beanFactory)) {
				owners.add(name);
			}
		}
		return owners;
	}

	/**
	 * Return the beans about a database: those that name it, and those that name none.
	 * @param <T> their type
	 * @param type their type
	 * @param migrator the database's migrator
	 * @return the beans in their order
	 */
	public <T> List<T> beans(Class<T> type, Migrator migrator) {
		List<T> all = this.beanFactory.getBeanProvider(type).orderedStream().toList();
		Optional<String> database = name(migrator);
		if (names().isEmpty()) {
			return all;
		}
		Set<T> others = Collections.newSetFromMap(new IdentityHashMap<>());
		for (String bean : this.beanFactory.getBeanNamesForType(type)) {
			Set<String> owners = of(bean);
			if (!owners.isEmpty() && database.filter(owners::contains).isEmpty()) {
				others.add(this.beanFactory.getBean(bean, type));
			}
		}
		List<T> own = new ArrayList<>(all);
		own.removeIf(others::contains);
		return Collections.unmodifiableList(own);
	}

}
