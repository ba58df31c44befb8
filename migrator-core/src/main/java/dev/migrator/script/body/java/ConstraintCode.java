package dev.migrator.script.body.java;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.AddConstraint;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.Check;
import dev.migrator.schema.Constraint.Exclusion;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Constraint.PrimaryKey;
import dev.migrator.schema.Constraint.Unique;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.script.body.code.Code;
import dev.migrator.script.body.code.Code.Call;
import dev.migrator.script.body.code.Code.Chain;
import org.jspecify.annotations.Nullable;

/**
 * Writes constraints: of a new table, of a column, and those that are added. Their names
 * are final, since they were made by the naming convention or are in the database.
 */
final class ConstraintCode {

	/** A foreign key whose call would be longer is said by a lambda. */
	private static final int LONGEST_CALL = 104;

	private final JavaScope scope;

	ConstraintCode(JavaScope scope) {
		this.scope = scope;
	}

	/** Write a name, so that no naming convention completes it. */
	static Code name(@Nullable String name) {
		return (name != null) ? Code.chain("op", "f", Code.text(name)) : Code.atom("null");
	}

	/** Write a constraint of a new table. */
	Code inTable(Constraint constraint) {
		return (constraint.name() != null) ? chain(Code.chain("t", "constraint", name(constraint.name())), constraint)
				: chain(new Chain(Code.atom("t"), List.of()), constraint);
	}

	private Chain chain(Chain start, Constraint constraint) {
		Chain chain = start.then(kind(constraint));
		for (Call option : options(constraint)) {
			chain = chain.then(option);
		}
		return chain;
	}

	/** Write a constraint of a column that is added. */
	Call ofColumn(Constraint constraint) {
		return Code.call("constraint", name(constraint.name()),
				new Code.Lambda("k", chain(new Chain(Code.atom("k"), List.of()), constraint), false));
	}

