package dev.migrator.operation;

import java.util.List;

import dev.migrator.schema.Constraint;
import dev.migrator.schema.ForeignKeyMatch;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key as a migration describes it:
 * {@code columns("team_id").references("team", "id").onDelete(CASCADE)}.
 */
public final class ForeignKeySpec extends DeferrableSpec<ForeignKeySpec> {

	private final @Nullable String name;

	private List<String> columns = List.of();

	private @Nullable TableName referencedTable;

	private List<String> referencedColumns = List.of();

	private @Nullable ReferentialAction onDelete;

	private @Nullable ReferentialAction onUpdate;

	private List<String> onDeleteColumns = List.of();

	private @Nullable ForeignKeyMatch match;

	private boolean notValid;

	private boolean notEnforced;

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
	 * What happens to some of its columns when the row it names is deleted (PostgreSQL).
	 * @param action to be set to null or to their default
	 * @param names the columns
	 * @return this
	 */
	public ForeignKeySpec onDelete(ReferentialAction action, String... names) {
		this.onDeleteColumns = List.of(names);
		return onDelete(action);
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

	/**
	 * What it does about rows where some of its columns are null.
	 * @param kind what it does
	 * @return this
	 */
	public ForeignKeySpec match(ForeignKeyMatch kind) {
		this.match = kind;
		return this;
	}

	/**
	 * Do not check the rows that are there, which spares a long lock; a later
	 * {@link Operations#validateConstraint} does. Where a database has no such
	 * constraints, they are checked at once.
	 * @return this
	 */
	public ForeignKeySpec notValid() {
		this.notValid = true;
		return this;
	}

	/**
	 * Check no row at all, until it is dropped and created again (PostgreSQL from 18).
	 * @return this
	 */
	public ForeignKeySpec notEnforced() {
		this.notEnforced = true;
		return this;
	}

	@Override
	ForeignKeySpec self() {
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
				this.onDelete, this.onUpdate, this.onDeleteColumns, this.match, deferral(), this.notValid,
				this.notEnforced);
	}

}
