package dev.migrator.dialect.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.migrator.dialect.Dialect;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ForeignKeyMatch;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Constraints in the words of SQLite, which checks all rows when one is added.
 *
 * @see <a href="https://www.sqlite.org/syntax/table-constraint.html">table-constraint</a>
 */
final class ConstraintWords {

	private final Dialect dialect;

	ConstraintWords(Dialect dialect) {
		this.dialect = dialect;
	}

	/**
	 * Write a constraint of a table.
	 * @param table the table
	 * @param constraint the constraint
	 * @return its SQL
	 */
	String ofTable(TableName table, Constraint constraint) {
		check(constraint);
		String name = name(constraint.name());
		if (constraint instanceof Constraint.PrimaryKey key) {
			return name + "primary key " + columns(key.columns());
		}
		if (constraint instanceof Constraint.Unique unique) {
			return name + "unique " + columns(unique.columns());
		}
		if (constraint instanceof Constraint.ForeignKey key) {
			return name + "foreign key " + columns(key.columns()) + " " + references(table, key);
		}
		return name + condition((Constraint.Check) constraint);
	}

	/**
	 * Write a constraint of one column, as it stands with the column.
	 * @param table the table
	 * @param constraint the constraint
	 * @return its SQL
	 */
	String ofColumn(TableName table, Constraint constraint) {
		check(constraint);
		String name = name(constraint.name());
		if (constraint instanceof Constraint.PrimaryKey) {
			return name + "primary key";
		}
		if (constraint instanceof Constraint.Unique) {
			return name + "unique";
		}
		if (constraint instanceof Constraint.ForeignKey key) {
			return name + references(table, key);
		}
		return name + condition((Constraint.Check) constraint);
	}

	/**
	 * Write what stands before a constraint with a name.
	 * @param name the name, or {@code null}
	 * @return the words with a blank behind, or nothing
	 */
	String name(@Nullable String name) {
		return (name != null) ? "constraint " + this.dialect.quote(name) + " " : "";
	}

	private static void check(Constraint constraint) {
		if (constraint instanceof Constraint.PrimaryKey key) {
			Refusal.ifSaid(!key.include().isEmpty(), "A key that holds more columns");
			Refusal.ifSaid(key.usingIndex() != null, "A key made from an index");
			Refusal.ifSaid(key.deferral() != null, "A primary key that is checked later");
		}
		else if (constraint instanceof Constraint.Unique unique) {
			Refusal.ifSaid(!unique.include().isEmpty(), "A key that holds more columns");
			Refusal.ifSaid(unique.usingIndex() != null, "A key made from an index");
			Refusal.ifSaid(unique.deferral() != null, "A unique constraint that is checked later");
			Refusal.ifSaid(unique.nullsNotDistinct(), "A unique constraint to which two nulls are equal");
		}
		else if (constraint instanceof Constraint.ForeignKey key) {
			Refusal.ifSaid(!key.onDeleteColumns().isEmpty(), "A foreign key that sets only some of its columns");
			Refusal.ifSaid(key.match() != null && key.match() != ForeignKeyMatch.SIMPLE,
					"A foreign key that matches fully or partially");
		}
		else {
			Refusal.ifSaid(constraint instanceof Constraint.Exclusion, "An exclusion constraint");
		}
	}

	private static String condition(Constraint.Check check) {
		return "check (" + check.condition() + ")";
	}

	private String references(TableName table, Constraint.ForeignKey key) {
		TableName other = key.referencedTable();
		boolean here = other.schema() == null || (table.schema() != null && table.schema().equals(other.schema()));
		Refusal.ifSaid(!here, "A foreign key to another schema");
		return "references " + this.dialect.quote(other.name()) + " " + columns(key.referencedColumns())
				+ action(" on delete ", key.onDelete()) + action(" on update ", key.onUpdate())
				+ deferral(key.deferral());
	}

	private static String action(String event, @Nullable ReferentialAction action) {
		return (action != null) ? event + words(action) : "";
	}

	private static String deferral(@Nullable Deferral deferral) {
		return (deferral != null) ? " deferrable " + words(deferral) : "";
	}

	private static String words(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	private String columns(List<String> names) {
		return names.stream().map(this.dialect::quote).collect(Collectors.joining(", ", "(", ")"));
	}

}
