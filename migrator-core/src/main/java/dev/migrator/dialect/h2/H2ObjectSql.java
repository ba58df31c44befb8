package dev.migrator.dialect.h2;

import java.util.stream.Stream;

import dev.migrator.dialect.standard.ObjectSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.RefreshView;
import dev.migrator.schema.ObjectReference;
import dev.migrator.schema.ObjectReference.Kind;
import dev.migrator.schema.Routine;
import dev.migrator.schema.Trigger;

/**
 * Views, aliases and triggers of H2. A function is an alias of Java code there:
 * {@code create alias <name> <definition>}; a trigger stands in the schema of its table.
 *
 * @see <a href="https://www.h2database.com/html/commands.html#create_alias">CREATE
 * ALIAS</a>
 * @see <a href="https://www.h2database.com/html/commands.html#create_trigger">CREATE
 * TRIGGER</a>
 */
final class H2ObjectSql extends ObjectSql {

	H2ObjectSql(SqlWords words) {
		super(words);
	}

	/**
	 * Refuse procedures, arguments of functions, and materialized views: H2 has these,
	 * but where it drops one, the table behind it stays, broken and in the way (2.4.240).
	 */
	@Override
	protected void check(ObjectReference object) {
		words().refuse(object.kind() == Kind.MATERIALIZED_VIEW,
				"materialized view that it can drop again, as '%s' should be".formatted(object.name()),
				"Create a view on H2, for example by op.dialect().");
		words().refuse(object.kind() == Kind.PROCEDURE, "procedures such as '%s'".formatted(object.name()),
				"Create a function on H2, which is an alias of Java code.");
		words().refuse(object.kind() == Kind.FUNCTION && object.arguments() != null && !object.arguments().isBlank(),
				"functions with arguments in SQL, as '%s' has, but aliases of Java code".formatted(object.name()),
				"Leave the arguments empty on H2, for example by op.dialect().");
	}

	@Override
	protected boolean isReplaceable(Kind kind) {
		return kind == Kind.VIEW;
	}

	@Override
	protected String word(Kind kind) {
		return (kind == Kind.FUNCTION) ? "alias" : super.word(kind);
	}

	@Override
	protected String routine(Routine routine) {
		return "alias " + words().name(routine.name()) + " " + routine.definition();
	}

	@Override
	protected String trigger(Trigger trigger) {
		return "trigger " + words().name(trigger.reference().name()) + " " + trigger.event() + " on "
				+ words().name(trigger.table()) + " " + trigger.action();
	}

	@Override
	protected Stream<String> refresh(RefreshView operation) {
		check(new ObjectReference(Kind.MATERIALIZED_VIEW, operation.view(), null, null));
		return super.refresh(operation);
	}

	@Override
	protected String drop(ObjectReference object, boolean ifExists, boolean cascade) {
		words().refuse(cascade && object.kind() != Kind.VIEW,
				"way to drop with '%s' what depends on it".formatted(object.name()),
				"Drop that first, for example by op.dialect().");
		return super.drop(object, ifExists, cascade);
	}

}
