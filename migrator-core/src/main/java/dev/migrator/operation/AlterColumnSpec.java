package dev.migrator.operation;

import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a column as a migration describes them.
 */
public final class AlterColumnSpec {

	private @Nullable String newName;

	private @Nullable ColumnType type;

	private @Nullable String using;

	private @Nullable Boolean nullable;

	private @Nullable DefaultChange defaultChange;

	AlterColumnSpec() {
	}

	/**
	 * Give it another name, after all other changes.
	 * @param name the new name
	 * @return this
	 */
	public AlterColumnSpec rename(String name) {
		this.newName = name;
		return this;
	}

	/**
	 * Give it another type.
	 * @param newType the type
	 * @return this
	 */
	public AlterColumnSpec type(ColumnType newType) {
		this.type = newType;
		return this;
	}

	/**
	 * Say how a value of the new type is made (PostgreSQL).
	 * @param expression the expression in the database's own words
	 * @return this
	 */
	public AlterColumnSpec using(String expression) {
		this.using = expression;
		return this;
	}

	/**
	 * Let each row have a value.
	 * @return this
	 */
	public AlterColumnSpec notNull() {
		this.nullable = false;
		return this;
	}

	/**
	 * Let a row lack a value.
	 * @return this
	 */
	public AlterColumnSpec nullable() {
		this.nullable = true;
		return this;
	}

	/**
	 * Set the value where an insert names none.
	 * @param value a string, number, boolean, date, time, UUID or bytes
	 * @return this
	 */
	public AlterColumnSpec defaultValue(Object value) {
		this.defaultChange = new DefaultChange.Set(new ColumnDefault.Value(value));
		return this;
	}

	/**
	 * Set the expression that gives the value where an insert names none.
	 * @param sql the expression in the database's own words
	 * @return this
	 */
	public AlterColumnSpec defaultExpression(String sql) {
		this.defaultChange = new DefaultChange.Set(new ColumnDefault.Expression(sql));
		return this;
	}

	/**
	 * Have no default any more.
	 * @return this
	 */
	public AlterColumnSpec dropDefault() {
		this.defaultChange = new DefaultChange.Drop();
		return this;
	}

	AlterColumn toOperation(TableName table, String column) {
		if (this.newName == null && this.type == null && this.nullable == null && this.defaultChange == null) {
			throw new IllegalArgumentException("alterColumn of %s.%s changes nothing".formatted(table, column));
		}
		if (this.using != null && this.type == null) {
			throw new IllegalArgumentException("alterColumn of %s.%s: using(…) needs type(…)".formatted(table, column));
		}
		return new AlterColumn(table, column, this.newName, this.type, this.using, this.nullable, this.defaultChange);
	}

}
