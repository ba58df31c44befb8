package dev.migrator.boot.autoconfigure;

import java.util.Map;

import dev.migrator.Migrator;
import dev.migrator.boot.MigrationStrategy;
import dev.migrator.boot.MigratorDatabases;
import dev.migrator.boot.MigratorProperties;
import dev.migrator.boot.OnStartup;

/**
 * Does at start what the properties say of each database.
 */
final class ConfiguredStrategy implements MigrationStrategy {

	private final Map<String, Migrator> migrators;

	private final MigratorProperties properties;

	private final MigratorDatabases databases;

	ConfiguredStrategy(Map<String, Migrator> migrators, MigratorProperties properties, MigratorDatabases databases) {
		this.migrators = Map.copyOf(migrators);
		this.properties = properties;
		this.databases = databases;
	}

	@Override
	@SuppressWarnings("ReferenceEquality") // the bean itself is meant
	public void migrate(Migrator migrator) {
		OnStartup onStartup = this.migrators.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() == migrator)
			.flatMap((entry) -> this.databases.ofBean(entry.getKey()).stream())
			.findFirst()
			.map((name) -> this.databases.properties(name).getOnStartup())
			.orElseGet(this.properties::getOnStartup);
		onStartup.migrate(migrator);
	}

}
