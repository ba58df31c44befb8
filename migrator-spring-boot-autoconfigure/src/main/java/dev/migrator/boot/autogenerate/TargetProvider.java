package dev.migrator.boot.autogenerate;

import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.TargetSource;

/**
 * Finds what in the application says what a database is to have: one kind of entities,
 * such as those of JPA.
 */
@FunctionalInterface
public interface TargetProvider {

	/**
	 * Find what is about the database of a migrator.
	 * @param migrator the migrator
	 * @return the sources, none if the application has no such entities
	 * @throws dev.migrator.error.MigratorException if it cannot be told which of several
	 * belong to that database
	 */
	List<TargetSource> targets(Migrator migrator);

}
