package dev.migrator.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.UserDefinedType;

/**
 * A composite type that an embeddable with {@code @Struct} wants. There is no operation
 * that creates one, so that somebody has to.
 *
 * @param name its name in SQL
 * @param sql the statement that creates it
 */
record CompositeType(String name, String sql) {

	private static final Pattern CREATE = Pattern.compile("create type (.+?) as \\(.*\\)", Pattern.DOTALL);

	/**
	 * Find the composite types that entities want.
	 * @param metadata what the entities want
	 * @param context writes names
	 * @return the types, each after those that it needs
	 */
	static List<CompositeType> of(Metadata metadata, SqlStringGenerationContext context) {
		Dialect dialect = metadata.getDatabase().getDialect();
		List<CompositeType> types = new ArrayList<>();
		for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
			for (UserDefinedType type : namespace.getDependencyOrderedUserDefinedTypes()) {
				for (String sql : dialect.getUserDefinedTypeExporter().getSqlCreateStrings(type, metadata, context)) {
					Matcher create = CREATE.matcher(sql);
					if (create.matches()) {
						types.add(new CompositeType(create.group(1), sql));
					}
				}
			}
		}
		return types;
	}

	/**
	 * Look whether the database has types.
	 * @param types the types
	 * @param session where to look, on PostgreSQL
	 * @throws MigratorException {@code CONFIGURATION} if there is one that it lacks
	 */
	static void check(List<CompositeType> types, SqlSession session) {
		for (CompositeType type : types) {
			boolean known = session
				.query(SqlStatement.of("select pg_catalog.to_regtype(?) is not null as known", type.name))
				.get(0)
				.bool("known");
			if (!known) {
				throw new MigratorException(ErrorCategory.CONFIGURATION,
						"The entities want the composite type %s, which the database does not have, and which is not generated."
							.formatted(type.name),
						"Write a revision with '%s' and 'drop type %s', and run 'migrator upgrade' before you go on."
							.formatted(type.sql, type.name));
			}
		}
	}

}
