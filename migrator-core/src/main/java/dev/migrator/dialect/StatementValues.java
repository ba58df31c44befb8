package dev.migrator.dialect;

import java.util.BitSet;
import java.util.Iterator;

import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Writes a statement's values into its text.
 */
public final class StatementValues {

	private StatementValues() {
	}

	/**
	 * Write the values of a statement in place of its question marks.
	 * @param statement the statement
	 * @param dialect the database's dialect
	 * @return a text that means the same without values
	 * @throws MigratorException {@code UNSUPPORTED} if the database has no words for a
	 * value, {@code INVALID_REVISION} if there are more or fewer values than question
	 * marks
	 */
	public static String writeOut(SqlStatement statement, Dialect dialect) {
		String sql = statement.sql();
		if (statement.binds().isEmpty()) {
			return sql;
		}
		BitSet symbols = symbols(sql, dialect);
		Iterator<@Nullable Object> values = statement.binds().iterator();
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < sql.length(); i++) {
			char c = sql.charAt(i);
			if (c != '?' || !symbols.get(i)) {
				text.append(c);
			}
			else if (i + 1 < sql.length() && sql.charAt(i + 1) == '?' && symbols.get(i + 1)) {
				// Two of them stand for an operator's one, where there are values.
				text.append(c);
				i++;
			}
			else if (values.hasNext()) {
				text.append(dialect.literal(values.next()));
			}
			else {
				throw wrongNumber(statement);
			}
		}
		if (values.hasNext()) {
			throw wrongNumber(statement);
		}
		return text.toString();
	}

	private static MigratorException wrongNumber(SqlStatement statement) {
		return new MigratorException(ErrorCategory.INVALID_REVISION,
				"A statement has another number of question marks than of values, which are %d: %s"
					.formatted(statement.binds().size(), statement.sql()),
				"Give each question mark a value; write two of them where an operator has one.");
	}

	// Where a question mark is no part of a string, a name or a comment.
	private static BitSet symbols(String sql, Dialect dialect) {
		BitSet symbols = new BitSet(sql.length());
		for (SqlToken token : SqlLexer.tokens(sql, dialect.syntax(), 1)) {
			symbols.set(token.start(), token.end(), token.kind() == SqlToken.Kind.SYMBOL);
		}
		return symbols;
	}

}
