package dev.migrator.dialect.syntax;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;

import dev.migrator.dialect.syntax.SqlToken.Kind;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Tests for {@link SqlLexer}.
 */
class SqlLexerTests {

	@Test
	void aTokenKnowsItsKindPlaceAndLine() {
		assertThat(SqlLexer.tokens("select \"A\",\n'b';--c", SqlSyntax.POSTGRESQL, 7)).containsExactly(
				new SqlToken(Kind.WORD, "select", 0, 6, 7), new SqlToken(Kind.WHITESPACE, " ", 6, 7, 7),
				new SqlToken(Kind.QUOTED_IDENTIFIER, "\"A\"", 7, 10, 7), new SqlToken(Kind.SYMBOL, ",", 10, 11, 7),
				new SqlToken(Kind.WHITESPACE, "\n", 11, 12, 7), new SqlToken(Kind.STRING, "'b'", 12, 15, 8),
				new SqlToken(Kind.SEPARATOR, ";", 15, 16, 8), new SqlToken(Kind.COMMENT, "--c", 16, 19, 8));
	}

	@Test
	void theLineCountsLineFeedsReturnsAndPairsOfThem() {
		assertThat(SqlLexer.tokens("a\nb\r\nc\rd\n\re/*\r\n\n*/f'\r'g", SqlSyntax.STANDARD, 1))
			.filteredOn((token) -> token.kind() == Kind.WORD)
			.extracting((token) -> token.text() + token.line())
			.containsExactly("a1", "b2", "c3", "d4", "e6", "f8", "g9");
	}

	@Test
	void prefixesBelongToTheirStrings() {
		assertThat(kinds("E'\\'' U&'a' u&\"b\" N'c' x'41' B'01' e 'f'", SqlSyntax.POSTGRESQL)).containsExactly(
				"STRING E'\\''", "STRING U&'a'", "QUOTED_IDENTIFIER u&\"b\"", "STRING N'c'", "STRING x'41'",
				"STRING B'01'", "WORD e", "STRING 'f'");
		assertThat(kinds("E'a' name'b'", SqlSyntax.H2)).containsExactly("WORD E", "STRING 'a'", "WORD name",
				"STRING 'b'");
	}

	@Test
	void numbersKeepTheirPointsAndExponents() {
		assertThat(kinds("1 1.5 .5 1e5 1.5E-3 0xFF 1_000 1-2 1..3 1.", SqlSyntax.POSTGRESQL)).containsExactly(
				"NUMBER 1", "NUMBER 1.5", "NUMBER .5", "NUMBER 1e5", "NUMBER 1.5E-3", "NUMBER 0xFF", "NUMBER 1_000",
				"NUMBER 1", "SYMBOL -", "NUMBER 2", "NUMBER 1", "SYMBOL ..", "NUMBER 3", "NUMBER 1.");
	}

	@Test
	void anOperatorOfPostgresqlEndsWhereItsManualSays() {
		assertThat(kinds("a@-b*-c<=-d->>'e'::f--g", SqlSyntax.POSTGRESQL)).containsExactly("WORD a", "SYMBOL @-",
				"WORD b", "SYMBOL *", "SYMBOL -", "WORD c", "SYMBOL <=", "SYMBOL -", "WORD d", "SYMBOL ->>",
				"STRING 'e'", "SYMBOL ::", "WORD f", "COMMENT --g");
		assertThat(kinds("a*/*b*/c", SqlSyntax.POSTGRESQL)).containsExactly("WORD a", "SYMBOL *", "COMMENT /*b*/",
				"WORD c");
	}

	@Test
	void dollarsQuoteCountOrBelongToWords() {
		assertThat(kinds("$$a$$ $t$ $$ $t$ $1 b$c$d", SqlSyntax.POSTGRESQL)).containsExactly("DOLLAR_STRING $$a$$",
				"DOLLAR_STRING $t$ $$ $t$", "PARAMETER $1", "WORD b$c$d");
		assertThat(kinds("$$a;$$ b$$c", SqlSyntax.H2)).containsExactly("DOLLAR_STRING $$a;$$", "WORD b$$c");
		assertThat(kinds("$$ $a", SqlSyntax.MYSQL)).containsExactly("WORD $$", "WORD $a");
	}

