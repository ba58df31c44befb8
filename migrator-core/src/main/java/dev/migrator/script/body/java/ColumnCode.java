package dev.migrator.script.body.java;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.ComputedChange;
import dev.migrator.operation.DefaultChange;
import dev.migrator.operation.IdentityChange;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.Check;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Constraint.PrimaryKey;
import dev.migrator.schema.Constraint.Unique;
import dev.migrator.script.body.code.Code;
import dev.migrator.script.body.code.Code.Call;
import dev.migrator.script.body.code.Code.Chain;

/**
 * Writes columns and their changes.
 */
final class ColumnCode {

	private final JavaTypes types;

	private final JavaValues values;

	private final ConstraintCode constraints;

	ColumnCode(JavaTypes types, JavaValues values, ConstraintCode constraints) {
		this.types = types;
		this.values = values;
		this.constraints = constraints;
	}

	/** Write a column of a new table. */
	Code inTable(Column column) {
		Chain chain = Code.chain("t", "column", Code.text(column.name()), this.types.of(column.type()));
		for (Call option : options(column)) {
			chain = chain.then(option);
		}
		return chain;
	}

	/** Write a column that is added. */
	Code add(AddColumn operation) {
		Column column = operation.column();
		List<Call> options = options(column);
		operation.constraints().forEach((constraint) -> options.add(ofColumn(constraint, column)));
		if (!operation.ifNotExists() && !operation.constraints().isEmpty()) {
			options.add(Code.call("inline"));
		}
		return Lambdas.op((operation.ifNotExists()) ? "addColumnIfNotExists" : "addColumn",
				List.of(Code.text(operation.table().text()), Code.text(column.name()), this.types.of(column.type())),
				"c", options);
	}

	/** The call that gives a column a constraint of its own. */
	private Call ofColumn(Constraint constraint, Column column) {
		List<String> self = List.of(column.name());
		if (constraint.equals(new PrimaryKey(null, self)) && !column.nullable()) {
			return Code.call("primaryKey");
		}
		if (constraint.equals(new Unique(null, self))) {
			return Code.call("unique");
		}
		if (constraint instanceof Check check && constraint.equals(new Check(null, check.condition()))) {
			return Code.call("check", Code.text(check.condition()));
		}
		if (constraint instanceof ForeignKey key && key.name() == null && key.columns().equals(self)) {
			return this.constraints.ofColumn(key);
		}
		return this.constraints.ofColumn(constraint);
	}

	private List<Call> options(Column column) {
		List<Call> options = new ArrayList<>();
		if (column.identity() != null) {
			options.add(CountingCode.identity("identity", column.identity()));
			if (column.nullable()) {
				options.add(Code.call("nullable"));
			}
		}
		else if (!column.nullable()) {
			options.add(Code.call("notNull"));
		}
		if (column.defaultValue() != null) {
			options.add(defaultOf(column.defaultValue()));
		}
		if (column.computed() != null) {
			options.add(computed(column.computed()));
		}
		if (column.onUpdate() != null) {
			options.add(Code.call("onUpdate", Code.text(column.onUpdate())));
		}
		if (column.collation() != null) {
			options.add(Code.call("collate", Code.text(column.collation())));
		}
		if (column.comment() != null) {
			options.add(Code.call("comment", Code.text(column.comment())));
		}
		return options;
	}

	private Call defaultOf(ColumnDefault value) {
		return (value instanceof ColumnDefault.Expression expression)
				? Code.call("defaultExpression", Code.text(expression.sql()))
				: Code.call("defaultValue", this.values.of(((ColumnDefault.Value) value).value()));
	}

	private static Call computed(Computed computed) {
		return Code.call((computed.virtual()) ? "computedVirtual" : "computed", Code.text(computed.expression()));
	}

	/** Write the changes of a column. */
	Code alter(AlterColumn operation) {
		List<Code> target = List.of(Code.text(operation.table().text()), Code.text(operation.column()));
		if (operation.newName() != null && changesOnlyName(operation)) {
			return Code.chain("op", "renameColumn", target.get(0), target.get(1), Code.text(operation.newName()));
		}
		List<Call> changes = new ArrayList<>();
		if (operation.newName() != null) {
			changes.add(Code.call("rename", Code.text(operation.newName())));
		}
		if (operation.type() != null) {
			changes.add(Code.call("type", this.types.of(operation.type())));
		}
		if (operation.using() != null) {
			changes.add(Code.call("using", Code.text(operation.using())));
		}
		if (operation.nullable() != null) {
			changes.add(Code.call((operation.nullable()) ? "nullable" : "notNull"));
		}
		if (operation.defaultChange() != null) {
			changes.add((operation.defaultChange() instanceof DefaultChange.Set set) ? defaultOf(set.newDefault())
					: Code.call("dropDefault"));
		}
		if (operation.comment() != null) {
			changes.add((operation.comment().isEmpty()) ? Code.call("dropComment")
					: Code.call("comment", Code.text(operation.comment())));
		}
		if (operation.identity() != null) {
			changes.add(identity(operation.identity()));
		}
		if (operation.computed() != null) {
			changes.add((operation.computed() instanceof ComputedChange.Set set) ? computed(set.computed())
					: Code.call("dropComputed"));
		}
		if (operation.existing() != null) {
			Column before = operation.existing();
			changes.add(Lambdas.call("existing", List.of(this.types.of(before.type())), "old", options(before)));
		}
		return Lambdas.op("alterColumn", target, "c", changes);
	}

	// What a column is besides its name matters to no database that only renames it.
	private static boolean changesOnlyName(AlterColumn change) {
		return change.equals(new AlterColumn(change.table(), change.column(), change.newName(), null, null, null, null,
				null, null, null, change.existing()));
	}

	private static Call identity(IdentityChange change) {
		if (change instanceof IdentityChange.Add add) {
			return CountingCode.identity("addIdentity", add.identity());
		}
		return (change instanceof IdentityChange.Alter alter) ? CountingCode.alterIdentity(alter)
				: Code.call("dropIdentity");
	}

}
