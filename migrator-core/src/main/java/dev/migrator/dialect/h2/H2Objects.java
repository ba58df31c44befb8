package dev.migrator.dialect.h2;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.operation.Row;
import dev.migrator.schema.Routine;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;

/**
 * The views, aliases and triggers of schemas, in the words that H2 itself would create
 * them with.
 */
final class H2Objects {

	// Of a view that names what is not there H2 keeps the text as it was given.
	private static final String VIEWS = """
			select TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION from INFORMATION_SCHEMA.VIEWS
			where TABLE_SCHEMA in (%s) and VIEW_DEFINITION is not null""";

	// An alias is listed once for each Java method that it may be.
	private static final String ALIASES = """
			select distinct ROUTINE_SCHEMA, ROUTINE_NAME, db_object_sql('ROUTINE', ROUTINE_SCHEMA, ROUTINE_NAME) as SQL
			from INFORMATION_SCHEMA.ROUTINES
			where ROUTINE_SCHEMA in (%s) and ROUTINE_TYPE in ('FUNCTION', 'PROCEDURE')""";

	// A trigger is listed once for each event.
	private static final String TRIGGERS = """
			select distinct TRIGGER_NAME, EVENT_OBJECT_SCHEMA, EVENT_OBJECT_TABLE,
			    db_object_sql('TRIGGER', TRIGGER_SCHEMA, TRIGGER_NAME) as SQL
			from INFORMATION_SCHEMA.TRIGGERS where TRIGGER_SCHEMA in (%s)""";

	private final H2Scope scope;

	private final H2Naming names;

	H2Objects(H2Scope scope) {
		this.scope = scope;
		this.names = scope.names();
	}

	List<View> views() {
		return this.scope.query(VIEWS)
			.stream()
			.map((row) -> new View(this.names.of(row.string("TABLE_SCHEMA"), row.string("TABLE_NAME")),
					String.valueOf(row.string("VIEW_DEFINITION")), false))
			.toList();
	}

	List<Routine> routines() {
		return this.scope.query(ALIASES)
			.stream()
			.map((row) -> new Routine(this.names.of(row.string("ROUTINE_SCHEMA"), row.string("ROUTINE_NAME")), false,
					"", afterName(row)))
			.toList();
	}

	List<Trigger> triggers() {
		List<Trigger> triggers = new ArrayList<>();
		for (Row row : this.scope.query(TRIGGERS)) {
			String text = afterName(row);
			List<SqlToken> tokens = tokens(text);
			int on = 0;
			while (!tokens.get(on).isWord("on")) {
				on++;
			}
			// The table stands with its schema.
			triggers.add(new Trigger(this.names.plain(String.valueOf(row.string("TRIGGER_NAME"))),
					this.names.of(row.string("EVENT_OBJECT_SCHEMA"), row.string("EVENT_OBJECT_TABLE")),
					text.substring(0, tokens.get(on).start()).strip(), text.substring(tokens.get(on + 4).start())));
		}
		return triggers;
	}

	// It begins with "create force", the kind, the schema, a dot and the name.
	private static String afterName(Row row) {
		String sql = String.valueOf(row.string("SQL"));
		return sql.substring(tokens(sql).get(6).start());
	}

	private static List<SqlToken> tokens(String sql) {
		return SqlLexer.tokens(sql, SqlSyntax.H2, 1).stream().filter(SqlToken::isCode).toList();
	}

}
