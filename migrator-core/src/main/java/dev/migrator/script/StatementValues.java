package dev.migrator.script;

import java.util.BitSet;
import java.util.Iterator;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Writes a statement's values into its text, for people to read.
 */
final class StatementValues {

	private StatementValues() {
	}

	static String writeOut(SqlStatement statement, Dialect dialect) {
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
			else {
				text.append((values.hasNext()) ? dialect.literal(values.next()) : "?");
			}
		}
		return text.toString();
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
