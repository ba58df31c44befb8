package dev.migrator.dialect.standard;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.ConstraintOperation;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.ValidateConstraint;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.Check;
import dev.migrator.schema.Constraint.Exclusion;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Constraint.PrimaryKey;
import dev.migrator.schema.Constraint.Unique;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ForeignKeyMatch;
import dev.migrator.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/**
 * Constraints, as they stand in {@code create table}, behind {@code add} and behind a
 * column, and statements on them.
 */
public class ConstraintSql {

	private final SqlWords words;

	private final IndexSql indexes;

	/**
	 * Create the statements.
	 * @param words names, values and types
	 * @param indexes how indexes are written
	 */
	public ConstraintSql(SqlWords words, IndexSql indexes) {
		this.words = words;
		this.indexes = indexes;
	}

	/**
	 * Render an operation.
	 * @param operation the operation
	 * @return the statements
	 */
	public final Stream<String> render(ConstraintOperation operation) {
		if (operation instanceof AddConstraint add) {
			return add(add);
		}
		if (operation instanceof DropConstraint drop) {
			return drop(drop);
		}
		return (operation instanceof RenameConstraint rename) ? rename(rename)
				: validate((ValidateConstraint) operation);
	}

	/**
	 * Write a constraint as it stands in {@code create table} and behind {@code add}.
	 * @param constraint the constraint
	 * @return its SQL
	 */
	public final String definition(Constraint constraint) {
		check(constraint);
		return named(constraint, body(constraint));
	}

	/**
	 * Write a constraint as it stands behind its only column.
	 * @param constraint the constraint
	 * @param column the column
	 * @return its SQL
	 */
	public final String inline(Constraint constraint, String column) {
		check(constraint);
		return named(constraint, inlineBody(constraint, column));
	}

	private String named(Constraint constraint, String body) {
		String name = constraint.name();
		return (name != null) ? "constraint " + this.words.name(name) + " " + body : body;
	}

	/**
	 * Refuse what the database lacks.
	 * @param constraint the constraint
	 */
	protected void check(Constraint constraint) {
	}

	private String body(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return "primary key " + keyColumns(key.columns(), key.usingIndex()) + include(key.include())
					+ deferral(key.deferral());
		}
		if (constraint instanceof Unique unique) {
			return unique(unique) + " " + keyColumns(unique.columns(), unique.usingIndex()) + include(unique.include())
					+ deferral(unique.deferral());
		}
		if (constraint instanceof ForeignKey key) {
			return "foreign key " + this.words.list(key.columns()) + " " + references(key)
					+ notValid(key.notValid() && !key.notEnforced());
		}
		// Where no row is checked, those that are there are none to check later.
		return (constraint instanceof Check check) ? check(check) + notValid(check.notValid() && !check.notEnforced())
				: exclusion((Exclusion) constraint);
	}

	private String inlineBody(Constraint constraint, String column) {
		if (constraint instanceof PrimaryKey key && key.columns().equals(List.of(column))) {
			return "primary key" + include(key.include()) + deferral(key.deferral());
		}
		if (constraint instanceof Unique unique && unique.columns().equals(List.of(column))) {
			return unique(unique) + include(unique.include()) + deferral(unique.deferral());
		}
		if (constraint instanceof ForeignKey key && key.columns().equals(List.of(column)) && !key.notValid()) {
			return references(key);
		}
		if (constraint instanceof Check check && !check.notValid()) {
			return check(check);
		}
		throw SqlWords.unsupported("A constraint cannot be added in the same statement as the column '%s': %s."
			.formatted(column, constraint), "Add it in a statement of its own.");
	}

	private String keyColumns(List<String> columns, @Nullable String usingIndex) {
		return (usingIndex != null) ? "using index " + this.words.name(usingIndex) : this.words.list(columns);
	}

	private String unique(Unique unique) {
		return (unique.nullsNotDistinct()) ? "unique nulls not distinct" : "unique";
	}

	private String include(List<String> columns) {
		return (columns.isEmpty()) ? "" : " include " + this.words.list(columns);
	}

	private String references(ForeignKey key) {
		String match = (key.match() != null) ? match(key.match()) : "";
		String onDelete = action(" on delete ", key.onDelete());
		String some = (key.onDeleteColumns().isEmpty()) ? "" : " " + this.words.list(key.onDeleteColumns());
		return "references " + this.words.name(key.referencedTable()) + " " + this.words.list(key.referencedColumns())
				+ match + onDelete + some + action(" on update ", key.onUpdate()) + deferral(key.deferral())
				+ notEnforced(key.notEnforced());
	}

	/**
	 * Write what a foreign key does about rows where some columns are null.
	 * @param match what it does
	 * @return the words with a blank before, or nothing
	 */
	protected String match(ForeignKeyMatch match) {
		return " match " + match.name().toLowerCase(Locale.ROOT);
	}

	private static String action(String event, @Nullable ReferentialAction action) {
		return (action != null) ? event + action.name().toLowerCase(Locale.ROOT).replace('_', ' ') : "";
	}

	private String check(Check check) {
		return "check (" + check.condition() + ")" + ((check.noInherit()) ? " no inherit" : "")
				+ notEnforced(check.notEnforced());
	}

	private static String notEnforced(boolean notEnforced) {
		return (notEnforced) ? " not enforced" : "";
	}

	/**
	 * Write that rows that are there are not checked.
	 * @param notValid whether they are not
	 * @return the words with a blank before, or nothing
	 */
	protected String notValid(boolean notValid) {
		return (notValid) ? " not valid" : "";
	}

	private String exclusion(Exclusion exclusion) {
		String elements = exclusion.elements()
			.stream()
			.map((element) -> this.indexes.column(element.column()) + " with " + element.operator())
			.collect(Collectors.joining(", ", "(", ")"));
		return "exclude " + ((exclusion.method() != null) ? "using " + exclusion.method() + " " : "") + elements
				+ ((exclusion.where() != null) ? " where (" + exclusion.where() + ")" : "")
				+ deferral(exclusion.deferral());
	}

	private static String deferral(@Nullable Deferral deferral) {
		if (deferral == null) {
			return "";
		}
		return (deferral == Deferral.INITIALLY_DEFERRED) ? " deferrable initially deferred" : " deferrable";
	}

	protected Stream<String> add(AddConstraint operation) {
		return Stream.of(this.words.alterTable(operation.table()) + "add " + definition(operation.constraint()));
	}

	protected Stream<String> drop(DropConstraint operation) {
		return Stream.of(this.words.alterTable(operation.table()) + "drop constraint "
				+ this.words.ifExists(operation.ifExists()) + this.words.name(operation.name())
				+ this.words.cascade(operation.cascade()));
	}

	protected Stream<String> rename(RenameConstraint operation) {
		return Stream.of(this.words.alterTable(operation.table()) + "rename constraint "
				+ this.words.name(operation.name()) + " to " + this.words.name(operation.newName()));
	}

	protected Stream<String> validate(ValidateConstraint operation) {
		return Stream
			.of(this.words.alterTable(operation.table()) + "validate constraint " + this.words.name(operation.name()));
	}

	protected final SqlWords words() {
		return this.words;
	}

}
