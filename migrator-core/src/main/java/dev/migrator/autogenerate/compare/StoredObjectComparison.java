package dev.migrator.autogenerate.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.migrator.autogenerate.compare.ChangeSet.Phase;
import dev.migrator.operation.CreateObject;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.schema.ObjectReference;
import dev.migrator.schema.Routine;
import dev.migrator.schema.Schema;
import dev.migrator.schema.StoredObject;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;

/**
 * Compares the views, routines and triggers that the target names. Others stay.
 *
 * @param texts the forms of their texts
 * @param changes where changes go
 */
record StoredObjectComparison(SqlText texts, ChangeSet changes) {

	/**
	 * Compare.
	 * @param database what is in the database
	 * @param target what is wanted
	 */
	void compare(Schema database, Schema target) {
		Map<ObjectReference, StoredObject> before = new HashMap<>();
		all(database).forEach((object) -> before.put(object.reference(), object));
		all(target).forEach((object) -> {
			StoredObject old = before.get(object.reference());
			if (old == null) {
				this.changes.add(Phase.STORED_OBJECTS, new CreateObject(object));
			}
			else if (!text(old).equals(text(object))) {
				this.changes.add(Phase.STORED_OBJECTS, new ReplaceObject(object, true, old));
			}
		});
	}

	private static Stream<StoredObject> all(Schema schema) {
		return Stream.of(schema.routines(), schema.views(), schema.triggers()).flatMap((objects) -> objects.stream());
	}

	private String text(StoredObject object) {
		String text;
		if (object instanceof View view) {
			text = view.query();
		}
		else if (object instanceof Routine routine) {
			text = routine.definition();
		}
		else {
			text = ((Trigger) object).event() + " " + ((Trigger) object).action();
		}
		return Objects.requireNonNull(this.texts.form(text));
	}

}
