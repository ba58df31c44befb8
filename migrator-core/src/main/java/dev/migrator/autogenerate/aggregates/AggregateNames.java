package dev.migrator.autogenerate.aggregates;

import java.util.List;

import dev.migrator.autogenerate.MigrationNames;
import dev.migrator.dialect.Dialect;
import dev.migrator.schema.TableName;

import org.springframework.data.relational.core.sql.IdentifierProcessing;
import org.springframework.data.relational.core.sql.IdentifierProcessing.LetterCasing;
import org.springframework.data.relational.core.sql.IdentifierProcessing.Quoting;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * Names as migrations write them, of those that Spring Data sends to the database.
 */
final class AggregateNames {

	private static final String QUOTES = "\"`";

	private final MigrationNames names;

	private final IdentifierProcessing processing;

	AggregateNames(Dialect dialect) {
		this.names = new MigrationNames(dialect);
		this.processing = switch (dialect.name()) {
			case "h2" -> IdentifierProcessing.ANSI;
			case "mysql", "mariadb" -> IdentifierProcessing.create(new Quoting("`"), LetterCasing.LOWER_CASE);
			default -> IdentifierProcessing.create(Quoting.ANSI, LetterCasing.LOWER_CASE);
		};
	}

	TableName table(SqlIdentifier identifier) {
		List<String> parts = identifier.stream().map(this::text).toList();
		return new TableName((parts.size() > 1) ? parts.get(parts.size() - 2) : null, parts.get(parts.size() - 1));
	}

	String text(SqlIdentifier identifier) {
		String sql = identifier.toSql(this.processing);
		boolean quoted = QUOTES.indexOf(sql.charAt(0)) >= 0;
		return this.names.of((quoted) ? sql.substring(1, sql.length() - 1) : sql, quoted);
	}

}
