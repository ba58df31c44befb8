package dev.migrator.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.NamedType;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.UserDefinedObjectType;
import org.hibernate.mapping.UserDefinedType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The composite types that embeddables with {@code @Struct} want. Hibernate has put their
 * attributes in the order in which it reads them: that of {@code @Struct(attributes)}, or
 * its own by their types and names.
 */
final class CompositeTypes {

	private static final Logger logger = LoggerFactory.getLogger(CompositeTypes.class);

	private final Metadata metadata;

	private final HibernateNames names;

	private final List<UserDefinedObjectType> found = new ArrayList<>();

	private final Map<String, NamedType> byText = new HashMap<>();

	CompositeTypes(Metadata metadata, SqlStringGenerationContext context, HibernateNames names) {
		this.metadata = metadata;
		this.names = names;
		for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
			for (UserDefinedType type : namespace.getUserDefinedTypes()) {
				if (type instanceof UserDefinedObjectType composite) {
					NamedType named = new NamedType(names.qualified(type.getQualifiedTableName()));
					this.found.add(composite);
					// As Hibernate writes a name in quotes.
					this.byText.put(type.getNameIdentifier().render().toLowerCase(Locale.ROOT), named);
					this.byText.put(type.getName().toLowerCase(Locale.ROOT), named);
					this.byText.put(type.getQualifiedName(context).toLowerCase(Locale.ROOT), named);
				}
			}
		}
	}

	/**
	 * Return a type.
	 * @param text the type in the database's words
	 * @return the type, or {@code null} if it is none of these
	 */
	@Nullable NamedType typeOf(String text) {
		return this.byText.get(text.toLowerCase(Locale.ROOT));
	}

	/**
	 * Read the types.
	 * @param types reads the types of attributes
	 * @param syntax the database's syntax
	 * @return the types
	 */
	List<CompositeType> read(TypeReader types, SqlSyntax syntax) {
		return this.found.stream().map((type) -> read(type, types, syntax)).toList();
	}

	private CompositeType read(UserDefinedObjectType type, TypeReader types, SqlSyntax syntax) {
		if (type.getComment() != null) {
			logger.warn("The comment '{}' of the type {} is no part of generated revisions; write it by hand",
					type.getComment(), type.getName());
		}
		List<Attribute> attributes = type.getColumns()
			.stream()
			.map((column) -> new Attribute(this.names.column(column),
					types.read(ColumnDefinition.of(column.getSqlType(this.metadata), syntax).type(), column)))
			.toList();
		return new CompositeType(this.names.qualified(type.getQualifiedTableName()), attributes);
	}

}
