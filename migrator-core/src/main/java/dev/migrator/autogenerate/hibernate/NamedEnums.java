package dev.migrator.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.NamedAuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.mapping.Column;
import org.jspecify.annotations.Nullable;

/**
 * The enumerations that have names. PostgreSQL has them as types. Where Hibernate makes a
 * domain of text instead, as on H2, a column has that text and a check of its own.
 */
final class NamedEnums {

	private final Map<String, EnumType> types;

	private final Map<String, EnumType> domains;

	private NamedEnums(Map<String, EnumType> types, Map<String, EnumType> domains) {
		this.types = types;
		this.domains = domains;
	}

	static NamedEnums of(Metadata metadata, SqlStringGenerationContext context, Dialect dialect, HibernateNames names) {
		Map<String, EnumType> types = new LinkedHashMap<>();
		Map<String, EnumType> domains = new LinkedHashMap<>();
		for (AuxiliaryDatabaseObject object : metadata.getDatabase().getAuxiliaryDatabaseObjects()) {
			if (object instanceof NamedAuxiliaryDatabaseObject named
					&& object.appliesToDialect(metadata.getDatabase().getDialect())) {
				for (String sql : object.sqlCreateStrings(context)) {
					add(names.text(Identifier.toIdentifier(named.getExportIdentifier())), sql, dialect.syntax(), types,
							domains);
				}
			}
		}
		return new NamedEnums(types, domains);
	}

	private static void add(String name, String sql, SqlSyntax syntax, Map<String, EnumType> types,
			Map<String, EnumType> domains) {
		List<SqlToken> tokens = SqlLexer.tokens(sql, syntax, 1).stream().filter(SqlToken::isCode).toList();
		boolean type = tokens.size() > 4 && tokens.get(1).isWord("type")
				&& tokens.stream().anyMatch((token) -> token.isWord("enum"));
		boolean domain = tokens.size() > 4 && tokens.get(1).isWord("domain");
		List<String> values = new ArrayList<>();
		for (SqlToken token : tokens) {
			if (token.kind() == SqlToken.Kind.STRING) {
				values.add(token.text().substring(1, token.text().length() - 1).replace("''", "'"));
			}
		}
		if (tokens.get(0).isWord("create") && (type || domain) && !values.isEmpty()) {
			EnumType known = new EnumType(new TableName(null, name), values);
			((type) ? types : domains).put(name.toLowerCase(Locale.ROOT), known);
		}
	}

	List<EnumType> types() {
		return List.copyOf(this.types.values());
	}

	/**
	 * Return the type of a column that has a named enumeration.
	 * @param text its type in the database's words
	 * @param column the column
	 * @return the type, or {@code null} if it is none
	 */
	@Nullable ColumnType typeOf(String text, Column column) {
		String name = text.toLowerCase(Locale.ROOT);
		EnumType domain = this.domains.get(name);
		if (domain != null) {
			return Types.varchar(domain.values().stream().mapToInt(String::length).max().orElse(1));
		}
		return this.types.get(name);
	}

	/**
	 * Return the condition of a column whose enumeration is a domain.
	 * @param text its type in the database's words
	 * @param column the column's name in SQL
	 * @return the condition, or {@code null} if there is none
	 */
	@Nullable String checkOf(String text, String column) {
		EnumType domain = this.domains.get(text.toLowerCase(Locale.ROOT));
		if (domain == null) {
			return null;
		}
		return column + " in (" + String.join(",",
				domain.values().stream().map((value) -> "'" + value.replace("'", "''") + "'").toList()) + ")";
	}

}
