package dev.migrator.boot.autoconfigure;

import java.util.List;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;

/**
 * The way over JDBC, which is taken where there are several.
 */
final class JdbcConnector implements DatabaseConnector {

	private final ConnectorBeans<DataSource> beans;

	private final DatabaseReplacements replacements;

	JdbcConnector(ConnectorBeans<DataSource> beans, DatabaseReplacements replacements) {
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
		DataSource meant = this.beans.meant(database);
		return Migrator.builder().dataSource((meant != null) ? meant : selector(database).select());
	}

	private MigrationDataSourceSelector selector(DatabaseToMigrate database) {
		return new MigrationDataSourceSelector(database, this.beans, this.replacements);
	}

}
