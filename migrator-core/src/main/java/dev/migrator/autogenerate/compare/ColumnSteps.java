package dev.migrator.autogenerate.compare;

import java.util.List;

import dev.migrator.autogenerate.Remark;
import dev.migrator.autogenerate.compare.ChangeSet.Phase;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.Identity;
import dev.migrator.schema.TableName;

/**
 * Adds and drops columns in steps that work in a table with rows: a column that must have
 * values, and gets none by itself, is added without that word first.
 *
 * @param counting knows how columns come that count
 * @param changes where changes go
 */
record ColumnSteps(CountingKeys counting, ChangeSet changes) {

	/**
	 * Add a column.
	 * @param side the table that is wanted
	 * @param name the column
	 * @param effects what that means to the table's keys
	 */
	void add(TableSide side, String name, ColumnEffects effects) {
		Phase phase = (side.meaning(name).computed() != null) ? Phase.ADD_COMPUTED : Phase.ADD_COLUMNS;
		add(phase, side, name, effects);
	}

	private List<Operation> add(Phase phase, TableSide side, String name, ColumnEffects effects) {
		TableName table = side.name();
		Column column = side.column(name);
		Identity identity = column.identity();
		AddColumn together = this.counting.together(side, name);
		boolean last = identity != null && this.counting.isCountedLast(side, name);
		Column added = (last) ? CountingKeys.idle(column) : column;
		List<Operation> steps = (together != null) ? List.of(together)
				: adding(table, added, (last) ? added : side.meaning(name));
		this.changes.add(phase, steps, List.of(dropping(table, added)));
		remark(table, column, steps);
		if (together != null) {
			effects.addedWithKey().add(name);
		}
		if (last && identity != null) {
			this.changes.add(Phase.OWNED_SEQUENCES, List.of(CountingKeys.begin(table, column, identity)),
					List.of(CountingKeys.end(table, column)));
		}
		return steps;
	}

	/**
	 * Drop a column.
	 * @param side the table in the database
	 * @param name the column
	 * @param effects what that means to the table's keys
	 */
	void drop(TableSide side, String name, ColumnEffects effects) {
		Phase phase = (side.meaning(name).computed() != null) ? Phase.DROP_COMPUTED : Phase.DROP_COLUMNS;
		drop(phase, side, name, effects);
	}

	private void drop(Phase phase, TableSide side, String name, ColumnEffects effects) {
		TableName table = side.name();
		Column column = side.column(name);
		Identity identity = column.identity();
		AddColumn together = this.counting.together(side, name);
		boolean last = identity != null && this.counting.isCountedLast(side, name);
		Column dropped = (last) ? CountingKeys.idle(column) : column;
		if (last && identity != null) {
			this.changes.add(Phase.DROP_FOREIGN_KEYS, List.of(CountingKeys.end(table, column)),
					List.of(CountingKeys.begin(table, column, identity)));
		}
		if (together != null) {
			effects.goneWithKey().add(name);
		}
		Operation drop = dropping(table, dropped);
		List<Operation> back = (together != null) ? List.of(together)
				: adding(table, dropped, (last) ? dropped : side.meaning(name));
		this.changes.add(phase, List.of(drop), back);
		remark(table, column, back);
		if (side.meaning(name).computed() == null) {
			String subject = table + "." + name;
			this.changes.remark(Remark.Kind.DATA_LOSS, subject,
					"The values of %s are lost; a downgrade does not bring them back.".formatted(subject), drop);
		}
	}

	/**
	 * Drop a column, and add a computed one of its name.
	 * @param database the table in the database
	 * @param after the column that is wanted
	 * @param effects what that means to the table's keys
	 */
	void rebuild(TableSide database, Column after, ColumnEffects effects) {
		drop(Phase.DROP_COMPUTED, database, after.name(), effects);
		this.changes.add(Phase.ADD_COMPUTED, new AddColumn(database.name(), after, false));
	}

	/**
	 * Drop a column, and add one of its name whose type it cannot become.
	 * @param database the table in the database
	 * @param target the table that is wanted
	 * @param name the column
	 * @param effects what that means to the table's keys
	 */
	void replace(TableSide database, TableSide target, String name, ColumnEffects effects) {
		drop(Phase.DROP_COMPUTED, database, name, effects);
		List<Operation> steps = add(Phase.ADD_COMPUTED, target, name, effects);
		String subject = target.name() + "." + name;
		this.changes.remark(Remark.Kind.TODO, subject,
				"The database makes no value of the new type of %s of one of the old type: to keep the values, add a column of another name, fill it by an update, drop the old one, and rename it."
					.formatted(subject),
				steps.get(0));
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
