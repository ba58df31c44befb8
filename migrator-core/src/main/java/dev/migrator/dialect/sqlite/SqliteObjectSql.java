package dev.migrator.dialect.sqlite;

import java.util.stream.Stream;

import dev.migrator.dialect.standard.ObjectSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.RefreshView;
import dev.migrator.schema.ObjectReference;
import dev.migrator.schema.ObjectReference.Kind;
import dev.migrator.schema.Trigger;

/**
 * Views and triggers of SQLite, which are replaced by dropping the old one.
 *
 * @see <a href="https://www.sqlite.org/lang_createtrigger.html">CREATE TRIGGER</a>
 */
final class SqliteObjectSql extends ObjectSql {

	private static final String ADVICE = "Leave it out on SQLite, for example by op.dialect().";

	SqliteObjectSql(SqlWords words) {
		super(words);
	}

	@Override
	protected void check(ObjectReference object) {
		words().refuse(object.kind() == Kind.MATERIALIZED_VIEW,
				"materialized view, as '%s' would be".formatted(object.name()), ADVICE);
		words().refuse(object.kind() == Kind.FUNCTION || object.kind() == Kind.PROCEDURE,
				"routines of its own, as '%s' would be".formatted(object.name()), ADVICE);
	}

	@Override
	protected boolean isReplaceable(Kind kind) {
		return false;
	}

	// The schema stands with the trigger, and holds for the table.
	@Override
	protected String trigger(Trigger trigger) {
		return "trigger %s %s on %s %s".formatted(words().name(trigger.reference().name()), trigger.event(),
				words().name(trigger.table().name()), trigger.action());
	}

	@Override
	protected String drop(ObjectReference object, boolean ifExists, boolean cascade) {
		return super.drop(object, ifExists, false);
	}

	@Override
	protected Stream<String> refresh(RefreshView operation) {
		throw words().lacks("materialized view, as '%s' would be".formatted(operation.view()), ADVICE);
	}

}
