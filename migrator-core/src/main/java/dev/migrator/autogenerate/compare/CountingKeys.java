package dev.migrator.autogenerate.compare;

import java.util.List;
import java.util.Set;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.IdentityChange;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Identity;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Columns that count up, in databases that count only what is the primary key: MySQL and
 * MariaDB add both at once, SQLite makes the key first and counts it then.
 *
 * @param rules what to know of the database
 */
record CountingKeys(DatabaseRules rules) {

	/**
	 * Return the operation that adds a column together with its key.
	 * @param table the table with the column
	 * @param name the column
	 * @return the operation, or {@code null} if the column is not to be added so
	 */
	@Nullable AddColumn together(TableSide table, String name) {
		Constraint key = (this.rules.countsKeysLast() || isAddedAlone(table, name)) ? null : key(table, name);
		AddColumn add = (key != null) ? new AddColumn(table.name(), table.column(name), false, List.of(key)) : null;
		return (add != null && this.rules.supports().test(add)) ? add : null;
	}

	/**
	 * Return whether a column that counts is to do so when it is the key already.
	 * @param table the table with the column
	 * @param name the column
	 * @return whether it is
	 */
	boolean isCountedLast(TableSide table, String name) {
		return this.rules.countsKeysLast() && key(table, name) != null;
	}

	private boolean isAddedAlone(TableSide table, String name) {
		return table.meaning(name).identity() == null
				|| this.rules.supports().test(new AddColumn(table.name(), table.column(name), false));
	}

	private static @Nullable Constraint key(TableSide table, String name) {
		return table.keys()
			.stream()
			.filter((key) -> key.form() instanceof KeyForm.Primary && key.columns().equals(Set.of(name)))
			.map(TableKey::constraint)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return a column that does not count.
	 * @param column the column
	 * @return the same otherwise
	 */
	static Column idle(Column column) {
		return new Column(column.name(), column.type(), false, column.defaultValue(), null, column.comment(),
				column.computed(), column.onUpdate(), column.collation());
	}

	static AlterColumn begin(TableName table, Column column, Identity identity) {
		return alter(table, idle(column), new IdentityChange.Add(identity));
	}

	static AlterColumn end(TableName table, Column column) {
		return alter(table, column, new IdentityChange.Drop());
	}

	private static AlterColumn alter(TableName table, Column existing, IdentityChange change) {
		return new AlterColumn(table, existing.name(), null, null, null, null, null, null, change, null, existing);
	}

}
