package dev.migrator.operation;

import java.util.function.Consumer;

import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
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

	private @Nullable String comment;

	private @Nullable IdentityChange identity;

	private @Nullable ComputedChange computed;

	private @Nullable ColumnSpec existing;

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
	 * Say how a value of the new type is made (PostgreSQL, H2).
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

	/**
	 * Say what a reader of the schema should know.
	 * @param text the comment
	 * @return this
	 */
	public AlterColumnSpec comment(String text) {
		this.comment = text;
		return this;
	}

	/**
	 * Have no comment any more.
	 * @return this
	 */
	public AlterColumnSpec dropComment() {
		return comment("");
	}

	/**
	 * Have the database count its values up from now on where an insert names none.
	 * @return this
	 */
	public AlterColumnSpec addIdentity() {
		return addIdentity((spec) -> {
		});
	}

	/**
	 * Have the database count its values up from now on.
	 * @param content how
	 * @return this
	 */
	public AlterColumnSpec addIdentity(Consumer<IdentitySpec> content) {
		IdentitySpec spec = new IdentitySpec();
		content.accept(spec);
		this.identity = new IdentityChange.Add(spec.toIdentity());
		return this;
	}

	/**
	 * Have the database count its values up otherwise.
	 * @param content what changes
	 * @return this
	 */
	public AlterColumnSpec alterIdentity(Consumer<AlterIdentitySpec> content) {
		AlterIdentitySpec spec = new AlterIdentitySpec();
		content.accept(spec);
		this.identity = spec.toChange();
		return this;
	}

	/**
	 * Have its values no longer counted up.
	 * @return this
	 */
	public AlterColumnSpec dropIdentity() {
		this.identity = new IdentityChange.Drop();
		return this;
	}

	/**
	 * Compute its values otherwise when a row is written.
	 * @param expression the expression in the database's own words
	 * @return this
	 */
	public AlterColumnSpec computed(String expression) {
		this.computed = new ComputedChange.Set(new Computed(expression, false));
		return this;
	}

	/**
	 * Compute its values otherwise when a row is read.
	 * @param expression the expression in the database's own words
	 * @return this
	 */
	public AlterColumnSpec computedVirtual(String expression) {
		this.computed = new ComputedChange.Set(new Computed(expression, true));
		return this;
	}

	/**
	 * Keep its values, and compute them no more.
	 * @return this
	 */
	public AlterColumnSpec dropComputed() {
		this.computed = new ComputedChange.Drop();
		return this;
	}

	/**
	 * Say how it is before: of a type, may be null, and has nothing else. MySQL and
	 * MariaDB state a column whole to change it, and take from here what stays; what is
	 * not said here gets lost there.
	 * @param existingType its type before
	 * @return this
	 */
	public AlterColumnSpec existing(ColumnType existingType) {
		return existing(existingType, (spec) -> {
		});
	}

	/**
	 * Say how it is before. MySQL and MariaDB state a column whole to change it, and take
	 * from here what stays; what is not said here gets lost there.
	 * @param existingType its type before
	 * @param content what else there is to say of it
	 * @return this
	 */
	public AlterColumnSpec existing(ColumnType existingType, Consumer<ColumnSpec> content) {
		ColumnSpec spec = new ColumnSpec("", existingType);
		content.accept(spec);
		this.existing = spec;
		return this;
	}

	AlterColumn toOperation(TableName table, String column) {
		if (changesNothing()) {
			throw new IllegalArgumentException("alterColumn of %s.%s changes nothing".formatted(table, column));
		}
		if (this.using != null && this.type == null) {
			throw new IllegalArgumentException("alterColumn of %s.%s: using(…) needs type(…)".formatted(table, column));
		}
		return new AlterColumn(table, column, this.newName, this.type, this.using, this.nullable, this.defaultChange,
				this.comment, this.identity, this.computed,
				(this.existing != null) ? this.existing.toColumn().withName(column) : null);
	}

	private boolean changesNothing() {
		return this.newName == null && this.type == null && this.nullable == null && this.defaultChange == null
				&& this.comment == null && this.identity == null && this.computed == null;
	}

}
