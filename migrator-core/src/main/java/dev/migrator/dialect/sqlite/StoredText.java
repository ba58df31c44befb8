package dev.migrator.dialect.sqlite;

import java.util.List;

import dev.migrator.dialect.sqlite.SqliteSchema.SchemaObject;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;

/**
 * Takes apart the statements that made views and triggers.
 */
final class StoredText {

	private StoredText() {
	}

	/**
	 * Read a view. If it gives its columns names of its own, its query does.
	 * @param object the view
	 * @param name its name
	 * @return the view
	 * @see <a href="https://www.sqlite.org/lang_createview.html">CREATE VIEW</a>
	 */
	static View view(SchemaObject object, TableName name) {
		List<SqlToken> tokens = tokens(object);
		SqlToken as = word(tokens, "as");
		String query = object.sql().substring(as.end()).strip();
		SqlToken behindName = tokens.get(3);
		if (behindName.isSymbol("(")) {
			String view = SqliteNames.quoted(name.name());
			String columns = object.sql().substring(behindName.start(), as.start()).strip();
			query = "with %s%s as (%s) select * from %1$s".formatted(view, columns, query);
		}
		return new View(name, query, false);
	}

	/**
	 * Read a trigger.
	 * @param object the trigger
	 * @param table its table or view
	 * @return the trigger
	 * @see <a href="https://www.sqlite.org/lang_createtrigger.html">CREATE TRIGGER</a>
	 */
	static Trigger trigger(SchemaObject object, TableName table) {
		List<SqlToken> tokens = tokens(object);
		SqlToken on = word(tokens, "on");
		int target = tokens.indexOf(on) + 1;
		return new Trigger(object.name(), table, object.sql().substring(tokens.get(2).end(), on.start()).strip(),
				object.sql().substring(tokens.get(target).end()).strip());
	}

	private static List<SqlToken> tokens(SchemaObject object) {
		return SqlLexer.tokens(object.sql(), SqlSyntax.SQLITE, 1).stream().filter(SqlToken::isCode).toList();
	}

	// It stands behind "create", the kind and the name.
	private static SqlToken word(List<SqlToken> tokens, String word) {
		return tokens.stream()
			.skip(3)
			.filter((token) -> token.isWord(word))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("'%s' is not in %s".formatted(word, tokens)));
	}

}
