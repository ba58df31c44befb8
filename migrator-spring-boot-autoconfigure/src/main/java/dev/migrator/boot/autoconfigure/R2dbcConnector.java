package dev.migrator.boot.autoconfigure;

import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import io.r2dbc.spi.ConnectionFactory;

/**
 * The way over R2DBC, for applications that have no other.
 */
final class R2dbcConnector implements DatabaseConnector {

	private final ConnectorBeans<ConnectionFactory> beans;

	private final DatabaseReplacements replacements;

	R2dbcConnector(ConnectorBeans<ConnectionFactory> beans, DatabaseReplacements replacements) {
		this.beans = beans;
		this.replacements = replacements;
	}

	@Override
	public List<String> beans() {
		return this.beans.names();
	}

	@Override
	public boolean isMeant(DatabaseToMigrate database) {
		return this.beans.meant(database) != null;
	}

	@Override
	public boolean leadsTo(DatabaseToMigrate database) {
		return selector(database).canSelect();
	}

	@Override
	public MigratorBuilder connect(DatabaseToMigrate database) {
		ConnectionFactory meant = this.beans.meant(database);
		return Migrator.builder()
			.sessions(new MigrationConnections((meant != null) ? meant : selector(database).select()));
	}

	private MigrationConnectionsSelector selector(DatabaseToMigrate database) {
		return new MigrationConnectionsSelector(database, this.beans, this.replacements);
	}

}
