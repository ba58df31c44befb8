package dev.migrator.boot;

import dev.migrator.MigratorBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Changes the migrator that is auto-configured. Beans of this type are called in their
 * order, after the properties, listeners and migration beans were applied.
 */
@FunctionalInterface
public interface MigratorCustomizer {

	/**
	 * Change the migrator.
	 * @param builder what builds it
	 */
	void customize(MigratorBuilder builder);

	/**
	 * Change the migrator of one of several databases.
	 * @param database the name of the database under {@code migrator.databases}, or
	 * {@code null} if there is just one
	 * @param builder what builds it
	 */
	default void customize(@Nullable String database, MigratorBuilder builder) {
		customize(builder);
	}

}
