package dev.migrator.boot.autoconfigure;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.script.Migration;
import dev.migrator.script.MigrationFactory;
import dev.migrator.script.Revision;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
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
	 * @throws MigratorException if the class of one cannot be told
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
			types.add(type.asSubclass(Migration.class));
		}
		return types;
	}

	@Override
	public Migration create(Class<? extends Migration> type) {
		List<String> names = names(type).filter((name) -> type(name).equals(type)).toList();
		try {
			return (names.size() == 1) ? this.beanFactory.getBean(names.get(0), Migration.class)
					: this.beanFactory.createBean(type);
		}
		catch (BeansException ex) {
			throw (ex.contains(BeanCurrentlyInCreationException.class)) ? waitsForItself(type, ex)
					: notCreated(type, ex);
		}
	}

	private Stream<String> names(Class<? extends Migration> type) {
		return Stream.of(this.beanFactory.getBeanNamesForType(type, true, false));
	}

	private Class<?> type(String name) {
		Class<?> type = this.beanFactory.getType(name, false);
		return (type != null) ? ClassUtils.getUserClass(type) : Migration.class;
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
