package dev.migrator.autogenerate.hibernate;

import dev.migrator.dialect.standard.DefaultReader;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Identity;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column of Hibernate's model.
 */
final class ColumnReader {

	private final Metadata metadata;

	private final HibernateNames names;

	private final TypeReader types;

	private final SqlSyntax syntax;

	private final DefaultReader defaults;

	ColumnReader(Metadata metadata, HibernateNames names, TypeReader types, SqlSyntax syntax) {
		this.metadata = metadata;
		this.names = names;
		this.types = types;
		this.syntax = syntax;
		this.defaults = new DefaultReader(syntax);
	}

	Column read(org.hibernate.mapping.Column column, Table table) {
		ColumnDefinition definition = ColumnDefinition.of(column.getSqlType(this.metadata), this.syntax);
		ColumnType type = this.types.read(definition.type(), column);
		boolean key = isInPrimaryKey(column, table);
		boolean identity = column.isIdentity() && key;
		String computed = (column.getGeneratedAs() != null) ? column.getGeneratedAs() : definition.computed();
		return new Column(this.names.column(column), type,
				column.isNullable() && !key && !identity && !definition.notNull(),
				defaultOf(column, definition, type, identity || computed != null), identity(definition, identity),
				(column.getComment() != null) ? column.getComment() : definition.comment(),
				(computed != null) ? new Computed(computed, definition.virtual()) : null, definition.onUpdate(),
				(column.getCollation() != null) ? column.getCollation() : definition.collation());
	}

	private @Nullable ColumnDefault defaultOf(org.hibernate.mapping.Column column, ColumnDefinition definition,
			ColumnType type, boolean generated) {
		String text = (column.getDefaultValue() != null) ? column.getDefaultValue() : definition.defaultValue();
		return (text != null && !generated) ? this.defaults.read(text, type) : null;
	}

	private static @Nullable Identity identity(ColumnDefinition definition, boolean identity) {
		if (definition.identity() != null) {
			return definition.identity();
		}
		return (identity) ? Identity.BY_DEFAULT : null;
	}

	private static boolean isInPrimaryKey(org.hibernate.mapping.Column column, Table table) {
		PrimaryKey key = table.getPrimaryKey();
		return key != null && key.containsColumn(column);
	}

}
