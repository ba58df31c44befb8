package dev.migrator.autogenerate.compare;

import java.util.List;

import dev.migrator.autogenerate.Remark;
import dev.migrator.autogenerate.compare.ChangeSet.Phase;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.TableName;

/**
 * Adds and drops columns in steps that work in a table with rows: a column that must have
 * values, and gets none by itself, is added without that word first.
 *
 * @param changes where changes go
 */
record ColumnSteps(ChangeSet changes) {

	/**
	 * Add a column.
	 * @param table the table
	 * @param column the column as it is written
	 * @param meaning what that means
	 */
	void add(TableName table, Column column, Column meaning) {
		Phase phase = (meaning.computed() != null) ? Phase.ADD_COMPUTED : Phase.ADD_COLUMNS;
		List<Operation> steps = adding(table, column, meaning);
		this.changes.add(phase, steps, List.of(dropping(table, column)));
		remark(table, column, steps);
	}

	/**
	 * Drop a column.
	 * @param table the table
	 * @param column the column as it is written
	 * @param meaning what that means
	 */
	void drop(TableName table, Column column, Column meaning) {
		Phase phase = (meaning.computed() != null) ? Phase.DROP_COMPUTED : Phase.DROP_COLUMNS;
		drop(phase, table, column, meaning);
	}

	private void drop(Phase phase, TableName table, Column column, Column meaning) {
		Operation drop = dropping(table, column);
		List<Operation> back = adding(table, column, meaning);
		this.changes.add(phase, List.of(drop), back);
		remark(table, column, back);
		if (meaning.computed() == null) {
			String subject = table + "." + column.name();
			this.changes.remark(Remark.Kind.DATA_LOSS, subject,
					"The values of %s are lost; a downgrade does not bring them back.".formatted(subject), drop);
		}
	}

	/**
	 * Drop a column, and add a computed one of its name.
	 * @param table the table
	 * @param before the column in the database as it is written
	 * @param meaning what that means
	 * @param after the column that is wanted
	 */
	void rebuild(TableName table, Column before, Column meaning, Column after) {
		drop(Phase.DROP_COMPUTED, table, before, meaning);
		this.changes.add(Phase.ADD_COMPUTED, new AddColumn(table, after, false));
	}

	/**
	 * Drop a column, and add one of its name whose type it cannot become.
	 * @param table the table
	 * @param before the column in the database as it is written
	 * @param meaning what that means
	 * @param after the column that is wanted as it is written
	 * @param afterMeaning what that means
	 */
	void replace(TableName table, Column before, Column meaning, Column after, Column afterMeaning) {
		drop(Phase.DROP_COMPUTED, table, before, meaning);
		List<Operation> steps = adding(table, after, afterMeaning);
		this.changes.add(Phase.ADD_COMPUTED, steps, List.of(dropping(table, after)));
		String subject = table + "." + after.name();
		this.changes.remark(Remark.Kind.TODO, subject,
				"The database makes no value of the new type of %s of one of the old type: to keep the values, add a column of another name, fill it by an update, drop the old one, and rename it."
					.formatted(subject),
				steps.get(0));
		remark(table, after, steps);
	}

	private static DropColumn dropping(TableName table, Column column) {
		return new DropColumn(table, column.name(), false, false, column);
	}

	private static List<Operation> adding(TableName table, Column column, Column meaning) {
		boolean filled = meaning.nullable() || meaning.defaultValue() != null || meaning.identity() != null
				|| meaning.computed() != null;
		if (filled) {
			return List.of(new AddColumn(table, column, false));
		}
		Column empty = column.withNullable(true);
		return List.of(new AddColumn(table, empty, false),
				new AlterColumn(table, column.name(), null, null, null, false, null, null, null, null, empty));
	}

	private void remark(TableName table, Column column, List<Operation> steps) {
		if (steps.size() > 1) {
			String subject = table + "." + column.name();
			this.changes.remark(Remark.Kind.TODO, subject,
					"Give the rows that are there already a value of %s before this; it fails while one has none."
						.formatted(subject),
					steps.get(1));
		}
	}

}
