package dev.migrator.boot;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The databases of an application that has several, as {@code migrator.databases} names
 * them.
 */
public final class MigratorDatabases {

	private static final String PREFIX = "migrator.databases";

	private static final String SUFFIX = "Migrator";

	private final Binder binder;

	/**
	 * Look at an environment.
	 * @param environment the environment
	 */
	public MigratorDatabases(Environment environment) {
		this.binder = Binder.get(environment);
	}

	/**
	 * Return their names.
	 * @return the names, none if the application has one database at most
	 */
	public Set<String> names() {
		return this.binder.bind(PREFIX, Bindable.mapOf(String.class, DatabaseProperties.class))
			.map((databases) -> databases.keySet())
			.orElseGet(Set::of);
	}

	/**
	 * Return the properties of one of them. What stands under {@code migrator} holds for
	 * all, but for where a database is and where its revisions are.
	 * @param name its name
	 * @return the properties
	 */
	public DatabaseProperties properties(String name) {
		DatabaseProperties properties = new DatabaseProperties();
		this.binder.bind("migrator", Bindable.ofInstance(properties));
		properties.setDataSource(null);
		properties.setUrl(null);
		properties.setUsername(null);
		properties.setPassword(null);
		properties.setDriverClassName(null);
		properties.setLocations(List.of("classpath:db/migrations/" + name));
		this.binder.bind(PREFIX + "." + name, Bindable.ofInstance(properties));
		return properties;
	}

	/**
	 * Return what is configured of autogenerate for one of them. What stands under
	 * {@code migrator.autogenerate} holds for all that do not say something else.
	 * @param name its name
	 * @return the properties
	 */
	public AutogenerateProperties autogenerate(String name) {
		AutogenerateProperties properties = new AutogenerateProperties();
		this.binder.bind("migrator.autogenerate", Bindable.ofInstance(properties));
		this.binder.bind(PREFIX + "." + name + ".autogenerate", Bindable.ofInstance(properties));
		return properties;
	}

	/**
	 * Find a database by the name of its bean.
	 * @param beanName the name of a migrator
	 * @return the database's name, or nothing if the bean is none of theirs
	 */
	public Optional<String> ofBean(String beanName) {
		return names().stream().filter((name) -> beanName(name).equals(beanName)).findFirst();
	}

	/**
	 * Return what a migrator's database is called, also where the application declares
	 * the migrator itself.
	 * @param beanName the name of the migrator
	 * @return the database's name: that of the bean, without {@code Migrator} at its end
	 */
	public static String databaseName(String beanName) {
		boolean suffix = beanName.endsWith(SUFFIX) && beanName.length() > SUFFIX.length();
		return (suffix) ? beanName.substring(0, beanName.length() - SUFFIX.length()) : beanName;
	}

	/**
	 * Return the name of a database's migrator.
	 * @param name the database's name
	 * @return the name of the bean
	 */
	public static String beanName(String name) {
		return name + SUFFIX;
	}

}
