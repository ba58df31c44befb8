package dev.migrator.autogenerate.hibernate;

import java.util.List;
import java.util.regex.Pattern;

import dev.migrator.autogenerate.MigrationNames;
import dev.migrator.dialect.Dialect;
import dev.migrator.schema.TableName;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Names of what Hibernate knows as migrations write them. A schema that is the default
 * one is not named.
 */
final class HibernateNames {

	/**
	 * What Hibernate calls a constraint that nobody named: what it is, and a checksum in
	 * the digits 0 to 9 and a to y.
	 */
	private static final Pattern HASH = Pattern.compile("(?:FK|UK|IDX|CK)_?[0-9a-z]{20,26}");

	private final SqlStringGenerationContext context;

	private final MigrationNames names;

	private final @Nullable String defaultSchema;

	/**
	 * Create the names.
	 * @param context knows the schema of what names none
	 * @param dialect the database
	 * @param defaultSchema the schema in which migrations create what names none, or
	 * {@code null} if it is not known
	 */
	HibernateNames(SqlStringGenerationContext context, Dialect dialect, @Nullable String defaultSchema) {
		this.context = context;
		this.names = new MigrationNames(dialect);
		this.defaultSchema = defaultSchema;
	}

	TableName table(Table table) {
		return qualified(table.getQualifiedTableName());
	}

	TableName qualified(QualifiedName name) {
		Identifier catalog = this.context.catalogWithDefault(name.getCatalogName());
		Identifier schema = this.context.schemaWithDefault(name.getSchemaName());
		return new TableName(schema((schema != null) ? schema : catalog), text(name.getObjectName()));
	}

	private @Nullable String schema(@Nullable Identifier identifier) {
		if (identifier == null || identifier.getText().isEmpty()) {
			return null;
		}
		String schema = text(identifier);
		return (schema.equals(this.defaultSchema)) ? null : schema;
	}

	String column(Column column) {
		return this.names.of(column.getName(), column.isQuoted());
	}

	List<String> columns(List<Column> columns) {
		return columns.stream().map(this::column).toList();
	}

	/**
	 * Return the name that somebody gave to a constraint or an index.
	 * @param name the name that Hibernate has
	 * @return the name, or {@code null} if Hibernate made it up
	 */
	@Nullable String chosen(@Nullable String name) {
		// One that Hibernate made up is in quotes if all names are.
		Identifier identifier = Identifier.toIdentifier(name);
		return (identifier == null || HASH.matcher(identifier.getText()).matches()) ? null : text(identifier);
	}

	String text(Identifier identifier) {
		return this.names.of(identifier.getText(), identifier.isQuoted());
	}

}
