package dev.migrator.dialect.postgresql;

import java.util.Optional;
import java.util.stream.Collectors;

import dev.migrator.dialect.standard.DataSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken.Kind;

/**
 * Statements on rows of PostgreSQL.
 */
final class PostgresqlDataSql extends DataSql {

	PostgresqlDataSql(SqlWords words) {
		super(words);
	}

	/**
	 * Read keys as text: each type comes back from its text unchanged, also those that
	 * drivers do not know.
	 */
	@Override
	protected String keyText(String column) {
		return "cast(%s as text)".formatted(column);
	}

	/**
	 * Write a key as a string without a type, which becomes one of its column's type and
	 * is compared by that type's order.
	 *
	 * @see <a href="https://www.postgresql.org/docs/current/typeconv-oper.html">Operators
	 * </a>
	 */
	@Override
	protected Optional<String> keyLiteral(Object value) {
		return Optional.of(words().literal(value));
	}

	/**
	 * Double the question marks of operators such as {@code ?|}, as the driver asks for.
	 * @see <a href="https://jdbc.postgresql.org/documentation/query/">Issuing a Query</a>
	 */
	@Override
	protected String escapeQuestionMarks(String sql) {
		return SqlLexer.tokens(sql, SqlSyntax.POSTGRESQL, 1)
			.stream()
			.map((token) -> (token.kind() == Kind.SYMBOL) ? token.text().replace("?", "??") : token.text())
			.collect(Collectors.joining());
	}

}
