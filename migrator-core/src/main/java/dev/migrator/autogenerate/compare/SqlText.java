package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import org.jspecify.annotations.Nullable;

/**
 * Expressions and conditions as texts: two of one form mean the same. The form forgets
 * white space, comments, the case of words, brackets around all of it, and the order of
 * the texts in a list of them; it never forgets a cast.
 *
 * @param syntax how the database's SQL is read
 */
record SqlText(SqlSyntax syntax) {

	private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

	/**
	 * Return the form of an expression.
	 * @param sql the expression, or {@code null}
	 * @return its form, or {@code null}
	 */
	@Nullable String form(@Nullable String sql) {
		if (sql == null) {
			return null;
		}
		List<String> words = new ArrayList<>(tokens(sql).stream().map(SqlText::form).toList());
		while (isWrapped(words)) {
			words = words.subList(1, words.size() - 1);
		}
		sortLists(words);
		return String.join(" ", words);
	}

	/**
	 * Return the words of an expression that may be names.
	 * @param sql the expression, or {@code null} for none
	 * @return the words and quoted names
	 */
	Set<String> names(@Nullable String sql) {
		return (sql == null) ? Set.of()
				: tokens(sql).stream().filter(SqlText::isName).map(SqlText::name).collect(Collectors.toSet());
	}

	/**
	 * Give names in an expression other names.
	 * @param sql the expression, or {@code null}
	 * @param newName the new name of a name, or the same one
	 * @return the expression
	 */
	@Nullable String renamed(@Nullable String sql, UnaryOperator<String> newName) {
		if (sql == null) {
			return null;
		}
		StringBuilder text = new StringBuilder();
		for (SqlToken token : SqlLexer.tokens(sql, this.syntax, 1)) {
			String name = (isName(token)) ? name(token) : "";
			String replaced = newName.apply(name);
			if (name.equals(replaced)) {
				text.append(token.text());
			}
			else {
				text.append(
						(PLAIN.matcher(replaced).matches()) ? replaced : '"' + replaced.replace("\"", "\"\"") + '"');
			}
		}
		return text.toString();
	}

	private List<SqlToken> tokens(String sql) {
		return SqlLexer.tokens(sql, this.syntax, 1).stream().filter(SqlToken::isCode).toList();
	}

	private static boolean isName(SqlToken token) {
		return token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
	}

	private static String name(SqlToken token) {
		String text = token.text();
		return (token.kind() == SqlToken.Kind.WORD) ? text.toLowerCase(Locale.ROOT)
				: text.substring(1, text.length() - 1).replace("\"\"", "\"");
	}

	private static String form(SqlToken token) {
		if (!isName(token)) {
			return token.text();
		}
		String name = name(token);
		return (token.kind() == SqlToken.Kind.WORD || PLAIN.matcher(name).matches()) ? name : token.text();
	}

	private static boolean isWrapped(List<String> words) {
		if (words.size() < 2 || !words.get(0).equals("(")) {
			return false;
		}
		int depth = 0;
		for (int i = 0; i < words.size(); i++) {
			depth += (words.get(i).equals("(")) ? 1 : (words.get(i).equals(")")) ? -1 : 0;
			if (depth == 0) {
				return i == words.size() - 1;
			}
		}
		return false;
	}

	// in ('b', 'a') and array['b'::text, 'a'::text]
	private static void sortLists(List<String> words) {
		for (int start = 1; start < words.size(); start++) {
			boolean list = (words.get(start).equals("(") && words.get(start - 1).equals("in"))
					|| (words.get(start).equals("[") && words.get(start - 1).equals("array"));
			if (list) {
				sortList(words, start + 1);
			}
		}
	}

	private static void sortList(List<String> words, int start) {
		List<String> elements = new ArrayList<>();
		List<String> element = new ArrayList<>();
		int end = start;
		while (end < words.size() && !words.get(end).equals(")") && !words.get(end).equals("]")) {
			String word = words.get(end);
			if (word.equals("(") || word.equals("[")) {
				return;
			}
			if (word.equals(",")) {
				elements.add(String.join(" ", element));
				element.clear();
			}
			else {
				element.add(word);
			}
			end++;
		}
		elements.add(String.join(" ", element));
		Collections.sort(elements);
		List<String> list = words.subList(start, end);
		list.clear();
		list.add(String.join(" , ", elements));
	}

}
