package dev.migrator.dialect.syntax;

import java.util.List;

import dev.migrator.error.MigratorException;
import dev.migrator.test.Fuzz;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No text makes the reading of SQL fail in another way than it says, or lose a character.
 */
class SyntaxFuzzTests {

	private static final List<String> PIECES = List.of("'", "''", "\"", "`", "[", "]", "(", ")", ";", ";;", "$", "$$",
			"$a$", "$1", "--", "-- ", "-", "#", "//", "/*", "*/", "/*!", "/*!50003 ", "/*+", "*", "\\", "\\'", "E'",
			"U&'", "U&\"", "N'", "q'[", "\n", "\r", "\r\n", " ", "\t", "\u00a0", "\uFEFF", "\uFFFF", "\0", "\uD83D",
			"\uDE00", "a", "1", "1.5e-", "0x", ".", ",", "=", "@", "?", ":", "::", "\nDELIMITER //\n", "DELIMITER",
			"copy t from stdin;\n", "\\.\n", "create trigger ", "create function f() ", "begin ", "begin atomic ",
			"begin not atomic ", "end ", "end;", "end if;", "if ", "then ", "case ", "loop ", "while ", "for ",
			"repeat ", "until ", "declare ", "select ", "language ", "as ", "create or replace procedure p() ",
			"create package ", "xa ", "do ", "\\d t\n");

	private static final List<SqlSyntax> SYNTAXES = List.of(SqlSyntax.POSTGRESQL, SqlSyntax.H2, SqlSyntax.MYSQL,
			SqlSyntax.SQLITE, SqlSyntax.STANDARD);

	@Test
	void noTextIsLostOrBreaksMoreThanItsRevision() {
		Fuzz fuzz = new Fuzz();
		int read = 0;
		for (int i = 0; i < Fuzz.tries(); i++) {
			String text = fuzz.text(PIECES, 20);
			SqlSyntax syntax = fuzz.oneOf(SYNTAXES);
			try {
				read += check(text, syntax) ? 1 : 0;
			}
			catch (RuntimeException | Error ex) {
				throw new AssertionError("seed %d, %s: %s".formatted(fuzz.seed(), syntax.name(), escaped(text)), ex);
			}
		}
		assertThat(read).as("texts that are SQL").isGreaterThan(Fuzz.tries() / 20);
	}

	private static boolean check(String text, SqlSyntax syntax) {
		boolean read = true;
		try {
			StringBuilder joined = new StringBuilder(text.length());
			for (SqlToken token : SqlLexer.tokens(text, syntax, 1)) {
				if (token.start() != joined.length() || token.end() <= token.start()) {
					throw new IllegalStateException("%s does not stand where it says".formatted(token));
				}
				joined.append(token.text());
			}
			if (!joined.toString().equals(text)) {
				throw new IllegalStateException("The tokens are another text: " + escaped(joined.toString()));
			}
		}
		catch (MigratorException ex) {
			read = expected(ex);
		}
		try {
			for (SqlText statement : StatementSplitter.split(text, syntax, 1)) {
				if (!contains(text, statement.sql()) && !syntax.has(SqlSyntax.Feature.DELIMITER_COMMAND)) {
					throw new IllegalStateException("A statement is not in its text: " + escaped(statement.sql()));
				}
				StatementKind.of(statement.sql(), syntax);
			}
			SqlFingerprint.of(text, syntax);
		}
		catch (MigratorException ex) {
			read = expected(ex);
		}
		return read;
	}

	// Line ends may be unified.
	private static boolean contains(String text, String statement) {
		return text.contains(statement) || unified(text).contains(unified(statement));
	}

	private static String unified(String text) {
		return text.replace("\r\n", "\n").replace('\r', '\n');
	}

	private static boolean expected(MigratorException ex) {
		if (!ex.problem().startsWith("Line ") || ex.action() == null) {
			throw new IllegalStateException("Not a problem of a line", ex);
		}
		return false;
	}

	private static String escaped(String text) {
		StringBuilder escaped = new StringBuilder();
		text.chars()
			.forEach((c) -> escaped.append((c < 0x20 || c > 0x7e) ? "\\u%04x".formatted(c) : String.valueOf((char) c)));
		return escaped.toString();
	}

}
