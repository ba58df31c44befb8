package dev.migrator.operation;

import java.util.List;

import dev.migrator.schema.Constraint;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key as a migration describes it:
 * {@code columns("team_id").references("team", "id").onDelete(CASCADE)}.
 */
public final class ForeignKeySpec {

	private final @Nullable String name;

	private List<String> columns = List.of();

	private @Nullable TableName referencedTable;

	private List<String> referencedColumns = List.of();

	private @Nullable ReferentialAction onDelete;

	private @Nullable ReferentialAction onUpdate;

	ForeignKeySpec(@Nullable String name) {
		this.name = name;
	}

	/**
	 * The columns that hold the key.
	 * @param names their names
	 * @return this
	 */
	public ForeignKeySpec columns(String... names) {
		this.columns = List.of(names);
		return this;
	}

	/**
	 * The table and columns that the key names.
	 * @param table the table
	 * @param names its columns, in the same order
	 * @return this
	 */
	public ForeignKeySpec references(String table, String... names) {
		this.referencedTable = TableName.of(table);
		this.referencedColumns = List.of(names);
		return this;
	}

	/**
	 * What happens when the row it names is deleted.
	 * @param action the action
	 * @return this
	 */
	public ForeignKeySpec onDelete(ReferentialAction action) {
		this.onDelete = action;
		return this;
	}

	/**
	 * What happens when the key it names is changed.
	 * @param action the action
	 * @return this
	 */
	public ForeignKeySpec onUpdate(ReferentialAction action) {
		this.onUpdate = action;
		return this;
	}

	Constraint.ForeignKey toForeignKey() {
		if (this.referencedTable == null || this.columns.isEmpty()
				|| this.columns.size() != this.referencedColumns.size()) {
			throw new IllegalArgumentException(
					"The foreign key %s needs columns(…) and references(table, …) with as many columns"
						.formatted((this.name != null) ? this.name : "on " + this.columns));
		}
		return new Constraint.ForeignKey(this.name, this.columns, this.referencedTable, this.referencedColumns,
				this.onDelete, this.onUpdate);
	}

}