	@Test
	void aConditionalCommentIsCodeInAFrame() {
		assertThat(kinds("/*!50100 set a = '*/' */ /*M!b*/ /* c */", SqlSyntax.MYSQL)).containsExactly(
				"SYMBOL /*!50100", "WORD set", "WORD a", "SYMBOL =", "STRING '*/'", "SYMBOL */", "SYMBOL /*M!",
				"WORD b", "SYMBOL */", "COMMENT /* c */");
		assertThat(kinds("/*!50100 a */", SqlSyntax.POSTGRESQL)).containsExactly("COMMENT /*!50100 a */");
	}

	@Test
	void aDelimiterCommandChangesTheSeparator() {
		assertThat(kinds("delimiter $$\na;b$$c\nDELIMITER ;\nd;", SqlSyntax.MYSQL)).containsExactly(
				"COMMAND delimiter $$", "WORD a", "SYMBOL ;", "WORD b", "SEPARATOR $$", "WORD c", "WORD DELIMITER",
				"SYMBOL ;", "WORD d", "SYMBOL ;");
	}

	@Test
	void anUnterminatedTokenIsRefusedWithTheLineItOpensAt() {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> SqlLexer.tokens("a\n'b\nc", SqlSyntax.STANDARD, 1))
			.withMessage("Line 2: The string that opens here is never closed. Close it with ' .")
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.INVALID_REVISION));
	}

	@Test
	void tokensComeOneAtATime() {
		SqlLexer lexer = SqlLexer.iterator("a 'unterminated", SqlSyntax.STANDARD, "f.sql", 1);
		assertThat(lexer.next().text()).isEqualTo("a");
		assertThat(lexer.next().text()).isEqualTo(" ");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(lexer::next).withMessageStartingWith("f.sql:1: ");
		SqlLexer empty = SqlLexer.iterator("", SqlSyntax.STANDARD, null, 1);
		assertThat(empty.hasNext()).isFalse();
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(empty::next);
	}

	@Test
	void aLargeScriptTakesLinearTime() {
		String script = "insert into t (a, b) values ($1, 'it''s; $x$ -- /* text'); -- a comment\n".repeat(150_000);
		List<SqlText> statements = assertTimeoutPreemptively(Duration.ofSeconds(30),
				() -> StatementSplitter.split(script, SqlSyntax.POSTGRESQL, 1));
		assertThat(statements).hasSize(150_000);
		assertThat(statements.get(149_999).line()).isEqualTo(150_000);
		String nested = "/*".repeat(200_000) + "*/".repeat(200_000);
		assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30),
				() -> SqlLexer.tokens(nested, SqlSyntax.POSTGRESQL, 1)))
			.hasSize(1);
	}

	@Test
	void aDialectsNameLeadsToItsSyntax() {
		assertThat(SqlSyntax.ofDialect("mariadb")).isSameAs(SqlSyntax.MYSQL);
		assertThat(SqlSyntax.ofDialect("postgresql")).isSameAs(SqlSyntax.POSTGRESQL);
		assertThat(SqlSyntax.ofDialect("h2")).isSameAs(SqlSyntax.H2);
		assertThat(SqlSyntax.ofDialect("sqlite")).isSameAs(SqlSyntax.SQLITE);
		assertThat(SqlSyntax.ofDialect("other")).isSameAs(SqlSyntax.STANDARD);
		assertThat(SqlSyntax.ofDialect(null)).isSameAs(SqlSyntax.STANDARD);
	}

	private static List<String> kinds(String sql, SqlSyntax syntax) {
		return SqlLexer.tokens(sql, syntax, 1)
			.stream()
			.filter((token) -> token.kind() != Kind.WHITESPACE)
			.map((token) -> token.kind() + " " + token.text())
			.toList();
	}

}
