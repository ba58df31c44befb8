package dev.migrator.boot.autoconfigure;

import java.util.Set;

import dev.migrator.Migrator;
import dev.migrator.boot.MigratorInitializer;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * A {@link DatabaseInitializerDetector} for migrators: beans that use the database wait
 * for them, and so do scripts such as {@code data.sql}.
 * <p>
 * With {@code spring.jpa.defer-datasource-initialization} all initializers wait for JPA,
 * which is meant for scripts that fill the tables of Hibernate. Migrators do not: JPA
 * finds the tables that revisions made, so that here those initializers wait for them.
 */
final class MigratorDatabaseInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

	private static final String JPA = "jakarta.persistence.EntityManagerFactory";

	private final boolean deferred;

	MigratorDatabaseInitializerDetector(Environment environment) {
		this.deferred = environment.getProperty("spring.jpa.defer-datasource-initialization", Boolean.class, false);
	}

	@Override
	protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
		return Set.of(Migrator.class, MigratorInitializer.class);
	}

	@Override
	public Set<String> detect(ConfigurableListableBeanFactory beanFactory) {
		return (isBeforeAllOthers(beanFactory)) ? Set.of() : super.detect(beanFactory);
	}

	@Override
	public void detectionComplete(ConfigurableListableBeanFactory beanFactory, Set<String> others) {
		if (isBeforeAllOthers(beanFactory)) {
			String[] migrators = StringUtils.toStringArray(super.detect(beanFactory));
			for (String other : others) {
				BeanDefinition definition = beanFactory.getBeanDefinition(other);
				definition.setDependsOn(StringUtils.concatenateStringArrays(definition.getDependsOn(), migrators));
			}
		}
	}

	private boolean isBeforeAllOthers(ConfigurableListableBeanFactory beanFactory) {
		ClassLoader classLoader = beanFactory.getBeanClassLoader();
		return this.deferred && ClassUtils.isPresent(JPA, classLoader) && beanFactory
			.getBeanNamesForType(ClassUtils.resolveClassName(JPA, classLoader), true, false).length > 0;
	}

	@Override
	public int getOrder() {
		return 2;
	}

}
