package dev.migrator.script.body.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.migrator.operation.CreateObject;
import dev.migrator.operation.DropObject;
import dev.migrator.operation.RefreshView;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.schema.ObjectReference;
import dev.migrator.schema.Routine;
import dev.migrator.schema.StoredObject;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;
import dev.migrator.script.body.code.Code;
import dev.migrator.script.body.code.Code.Call;
import dev.migrator.script.body.code.TextBlockLines;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is done to views, functions, procedures and triggers.
 */
final class ObjectCode {

	/** An object whose source is longer gets a variable of its own. */
	private static final int LONGEST = 80;

	private final JavaScope scope;

	private final JavaValues values;

	ObjectCode(JavaScope scope, JavaValues values) {
		this.scope = scope;
		this.values = values;
	}

	/** Write words of a database, in a text block if they have lines. */
	static Code sql(String text) {
		return (TextBlockLines.suit(text)) ? new Code.TextBlock(text) : Code.text(text);
	}

	static Code create(CreateObject operation) {
		return directive("create", operation.object());
	}

	Code replace(ReplaceObject operation) {
		if (!operation.recreate()) {
			return directive("replace", operation.object());
		}
		StoredObject object = operation.object();
		Code source = this.values.of(object);
		boolean isShort = String.valueOf(source.flat()).length() <= LONGEST;
		return Code.chain("op", "recreate",
				(isShort) ? source : Code.atom(this.scope.variable(object.getClass(), object, "object", source)));
	}

	private static Code directive(String verb, StoredObject object) {
		if (object instanceof View view) {
			return Code.chain("op", verb + ((view.materialized()) ? "MaterializedView" : "View"),
					Code.text(view.name().text()), sql(view.query()));
		}
		if (object instanceof Routine routine) {
			return Code.chain("op", verb + ((routine.procedure()) ? "Procedure" : "Function"),
					Code.text(routine.name().text()), Code.text(routine.arguments()), sql(routine.definition()));
		}
		Trigger trigger = (Trigger) object;
		return Code.chain("op", verb + "Trigger", Code.text(trigger.name()), Code.text(trigger.table().text()),
				Code.text(trigger.event()), sql(trigger.action()));
	}

	static Code refresh(RefreshView operation) {
		return Code.chain("op",
				(operation.concurrently()) ? "refreshMaterializedViewConcurrently" : "refreshMaterializedView",
				Code.text(operation.view().text()));
	}

	static Code drop(DropObject operation) {
		ObjectReference object = operation.object();
		boolean routine = object.kind() == ObjectReference.Kind.FUNCTION
				|| object.kind() == ObjectReference.Kind.PROCEDURE;
		List<Call> options = OperationCode.dropOptions(operation.ifExists(), operation.cascade());
		List<Code> target = new ArrayList<>(List.of(Code.text(name(object))));
		if (object.table() != null) {
			target.add(Code.text(object.table().text()));
		}
		if (object.arguments() != null || (routine && !options.isEmpty())) {
			target.add(argumentsOf(object.arguments()));
		}
		return Lambdas.op("drop" + word(object.kind()), target, "drop", options);
	}

	private static Code argumentsOf(@Nullable String arguments) {
		return (arguments != null) ? Code.text(arguments) : Code.atom("null");
	}

	/** A trigger stands where its table does. */
	private static String name(ObjectReference object) {
		return (object.table() != null) ? object.name().name() : object.name().text();
	}

	private static String word(ObjectReference.Kind kind) {
		StringBuilder words = new StringBuilder();
		for (String word : kind.name().toLowerCase(Locale.ROOT).split("_", -1)) {
			words.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
		}
		return words.toString();
	}

}
