package dev.migrator.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of an SQL section by which a generated revision asks a person to decide
 * something first: {@code -- migrator:todo}, and what. A section does not run while it
 * has one.
 */
final class SqlTodo {

	private static final Pattern TODO = Pattern.compile("--\\s*migrator\\s*:\\s*todo\\b(.*)", Pattern.CASE_INSENSITIVE);

	private SqlTodo() {
	}

	static boolean isOne(String line) {
		return TODO.matcher(line).matches();
	}

	static void requireNone(SqlSection section, String location) {
		FileLines lines = new FileLines(section.sql());
		while (lines.advance()) {
			Matcher todo = TODO.matcher(lines.isLineComment() ? lines.text() : "");
			if (todo.matches()) {
				throw new SqlFileErrors(location).at(section.firstLine() + lines.number() - 1,
						"The revision is not finished: " + todo.group(1).strip(),
						"Do what it says, and remove the line that begins with -- migrator:todo.");
			}
		}
	}

}
