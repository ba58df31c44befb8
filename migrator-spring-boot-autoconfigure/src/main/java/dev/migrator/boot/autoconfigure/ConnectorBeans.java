package dev.migrator.boot.autoconfigure;

import java.util.List;

import dev.migrator.boot.MigratorConnectionDetails;
import dev.migrator.boot.MigratorDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The application's beans that connections come from.
 *
 * @param <T> their type
 * @param beanFactory all beans of the application
 * @param type their type
 * @param marked the one marked with {@link MigratorDataSource}
 */
record ConnectorBeans<T>(ConfigurableListableBeanFactory beanFactory, Class<T> type, ObjectProvider<T> marked) {

	/**
	 * Return the bean that is meant for migrations.
	 * @param database the database
	 * @return the bean that is marked or that the properties name, or {@code null} if
	 * none is
	 */
	@Nullable T meant(DatabaseToMigrate database) {
		T own = (database.isOnly()) ? this.marked.getIfAvailable() : null;
		String name = database.bean();
		return (own == null && name != null && this.beanFactory.containsBean(name)
				&& this.beanFactory.isTypeMatch(name, this.type)) ? this.beanFactory.getBean(name, this.type) : own;
	}

	ObjectProvider<T> all() {
		return this.beanFactory.getBeanProvider(this.type);
	}

	List<String> names() {
		return List.of(this.beanFactory.getBeanNamesForType(this.type));
	}

	/**
	 * Return what the application has of another type.
	 * @param <D> the type
	 * @param type the type
	 * @return the beans
	 */
	<D> ObjectProvider<D> others(Class<D> type) {
		return this.beanFactory.getBeanProvider(type);
	}

	/**
	 * Return what is known of a database besides its own beans.
	 * @param database the database
	 * @return the details, or {@code null} if there are none but the properties
	 */
	@Nullable MigratorConnectionDetails details(DatabaseToMigrate database) {
		return (database.isOnly()) ? others(MigratorConnectionDetails.class).getIfAvailable() : null;
	}

	ClassLoader classLoader() {
		ClassLoader classLoader = this.beanFactory.getBeanClassLoader();
		return (classLoader != null) ? classLoader : ConnectorBeans.class.getClassLoader();
	}

}