	private static Call kind(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return Code.call("primaryKey", Code.texts(key.columns()));
		}
		if (constraint instanceof Unique unique) {
			return Code.call("unique", Code.texts(unique.columns()));
		}
		if (constraint instanceof Check check) {
			return Code.call("check", Code.text(check.condition()));
		}
		return (constraint instanceof ForeignKey key) ? Code.call("foreignKey", Code.texts(key.columns()))
				: Code.call("exclude");
	}

	/** Write a constraint that is added to a table. */
	Code add(AddConstraint operation) {
		Constraint constraint = operation.constraint();
		List<Code> target = new ArrayList<>(List.of(name(constraint.name()), Code.text(operation.table().text())));
		List<Call> options = options(constraint);
		if (constraint instanceof Check check) {
			target.add(Code.text(check.condition()));
			return Lambdas.op("createCheckConstraint", target, "check", options);
		}
		if (constraint instanceof Exclusion) {
			return Lambdas.op("createExcludeConstraint", target, "exclude", options);
		}
		if (constraint instanceof ForeignKey key) {
			return foreignKey(key, target, options);
		}
		boolean primary = constraint instanceof PrimaryKey;
		List<String> columns = (primary) ? ((PrimaryKey) constraint).columns() : ((Unique) constraint).columns();
		if (options.isEmpty()) {
			target.addAll(List.of(Code.texts(columns)));
		}
		else if (!columns.isEmpty()) {
			options.add(0, Code.call("columns", Code.texts(columns)));
		}
		return (primary) ? Lambdas.op("createPrimaryKey", target, "key", options)
				: Lambdas.op("createUniqueConstraint", target, "unique", options);
	}

	private Code foreignKey(ForeignKey key, List<Code> target, List<Call> options) {
		if (options.size() == 1) {
			List<Code> whole = new ArrayList<>(target);
			whole.add(Code.text(key.referencedTable().text()));
			whole.add(this.scope.callOf(List.class, "of", Code.texts(key.columns())));
			whole.add(this.scope.callOf(List.class, "of", Code.texts(key.referencedColumns())));
			Code simple = Lambdas.op("createForeignKey", whole, "key", List.of());
			if (String.valueOf(simple.flat()).length() <= LONGEST_CALL) {
				return simple;
			}
		}
		options.add(0, Code.call("columns", Code.texts(key.columns())));
		return Lambdas.op("createForeignKey", target, "key", options);
	}

	/** Write a foreign key of a column. */
	Call ofColumn(ForeignKey key) {
		List<Call> options = options(key);
		ForeignKey simple = new ForeignKey(null, key.columns(), key.referencedTable(), key.referencedColumns(),
				key.onDelete(), null);
		if (!key.equals(simple)) {
			return Lambdas.call("foreignKey", List.of(), "key", options);
		}
		List<Code> target = new ArrayList<>(options.get(0).arguments());
		if (key.onDelete() != null) {
			target.add(this.scope.constant(key.onDelete()));
		}
		return new Call("references", target);
	}

	private List<Call> options(Constraint constraint) {
		List<Call> options = new ArrayList<>();
		if (constraint instanceof PrimaryKey key) {
			addKey(options, key.include(), key.usingIndex(), key.deferral());
		}
		else if (constraint instanceof Unique unique) {
			addIf(options, unique.nullsNotDistinct(), "nullsNotDistinct");
			addKey(options, unique.include(), unique.usingIndex(), unique.deferral());
		}
		else if (constraint instanceof ForeignKey key) {
			addForeignKey(options, key);
		}
		else if (constraint instanceof Check check) {
			addIf(options, check.noInherit(), "noInherit");
			addIf(options, check.notValid(), "notValid");
			addIf(options, check.notEnforced(), "notEnforced");
		}
		else if (constraint instanceof Exclusion exclusion) {
			addExclusion(options, exclusion);
		}
		return options;
	}

	private static void addKey(List<Call> options, List<String> include, @Nullable String usingIndex,
			@Nullable Deferral deferral) {
		if (!include.isEmpty()) {
			options.add(Code.call("include", Code.texts(include)));
		}
		if (usingIndex != null) {
			options.add(Code.call("usingIndex", Code.text(usingIndex)));
		}
		addDeferral(options, deferral);
	}

	private void addForeignKey(List<Call> options, ForeignKey key) {
		List<Code> referenced = new ArrayList<>(List.of(Code.text(key.referencedTable().text())));
		referenced.addAll(List.of(Code.texts(key.referencedColumns())));
		options.add(new Call("references", referenced));
		if (key.onDelete() != null) {
			List<Code> action = new ArrayList<>(List.of(this.scope.constant(key.onDelete())));
			action.addAll(List.of(Code.texts(key.onDeleteColumns())));
			options.add(new Call("onDelete", action));
		}
		if (key.onUpdate() != null) {
			options.add(Code.call("onUpdate", this.scope.constant(key.onUpdate())));
		}
		if (key.match() != null) {
			options.add(Code.call("match", this.scope.constant(key.match())));
		}
		addDeferral(options, key.deferral());
		addIf(options, key.notValid(), "notValid");
		addIf(options, key.notEnforced(), "notEnforced");
	}

	private static void addExclusion(List<Call> options, Exclusion exclusion) {
		if (exclusion.method() != null) {
			options.add(Code.call("using", Code.text(exclusion.method())));
		}
		for (Exclusion.Element element : exclusion.elements()) {
			IndexColumn column = element.column();
			options.add(Lambdas.call((column.expression()) ? "expression" : "column",
					List.of(Code.text(column.text()), Code.text(element.operator())), "c", IndexCode.options(column)));
		}
		if (exclusion.where() != null) {
			options.add(Code.call("where", Code.text(exclusion.where())));
		}
		addDeferral(options, exclusion.deferral());
	}

	private static void addDeferral(List<Call> options, @Nullable Deferral deferral) {
		if (deferral != null) {
			options.add(Code.call((deferral == Deferral.INITIALLY_DEFERRED) ? "initiallyDeferred" : "deferrable"));
		}
	}

	private static void addIf(List<Call> options, boolean said, String method) {
		if (said) {
			options.add(Code.call(method));
		}
	}

}
