package dev.migrator.cases;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.operation.DropObject;
import dev.migrator.operation.Operations;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.schema.ObjectReference;
import dev.migrator.schema.ObjectReference.Kind;
import dev.migrator.schema.Routine;
import dev.migrator.schema.StoredObject;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;

/**
 * Reads operations on views, routines and triggers.
 */
final class ObjectOperationReader {

	private static final Pattern DIRECTIVE = Pattern
		.compile("(create|replace|recreate|drop|refresh)(View|MaterializedView|Function|Procedure|Trigger)");

	private ObjectOperationReader() {
	}

	static boolean read(String directive, Fields fields, Operations op) {
		Matcher matcher = DIRECTIVE.matcher(directive);
		if (!matcher.matches()) {
			return false;
		}
		String kind = matcher.group(2);
		switch (matcher.group(1)) {
			case "create" -> op.create(object(kind, fields, fields));
			case "replace" -> replace(kind, fields, op, false);
			case "recreate" -> replace(kind, fields, op, true);
			case "drop" -> drop(kind, fields, op);
			default -> refresh(fields, op);
		}
		return true;
	}

	/** Reads an object whose name is in one object, and the rest in another. */
	private static StoredObject object(String kind, Fields name, Fields fields) {
		return switch (kind) {
			case "View", "MaterializedView" ->
				new View(TableName.of(name.string("view")), fields.string("query"), kind.equals("MaterializedView"));
			case "Function" -> new Routine(TableName.of(name.string("function")), false, fields.string("arguments"),
					fields.string("definition"));
			case "Procedure" -> new Routine(TableName.of(name.string("procedure")), true, fields.string("arguments"),
					fields.string("definition"));
			default -> new Trigger(name.string("trigger"), TableName.of(name.string("table")), fields.string("event"),
					fields.string("action"));
		};
	}

	private static void replace(String kind, Fields fields, Operations op, boolean recreate) {
		StoredObject object = object(kind, fields, fields);
		Fields former = fields.object("former");
		if (former != null) {
			op.apply(new ReplaceObject(object, recreate, object(kind, fields, former)));
			former.done();
		}
		else if (recreate) {
			op.recreate(object);
		}
		else {
			op.replace(object);
		}
	}

	private static void drop(String kind, Fields fields, Operations op) {
		Fields dropped = fields.object("dropped");
		boolean ifExists = fields.flag("ifExists");
		boolean cascade = fields.flag("cascade");
		if (dropped != null) {
			StoredObject object = object(kind, fields, dropped);
			dropped.done();
			op.apply(new DropObject(object.reference(), ifExists, cascade, object));
			return;
		}
		op.apply(new DropObject(reference(kind, fields), ifExists, cascade, null));
	}

	private static ObjectReference reference(String kind, Fields fields) {
		if (kind.equals("Trigger")) {
			TableName table = TableName.of(fields.string("table"));
			return new ObjectReference(Kind.TRIGGER, table.withName(fields.string("trigger")), null, table);
		}
		return switch (kind) {
			case "View" -> new ObjectReference(Kind.VIEW, TableName.of(fields.string("view")), null, null);
			case "MaterializedView" ->
				new ObjectReference(Kind.MATERIALIZED_VIEW, TableName.of(fields.string("view")), null, null);
			case "Function" -> new ObjectReference(Kind.FUNCTION, TableName.of(fields.string("function")),
					fields.text("arguments"), null);
			default -> new ObjectReference(Kind.PROCEDURE, TableName.of(fields.string("procedure")),
					fields.text("arguments"), null);
		};
	}

	private static void refresh(Fields fields, Operations op) {
		if (fields.flag("concurrently")) {
			op.refreshMaterializedViewConcurrently(fields.string("view"));
		}
		else {
			op.refreshMaterializedView(fields.string("view"));
		}
	}

}
