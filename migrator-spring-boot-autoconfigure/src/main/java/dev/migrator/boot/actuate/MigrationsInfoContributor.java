package dev.migrator.boot.actuate;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.migrator.Migrator;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.MigrationStatus;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/**
 * {@link InfoContributor} that says for each migrator at which revision the database is
 * and how that stands to the application's.
 */
public class MigrationsInfoContributor implements InfoContributor {

	private final Map<String, Migrator> migrators;

	/**
	 * Create a contributor.
	 * @param migrators the migrators by the name of their bean
	 */
	public MigrationsInfoContributor(Map<String, Migrator> migrators) {
		this.migrators = new LinkedHashMap<>(migrators);
	}

	@Override
	public void contribute(Info.Builder builder) {
		Map<String, Object> migrations = new LinkedHashMap<>();
		this.migrators.forEach((name, migrator) -> migrations.put(name, describe(migrator)));
		builder.withDetail("migrations", migrations);
	}

	private static Map<String, Object> describe(Migrator migrator) {
		try {
			MigrationStatus status = migrator.status();
			return Map.of("current", status.current(), "heads", status.heads(), "state", status.status().code());
		}
		catch (MigratorException ex) {
			// Why stands in the health and in the endpoint.
			return Map.of("heads", migrator.heads(), "state", "unknown");
		}
	}

}
