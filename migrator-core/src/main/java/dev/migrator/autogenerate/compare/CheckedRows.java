package dev.migrator.autogenerate.compare;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.migrator.autogenerate.Remark;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Types;

/**
 * Tells of rows that may be in the way of a check, as far as that can be seen: those with
 * a value that a list lost, and those whose values are of another kind of type from now
 * on.
 *
 * @param texts how conditions are read
 * @param changes where remarks go
 */
record CheckedRows(SqlText texts, ChangeSet changes) {

	/**
	 * Tell of the rows that a new check may find.
	 * @param key what comes
	 * @param gone what goes of the same table
	 * @param columns what becomes of the table's columns
	 * @param create creates the key
	 * @param before the table in the database
	 */
	void remark(TableKey key, List<TableKey> gone, ColumnEffects columns, Operation create, TableSide before) {
		if (!(key.constraint() instanceof Constraint.Check check) || key.columns().isEmpty()) {
			return;
		}
		String subject = before.name() + "." + String.join(", ", new TreeSet<>(key.columns()));
		Set<String> left = this.texts.listed(check.condition());
		if (key.columns()
			.stream()
			.anyMatch((column) -> columns.changed().contains(column) && !hasOnly(before.meaning(column), left))) {
			this.changes.remark(Remark.Kind.TODO, subject,
					"Rows where %s is none of these values make this fail, now that it is of another type; change them before."
						.formatted(subject),
					create);
			return;
		}
		Set<String> lost = new TreeSet<>();
		gone.stream()
			.filter((other) -> other.columns().equals(key.columns()))
			.filter((other) -> other.constraint() instanceof Constraint.Check)
			.forEach((other) -> lost.addAll(this.texts.listed(((Constraint.Check) other.constraint()).condition())));
		lost.removeAll(left);
		if (!left.isEmpty() && !lost.isEmpty()) {
			this.changes.remark(Remark.Kind.TODO, subject,
					"Rows where %s is one of %s make this fail; change them before.".formatted(subject, lost), create);
		}
	}

	private static boolean hasOnly(Column column, Set<String> values) {
		if (column.type() instanceof EnumType type) {
			return values.containsAll(type.values());
		}
		return column.type().equals(Types.bool()) && values.containsAll(Set.of("0", "1"));
	}

}
