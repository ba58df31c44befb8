package dev.migrator.boot.autoconfigure;

import java.util.Set;

import dev.migrator.Migrator;
import dev.migrator.boot.MigratorInitializer;

import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;

/**
 * A {@link DatabaseInitializerDetector} for migrators: beans that use the database wait
 * for them, and so do scripts such as {@code data.sql}.
 */
final class MigratorDatabaseInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

	@Override
	protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
		return Set.of(Migrator.class, MigratorInitializer.class);
	}

	@Override
	public int getOrder() {
		return 2;
	}

}
