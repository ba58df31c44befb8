package dev.migrator.boot.autogenerate.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.migrator.Migrator;
import dev.migrator.boot.autogenerate.TargetOwners;

import org.springframework.beans.PropertyValue;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanReference;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Tells which database has an aggregate: by the beans that it comes from, or by its
 * package.
 */
final class AggregateOwners {

	private final ConfigurableListableBeanFactory beanFactory;

	private final TargetOwners owners;

	private final Optional<String> database;

	private final List<String> ownPackages;

	private final List<List<String>> packages;

	private final Map<Class<?>, Set<String>> byBeans = new HashMap<>();

	AggregateOwners(ConfigurableListableBeanFactory beanFactory, TargetOwners owners, Migrator migrator) {
		this.beanFactory = beanFactory;
		this.owners = owners;
		this.database = owners.name(migrator);
		this.ownPackages = owners.properties(migrator).getPackages();
		this.packages = owners.names().stream().map((name) -> owners.properties(name).getPackages()).toList();
	}

	/**
	 * Take note of a bean that has to do with an aggregate. What that refers to counts as
	 * well, as the template does that a repository works with.
	 * @param type the aggregate
	 * @param bean the name of the bean
	 */
	void add(Class<?> type, String bean) {
		Set<String> named = this.byBeans.computeIfAbsent(type, (key) -> new TreeSet<>());
		named.addAll(this.owners.of(bean));
		if (this.beanFactory.containsBeanDefinition(bean)) {
			BeanDefinition definition = this.beanFactory.getBeanDefinition(bean);
			for (PropertyValue property : definition.getPropertyValues()) {
				if (property.getValue() instanceof BeanReference reference
						&& this.beanFactory.containsBean(reference.getBeanName())) {
					named.addAll(this.owners.of(reference.getBeanName()));
				}
			}
		}
	}

	/**
	 * Return whether the migrator's database has an aggregate.
	 * @param type the aggregate
	 * @return whether it does
	 */
	boolean isOwn(Class<?> type) {
		Set<String> named = this.byBeans.getOrDefault(type, Set.of());
		if (!named.isEmpty()) {
			return this.database.filter(named::contains).isPresent();
		}
		int own = length(this.ownPackages, type);
		int longest = this.packages.stream().mapToInt((names) -> length(names, type)).max().orElse(own);
		return (longest > 0) ? own == longest : this.ownPackages.isEmpty();
	}

	// How closely packages name the one that a class stands in or below.
	private static int length(List<String> packages, Class<?> type) {
		int length = 0;
		for (String candidate : packages) {
			if (type.getName().startsWith(candidate + ".")) {
				length = Math.max(length, candidate.length());
			}
		}
		return length;
	}

}
