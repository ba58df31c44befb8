package dev.migrator.boot.autoconfigure;

import java.util.Objects;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.Migrator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells others, such as Hibernate with an embedded database, that the schema is not
 * theirs to create and drop.
 */
final class MigratorSchemaManagementProvider implements SchemaManagementProvider {

	private final ObjectProvider<Migrator> migrators;

	private final ObjectProvider<MigrationDataSource> selected;

	private final ObjectProvider<DataSource> applications;

	MigratorSchemaManagementProvider(ObjectProvider<Migrator> migrators, ObjectProvider<MigrationDataSource> selected,
			ObjectProvider<DataSource> applications) {
		this.migrators = migrators;
		this.selected = selected;
		this.applications = applications;
	}

	@Override
	public SchemaManagement getSchemaManagement(DataSource dataSource) {
		DataSource target = target(dataSource);
		return (managed().map(MigratorSchemaManagementProvider::target).anyMatch(target::equals))
				? SchemaManagement.MANAGED : SchemaManagement.UNMANAGED;
	}

	private Stream<DataSource> managed() {
		Stream<DataSource> migrated = this.migrators.stream().map(Migrator::dataSource).filter(Objects::nonNull);
		boolean separate = this.selected.stream().anyMatch(MigrationDataSource::separate);
		return Stream.concat(migrated, Stream.ofNullable((separate) ? this.applications.getIfUnique() : null));
	}

	private static DataSource target(DataSource dataSource) {
		DataSource current = dataSource;
		while (current instanceof DelegatingDataSource proxy && proxy.getTargetDataSource() != null) {
			current = proxy.getTargetDataSource();
		}
		return current;
	}

}
