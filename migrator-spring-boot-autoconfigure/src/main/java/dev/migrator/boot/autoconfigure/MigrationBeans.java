package dev.migrator.boot.autoconfigure;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.script.Migration;
import dev.migrator.script.MigrationFactory;
import dev.migrator.script.Revision;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * Migrations that are beans, or that take beans. Their classes are looked at without
 * making an object: a migration that is applied long since may need what is there no
 * more.
 */
final class MigrationBeans implements MigrationFactory {

	private final ConfigurableListableBeanFactory beanFactory;

	MigrationBeans(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Return the classes of the beans that are migrations.
	 * @return the classes
	 * @throws MigratorException if the class of one cannot be told, or two have the same
	 */
	Collection<Class<? extends Migration>> types() {
		Set<Class<? extends Migration>> types = new LinkedHashSet<>();
		for (String name : names(Migration.class).toList()) {
			Class<?> type = type(name);
			if (!AnnotatedElementUtils.hasAnnotation(type, Revision.class)) {
				throw new MigratorException(ErrorCategory.INVALID_REVISION,
						"The bean '%s' is a migration, but its type %s has no @Revision.".formatted(name,
								type.getName()),
						"Annotate its class, and let the @Bean method return that class if there is one.");
			}
			if (!types.add(type.asSubclass(Migration.class))) {
				throw new MigratorException(ErrorCategory.INVALID_REVISION,
						"The migration %s is declared as a bean twice.".formatted(type.getName()),
						"Remove the bean '%s' or the other one.".formatted(name));
			}
		}
		return types;
	}

	@Override
	public Migration create(Class<? extends Migration> type) {
		Optional<String> bean = names(type).filter((name) -> type(name).equals(type)).findFirst();
		try {
			return (bean.isPresent()) ? this.beanFactory.getBean(bean.get(), Migration.class)
					: this.beanFactory.createBean(type);
		}
		catch (BeansException ex) {
			throw (isCircular(ex)) ? waitsForItself(type, ex) : notCreated(type, ex);
		}
	}

	private Stream<String> names(Class<? extends Migration> type) {
		return Stream.of(this.beanFactory.getBeanNamesForType(type, true, false));
	}

	private Class<?> type(String name) {
		Class<?> type = this.beanFactory.getType(name, false);
		return (type != null) ? ClassUtils.getUserClass(type) : Migration.class;
	}

	// What makes an EntityManager is not found before it is made itself.
	private static boolean isCircular(BeansException ex) {
		return ex.contains(BeanCurrentlyInCreationException.class)
				|| (ex.getMostSpecificCause() instanceof NoSuchBeanDefinitionException missing
						&& missing.getBeanType() != null
						&& missing.getBeanType().getName().equals("jakarta.persistence.EntityManager"));
	}

	private static MigratorException waitsForItself(Class<?> type, BeansException cause) {
		return new MigratorException(ErrorCategory.INVALID_REVISION,
				"%s takes a bean that is made only after the migration, such as a JdbcTemplate, a repository or an EntityManager."
					.formatted(type.getName()),
				"Use op.jdbc(), op.query(…) or op.update(…), which work on the migration's own connection.", cause);
	}

	private static MigratorException notCreated(Class<?> type, BeansException cause) {
		return new MigratorException(ErrorCategory.INVALID_REVISION,
				"%s cannot be created: %s".formatted(type.getName(), cause.getMostSpecificCause().getMessage()),
				"Give it a constructor without arguments, or one that takes Spring beans.", cause);
	}

}
