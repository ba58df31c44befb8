package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
				: tokens(sql).stream()
					.filter(SqlText::isName)
					.map(SqlText::name)
					.flatMap((name) -> Stream.of(name, unfolded(name)))
					.collect(Collectors.toSet());
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
			String known = (newName.apply(name).equals(name)) ? unfolded(name) : name;
			String replaced = newName.apply(known);
			if (known.equals(replaced)) {
				text.append(token.text());
			}
			else if (!known.equals(name)) {
				text.append('"').append(replaced.toUpperCase(Locale.ROOT)).append('"');
			}
			else {
				text.append(
						(PLAIN.matcher(replaced).matches()) ? replaced : '"' + replaced.replace("\"", "\"\"") + '"');
			}
		}
		return text.toString();
	}

	/**
	 * Return the values that a condition lists: those of {@code in ('a', 'b')}, or of
	 * {@code between 0 and 2}.
	 * @param sql the condition
	 * @return the values, none if the condition is of another kind
	 */
	Set<String> listed(String sql) {
		List<SqlToken> tokens = tokens(sql);
		Set<String> words = tokens.stream()
			.filter((token) -> token.kind() == SqlToken.Kind.WORD)
			.map((token) -> token.text().toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		List<String> values = tokens.stream().map(SqlText::value).filter((value) -> !value.isEmpty()).toList();
		boolean list = words.contains("in") || words.contains("any");
		if (words.contains("or") || words.contains("not") || list == words.contains("and")) {
			return Set.of();
		}
		return (list) ? Set.copyOf(values) : range(values, sql);
	}

	private static String value(SqlToken token) {
		String text = token.text();
		return switch (token.kind()) {
			case STRING -> text.substring(1, text.length() - 1).replace("''", "'");
			case NUMBER -> text;
			default -> "";
		};
	}

	private static Set<String> range(List<String> values, String sql) {
		boolean whole = values.size() == 2 && values.stream().allMatch((value) -> value.matches("\\d{1,5}"));
		boolean between = sql.toLowerCase(Locale.ROOT).contains("between")
				|| (sql.contains(">=") && sql.contains("<="));
		return (!whole || !between) ? Set.of()
				: IntStream.rangeClosed(Integer.parseInt(values.get(0)), Integer.parseInt(values.get(1)))
					.mapToObj(String::valueOf)
					.collect(Collectors.toSet());
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

	// H2 prints in quotes what it folded, where migrations have small letters.
	private String unfolded(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return (this.syntax.equals(SqlSyntax.H2) && lower.toUpperCase(Locale.ROOT).equals(name)) ? lower : name;
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
		String cast = castOfList(words, end);
		List<String> list = words.subList(start, end + ((cast.isEmpty()) ? 0 : cast.split(" ").length));
		list.clear();
		list.add(elements.stream()
			.map((text) -> (cast.isEmpty()) ? text : text + cast.substring(0, cast.length() - 4))
			.sorted()
			.collect(Collectors.joining(" , ")));
		if (!cast.isEmpty()) {
			list.add("]");
		}
	}

	// PostgreSQL prints array['a'::varchar]::text[] as array['a'::varchar::text] when it
	// read what it had printed.
	private static String castOfList(List<String> words, int end) {
		StringBuilder cast = new StringBuilder();
		if (end + 1 < words.size() && words.get(end).equals("]") && words.get(end + 1).equals("::")) {
			for (int i = end + 1; i + 1 < words.size(); i++) {
				cast.append(' ').append(words.get(i));
				if (words.get(i).equals("[")) {
					return (words.get(i + 1).equals("]")) ? cast + " ]" : "";
				}
			}
		}
		return "";
	}

}
