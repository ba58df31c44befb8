package dev.migrator.boot.autogenerate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.TargetSource;
import dev.migrator.autogenerate.scratch.SqlFileTarget;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.SessionFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * Finds the SQL files that say what a database is to have.
 */
public final class SqlFileTargetProvider implements TargetProvider {

	private final TargetOwners owners;

	private final ScratchServers scratch;

	private final ResourceLoader resources;

	/**
	 * Create a provider.
	 * @param owners say which files are whose
	 * @param scratch says where they are run
	 * @param resources finds them
	 */
	public SqlFileTargetProvider(TargetOwners owners, ScratchServers scratch, ResourceLoader resources) {
		this.owners = owners;
		this.scratch = scratch;
		this.resources = resources;
	}

	@Override
	public List<TargetSource> targets(Migrator migrator) {
		List<String> files = this.owners.properties(migrator).getSchemaSql();
		if (files.isEmpty()) {
			return List.of();
		}
		SessionFactory server = this.scratch.configured(migrator).map(ScratchServer::sessions).orElse(null);
		return files.stream().map((file) -> read(file, server)).toList();
	}

	private TargetSource read(String location, @Nullable SessionFactory server) {
		Resource file = this.resources.getResource(location);
		try {
			return new SqlFileTarget(location, file.getContentAsString(StandardCharsets.UTF_8), server);
		}
		catch (IOException ex) {
			throw new MigratorException(
					ErrorCategory.CONFIGURATION, "The file %s of migrator.autogenerate.schema-sql cannot be read: %s"
						.formatted(location, ex.getMessage()),
					"Name it as classpath:schema.sql or file:schema.sql.", ex);
		}
	}

}
