package dev.migrator.dialect.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.migrator.error.MigratorException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What holds of every text.
 */
class SyntaxPropertyTests {

	@Property
	void tokensJoinedAreTheText(@ForAll("texts") String text, @ForAll("syntaxes") SqlSyntax syntax) {
		List<SqlToken> tokens;
		try {
			tokens = SqlLexer.tokens(text, syntax, 1);
		}
		catch (MigratorException ex) {
			assertThat(ex).hasMessageMatching("(?s)Line \\d+: .*");
			return;
		}
		assertThat(tokens.stream().map(SqlToken::text).collect(Collectors.joining())).isEqualTo(text);
		int end = 0;
		for (SqlToken token : tokens) {
			assertThat(token.start()).isEqualTo(end);
			assertThat(token.text()).isNotEmpty().isEqualTo(text.substring(token.start(), token.end()));
			assertThat(token.line()).isEqualTo(lineAt(text, token.start()));
			end = token.end();
		}
	}

	@Property
	void noTextBreaksMoreThanItsRevision(@ForAll String text, @ForAll("texts") String sqlLike,
			@ForAll("syntaxes") SqlSyntax syntax) {
		assertThatNoException().isThrownBy(() -> {
			for (String sql : List.of(text, sqlLike)) {
				try {
					StatementSplitter.split(sql, syntax, 1);
					SqlFingerprint.of(sql, syntax);
					StatementKind.of(sql, syntax);
				}
				catch (MigratorException ex) {
					assertThat(ex.problem()).startsWith("Line ");
				}
			}
		});
	}

	@Property
	void splittingAStatementAgainChangesNothing(@ForAll("texts") String text,
			@ForAll("withoutCommands") SqlSyntax syntax) {
		List<SqlText> statements;
		try {
			statements = StatementSplitter.split(text.replace('\r', '\n'), syntax, 1);
		}
		catch (MigratorException ex) {
			assertThat(ex.action()).isNotNull();
			return;
		}
		for (SqlText statement : statements) {
			assertThat(StatementSplitter.split(statement.sql(), syntax, statement.line())).containsExactly(statement);
		}
	}

	@Property
	void joinedStatementsAreSplitAgain(@ForAll("statements") List<String> statements,
			@ForAll("separators") String separator, @ForAll("syntaxes") SqlSyntax syntax) {
		List<SqlText> split = StatementSplitter.split(String.join(separator, statements) + separator, syntax, 1);
		assertThat(split).extracting(SqlText::sql).isEqualTo(statements);
	}

	@Property
	void aFingerprintKnowsNothingOfGapsCommentsAndCase(@ForAll("tokenLists") List<String> tokens,
			@ForAll("gapLists") List<String> gaps, @ForAll("syntaxes") SqlSyntax syntax) {
		String plain = String.join(" ", tokens);
		StringBuilder changed = new StringBuilder();
		for (int i = 0; i < tokens.size(); i++) {
			String token = tokens.get(i);
			boolean quoted = token.contains("'") || token.contains("\"");
			changed.append(gaps.get(i % gaps.size())).append(quoted ? token : token.toUpperCase(Locale.ROOT));
		}
		changed.append(gaps.get(0));
		assertThat(SqlFingerprint.of(changed.toString(), syntax)).isEqualTo(SqlFingerprint.of(plain, syntax));
	}

	@Property
	void aFingerprintShowsEveryChangedToken(@ForAll("tokenLists") List<String> tokens,
			@ForAll("syntaxes") SqlSyntax syntax) {
		String plain = String.join(" ", tokens);
		assertThat(SqlFingerprint.of(plain + " added", syntax)).isNotEqualTo(SqlFingerprint.of(plain, syntax));
		assertThat(SqlFingerprint.of("'a' " + plain, syntax)).isNotEqualTo(SqlFingerprint.of("'A' " + plain, syntax));
	}

	@Property
	void aPlaceholdersValueNeverEndsItsString(@ForAll String value, @ForAll("syntaxes") SqlSyntax syntax) {
		String sql = Placeholders.replace("select '${a}' as x, \"${a}\";", syntax, Map.of("a", value), null, 1);
		assertThat(SqlLexer.tokens(sql, syntax, 1)).filteredOn(SqlToken::isCode).hasSize(7);
	}

	@Provide
	Arbitrary<SqlSyntax> syntaxes() {
		return Arbitraries.of(SqlSyntax.POSTGRESQL, SqlSyntax.H2, SqlSyntax.MYSQL, SqlSyntax.SQLITE,
				SqlSyntax.STANDARD);
	}

	@Provide
	Arbitrary<SqlSyntax> withoutCommands() {
		return syntaxes().filter((syntax) -> !syntax.has(SqlSyntax.Feature.DELIMITER_COMMAND));
	}

	@Provide
	Arbitrary<String> texts() {
		return Arbitraries
			.of("'", "''", "\"", "`", "[", "]", "(", ")", ";", ";;", "$", "$$", "$a$", "$1", "--", "-- ", "-", "#",
					"//", "/*", "*/", "/*!", "/*!50003 ", "/*+", "*", "\\", "\\'", "E'", "U&'", "U&\"", "N'", "\n",
					"\r", "\r\n", " ", "\t", "\u00a0", "\uFEFF", "\uFFFF", "é", "😀", "a", "1", "1.5e-", ".", ",", "=",
					"@", "?", ":", "::", "\nDELIMITER //\n", "DELIMITER", "copy t from stdin", "create trigger ",
					"create function f() ", "begin ", "begin atomic ", "end ", "end;", "if ", "then ", "case ", "loop ",
					"repeat ", "until ", "declare ", "select ", "0")
			.list()
			.ofMaxSize(25)
			.map((parts) -> String.join("", parts));
	}

	@Provide
	Arbitrary<List<String>> statements() {
		return Arbitraries
			.of("select 1", "insert into t values ('a;b', 'it''s', '-- x')", "update \"a;b\" set c = 1 where d = ';'",
					"create table t (a int, b varchar(10) default ';')",
					"select /* in; side */ case when a then 'b' end from t", "select 1 -- c;\n, 2", "begin", "commit",
					"drop table if exists t", "create view v as\r\nselect (1)", "select ''''", "select é from t")
			.list()
			.ofMinSize(1)
			.ofMaxSize(10);
	}

	@Provide
	Arbitrary<String> separators() {
		return Arbitraries.of(";", ";\n", " ; ", ";\r\n", ";;", "; -- c\n", "\n;\n\n", ";/* c; */\n",
				";\t-- it's\n;\n");
	}

	@Provide
	Arbitrary<List<String>> tokenLists() {
		return Arbitraries
			.of("select", "from", "t1", "x", "'A;b'", "'it''s  --'", "\"Q  d\"", "1", "2.5", "1e5", ",", "=", "<>",
					"<=", "*", "-", "+", "||", ";", "/", ".", "é")
			.list()
			.ofMinSize(1)
			.ofMaxSize(20);
	}

	@Provide
	Arbitrary<List<String>> gapLists() {
		return Arbitraries.of(" ", "\n", "\r\n", "\t  ", " -- it's; \"\n", " /* a; ' */ ", "\n\n-- c\r\n\t", "\r")
			.list()
			.ofMinSize(1)
			.ofMaxSize(8);
	}

	private static int lineAt(String text, int offset) {
		String before = text.substring(0, offset);
		int lines = 1;
		for (int i = 0; i < before.length(); i++) {
			char c = before.charAt(i);
			if (c == '\r' || (c == '\n' && (i == 0 || before.charAt(i - 1) != '\r'))) {
				lines++;
			}
		}
		return lines;
	}

}
