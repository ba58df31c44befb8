package dev.migrator.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import org.jspecify.annotations.Nullable;

/**
 * Brings expressions into a form in which those are equal that a database prints
 * otherwise than they were written: without brackets, casts, quotes of names and the
 * default schema, and in lower case outside of texts.
 */
final class NormalForm {

	private static final Set<String> TYPE_WORDS = Set.of("varying", "precision", "with", "without", "time", "zone");

	private static final Set<String> DEFAULT_SCHEMAS = Set.of("public");

	private final SqlSyntax syntax;

	NormalForm(SqlSyntax syntax) {
		this.syntax = syntax;
	}

	@Nullable String of(@Nullable String sql) {
		if (sql == null) {
			return null;
		}
		List<SqlToken> tokens = SqlLexer.tokens(sql, this.syntax, 1).stream().filter(SqlToken::isCode).toList();
		List<String> words = new ArrayList<>();
		for (int i = 0; i < tokens.size(); i++) {
			SqlToken token = tokens.get(i);
			if (token.isSymbol("::")) {
				i = endOfType(tokens, i + 1) - 1;
			}
			else if (!token.isSymbol("(") && !token.isSymbol(")") && !isDefaultSchema(tokens, i)) {
				words.add(text(token));
			}
			else if (isDefaultSchema(tokens, i)) {
				i++;
			}
		}
		return words.stream().collect(Collectors.joining(" "));
	}

	private static boolean isDefaultSchema(List<SqlToken> tokens, int index) {
		return index + 1 < tokens.size() && tokens.get(index + 1).isSymbol(".")
				&& DEFAULT_SCHEMAS.contains(text(tokens.get(index)));
	}

	private static int endOfType(List<SqlToken> tokens, int start) {
		int end = start + 1;
		while (end < tokens.size() && (TYPE_WORDS.contains(text(tokens.get(end))) || tokens.get(end).isSymbol("[")
				|| tokens.get(end).isSymbol("]"))) {
			end++;
		}
		return end;
	}

	private static String text(SqlToken token) {
		String text = token.text();
		return switch (token.kind()) {
			case QUOTED_IDENTIFIER -> text.substring(1, text.length() - 1).toLowerCase(Locale.ROOT);
			case STRING, DOLLAR_STRING -> text;
			default -> text.toLowerCase(Locale.ROOT);
		};
	}

}
