package dev.migrator.dialect.standard;

import java.util.Locale;
import java.util.stream.Stream;

import dev.migrator.operation.CreateObject;
import dev.migrator.operation.DropObject;
import dev.migrator.operation.ObjectOperation;
import dev.migrator.operation.RefreshView;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.schema.ObjectReference;
import dev.migrator.schema.ObjectReference.Kind;
import dev.migrator.schema.Routine;
import dev.migrator.schema.StoredObject;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;

/**
 * Statements on views, functions, procedures and triggers.
 */
public class ObjectSql {

	private final SqlWords words;

	/**
	 * Create the statements.
	 * @param words names, values and types
	 */
	public ObjectSql(SqlWords words) {
		this.words = words;
	}

	/**
	 * Render an operation.
	 * @param operation the operation
	 * @return the statements
	 */
	public final Stream<String> render(ObjectOperation operation) {
		if (operation instanceof CreateObject create) {
			check(create.object().reference());
			return Stream.of("create " + definition(create.object()));
		}
		if (operation instanceof ReplaceObject replace) {
			return replace(replace);
		}
		if (operation instanceof DropObject drop) {
			check(drop.object());
			return Stream.of(drop(drop.object(), drop.ifExists(), drop.cascade()));
		}
		return refresh((RefreshView) operation);
	}

	/**
	 * Refuse what the database lacks.
	 * @param object what it is
	 */
	protected void check(ObjectReference object) {
	}

	/**
	 * Replace an object: by {@code or replace} where the database has that for its kind,
	 * else by a drop before.
	 * @param operation the operation
	 * @return the statements
	 */
	protected Stream<String> replace(ReplaceObject operation) {
		ObjectReference object = operation.object().reference();
		check(object);
		if (!operation.recreate() && isReplaceable(object.kind())) {
			return Stream.of("create or replace " + definition(operation.object()));
		}
		return Stream.of(drop(object, true, false), "create " + definition(operation.object()));
	}

	/**
	 * Return whether the database replaces objects of a kind.
	 * @param kind the kind
	 * @return whether it knows {@code create or replace} for it
	 */
	protected boolean isReplaceable(Kind kind) {
		return kind != Kind.MATERIALIZED_VIEW;
	}

	/**
	 * Write what stands behind {@code create}.
	 * @param object the object
	 * @return its SQL
	 */
	protected String definition(StoredObject object) {
		if (object instanceof View view) {
			return word(view.reference().kind()) + " " + this.words.name(view.name()) + " as " + view.query();
		}
		if (object instanceof Routine routine) {
			return routine(routine);
		}
		return trigger((Trigger) object);
	}

	/**
	 * Write a function or a procedure.
	 * @param routine the routine
	 * @return its SQL
	 */
	protected String routine(Routine routine) {
		return word(routine.reference().kind()) + " " + this.words.name(routine.name()) + "(" + routine.arguments()
				+ ") " + routine.definition();
	}

	/**
	 * Write a trigger.
	 * @param trigger the trigger
	 * @return its SQL
	 */
	protected String trigger(Trigger trigger) {
		return "trigger " + this.words.name(trigger.name()) + " " + trigger.event() + " on "
				+ this.words.name(trigger.table()) + " " + trigger.action();
	}

	/**
	 * Write the word for a kind of objects.
	 * @param kind the kind
	 * @return the word
	 */
	protected String word(Kind kind) {
		return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/**
	 * Drop an object.
	 * @param object what it is
	 * @param ifExists whether its absence is no error
	 * @param cascade whether what depends on it goes too
	 * @return the statement
	 */
	protected String drop(ObjectReference object, boolean ifExists, boolean cascade) {
		return "drop " + word(object.kind()) + " " + this.words.ifExists(ifExists) + dropped(object)
				+ this.words.cascade(cascade);
	}

	/**
	 * Write what a dropped object is called.
	 * @param object what it is
	 * @return its SQL
	 */
	protected String dropped(ObjectReference object) {
		return this.words.name(object.name());
	}

	protected Stream<String> refresh(RefreshView operation) {
		return Stream.of("refresh materialized view " + this.words.name(operation.view()));
	}

	protected final SqlWords words() {
		return this.words;
	}

}
