package dev.migrator.boot.autogenerate.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.TargetSource;
import dev.migrator.autogenerate.aggregates.AggregateTarget;
import dev.migrator.boot.autogenerate.TargetOwners;
import dev.migrator.boot.autogenerate.TargetProvider;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.data.convert.CustomConversions;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.DefaultNamingStrategy;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.repository.Repository;

/**
 * Finds the aggregates of Spring Data JDBC and R2DBC: the classes that are scanned for,
 * and those that have a repository. Spring Data's own mapping contexts are not made,
 * since they ask the database what it is.
 */
public final class AggregateTargetProvider implements TargetProvider {

	private final ConfigurableListableBeanFactory beanFactory;

	private final TargetOwners owners;

	/**
	 * Create a provider.
	 * @param beanFactory the application's beans
	 * @param owners tell which of several databases a bean is about
	 */
	public AggregateTargetProvider(ConfigurableListableBeanFactory beanFactory, TargetOwners owners) {
		this.beanFactory = beanFactory;
		this.owners = owners;
	}

	@Override
	public List<TargetSource> targets(Migrator migrator) {
		Set<Class<?>> seen = new HashSet<>();
		List<TargetSource> targets = new ArrayList<>();
		add("JDBC", true, migrator, seen, targets);
		add("R2DBC", false, migrator, seen, targets);
		return targets;
	}

	private void add(String module, boolean quoted, Migrator migrator, Set<Class<?>> seen, List<TargetSource> targets) {
		AggregateOwners aggregates = new AggregateOwners(this.beanFactory, this.owners, migrator);
		Set<Class<?>> types = new LinkedHashSet<>();
		for (String name : this.beanFactory.getBeanNamesForType(RelationalManagedTypes.class, true, false)) {
			if (name.startsWith("r2dbc") != quoted) {
				this.beanFactory.getBean(name, RelationalManagedTypes.class).forEach((type) -> {
					types.add(type);
					aggregates.add(type, name);
				});
			}
		}
		for (String name : this.beanFactory.getBeanNamesForType(Repository.class, true, false)) {
			if (isOf(module, name)) {
				Class<?> aggregate = ResolvableType.forClass(type(name)).as(Repository.class).resolveGeneric(0);
				if (aggregate != null) {
					types.add(aggregate);
					aggregates.add(aggregate, BeanFactoryUtils.transformedBeanName(name));
				}
			}
		}
		types.removeIf((type) -> !aggregates.isOwn(type) || !seen.add(type));
		if (!types.isEmpty()) {
			targets.add(new AggregateTarget("Spring Data " + module, types, naming(migrator), quoted, conversions()));
		}
	}

	private boolean isOf(String module, String name) {
		String bean = BeanFactoryUtils.transformedBeanName(name);
		String factory = (this.beanFactory.containsBeanDefinition(bean))
				? this.beanFactory.getBeanDefinition(bean).getBeanClassName() : null;
		return factory != null && factory.startsWith("org.springframework.data." + module.toLowerCase(Locale.ROOT));
	}

	private Class<?> type(String name) {
		Class<?> type = this.beanFactory.getType(name, false);
		return (type != null) ? type : Object.class;
	}

	private NamingStrategy naming(Migrator migrator) {
		List<NamingStrategy> own = this.owners.beans(NamingStrategy.class, migrator);
		return (own.size() == 1) ? own.get(0) : this.beanFactory.getBeanProvider(NamingStrategy.class)
			.getIfUnique(() -> DefaultNamingStrategy.INSTANCE);
	}

	// Those of Spring Boot hold nothing of the application's, and open a connection.
	private Function<Class<?>, Optional<Class<?>>> conversions() {
		List<CustomConversions> own = new ArrayList<>();
		for (String name : this.beanFactory.getBeanNamesForType(CustomConversions.class, true, false)) {
			String factory = (this.beanFactory.containsBeanDefinition(name))
					? this.beanFactory.getBeanDefinition(name).getFactoryBeanName() : null;
			if (factory == null || !factory.startsWith("org.springframework.boot.")) {
				own.add(this.beanFactory.getBean(name, CustomConversions.class));
			}
		}
		return (type) -> own.stream()
			.map((conversions) -> conversions.getCustomWriteTarget(type))
			.flatMap(Optional::stream)
			.<Class<?>>map((target) -> target)
			.findFirst();
	}

}
