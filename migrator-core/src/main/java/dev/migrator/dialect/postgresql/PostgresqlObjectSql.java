package dev.migrator.dialect.postgresql;

import java.util.stream.Stream;

import dev.migrator.dialect.standard.ObjectSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.operation.RefreshView;
import dev.migrator.schema.ObjectReference;
import dev.migrator.schema.ObjectReference.Kind;

/**
 * Views, functions, procedures and triggers of PostgreSQL.
 */
final class PostgresqlObjectSql extends ObjectSql {

	PostgresqlObjectSql(SqlWords words) {
		super(words);
	}

	@Override
	protected String dropped(ObjectReference object) {
		if (object.kind() == Kind.TRIGGER && object.table() != null) {
			return words().name(object.name().name()) + " on " + words().name(object.table());
		}
		String name = words().name(object.name());
		return (object.arguments() != null) ? name + "(" + withoutDefaults(object.arguments()) + ")" : name;
	}

	/**
	 * Return arguments without the values that they have by default: a routine is created
	 * with these, but not dropped.
	 */
	private static String withoutDefaults(String arguments) {
		StringBuilder text = new StringBuilder();
		int depth = 0;
		boolean isDefault = false;
		for (SqlToken token : SqlLexer.tokens(arguments, SqlSyntax.POSTGRESQL, 1)) {
			if (token.isSymbol("(") || token.isSymbol("[")) {
				depth++;
			}
			if (token.isSymbol(")") || token.isSymbol("]")) {
				depth--;
			}
			if (depth == 0 && token.isSymbol(",")) {
				isDefault = false;
			}
			if (depth == 0 && (token.isWord("default") || token.isSymbol("=") || token.isSymbol(":="))) {
				isDefault = true;
				text.setLength(text.toString().stripTrailing().length());
			}
			text.append((isDefault) ? "" : token.text());
		}
		return text.toString().strip();
	}

	@Override
	protected Stream<String> refresh(RefreshView operation) {
		return Stream.of("refresh materialized view " + ((operation.concurrently()) ? "concurrently " : "")
				+ words().name(operation.view()));
	}

}
