package dev.migrator.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Identity;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A column as a migration describes it.
 */
public final class ColumnSpec {

	private final String name;

	private final ColumnType type;

	private final List<BiFunction<NamingConvention, TableName, Constraint>> constraints = new ArrayList<>();

	private boolean nullable = true;

	private boolean inline;

	private @Nullable Identity identity;

	private @Nullable Computed computed;

	private @Nullable String onUpdate;

	private @Nullable String collation;

	private @Nullable ColumnDefault defaultValue;

	private @Nullable String comment;

	ColumnSpec(String name, ColumnType type) {
		this.name = name;
		this.type = type;
	}

	/**
	 * Each row has a value.
	 * @return this
	 */
	public ColumnSpec notNull() {
		this.nullable = false;
		return this;
	}

	/**
	 * A row may lack a value, which is what a column is by itself.
	 * @return this
	 */
	public ColumnSpec nullable() {
		this.nullable = true;
		return this;
	}

	/**
	 * The value where an insert names none.
	 * @param value a string, number, boolean, date, time, UUID, bytes, list or JSON
	 * @return this
	 */
	public ColumnSpec defaultValue(Object value) {
		this.defaultValue = new ColumnDefault.Value(value);
		return this;
	}

	/**
	 * The expression that gives the value where an insert names none.
	 * @param sql the expression in the database's own words
	 * @return this
	 */
	public ColumnSpec defaultExpression(String sql) {
		this.defaultValue = new ColumnDefault.Expression(sql);
		return this;
	}

	/**
	 * The database counts the values up where an insert names none.
	 * @return this
	 */
	public ColumnSpec identity() {
		return identity((identity) -> {
		});
	}

	/**
	 * The database counts the values up.
	 * @param content how
	 * @return this
	 */
	public ColumnSpec identity(Consumer<IdentitySpec> content) {
		IdentitySpec spec = new IdentitySpec();
		content.accept(spec);
		this.identity = spec.toIdentity();
		return notNull();
	}

	/**
	 * The values are computed from others of the row when that is written.
	 * @param expression the expression in the database's own words
	 * @return this
	 */
	public ColumnSpec computed(String expression) {
		this.computed = new Computed(expression, false);
		return this;
	}

	/**
	 * The values are computed from others of the row when that is read.
	 * @param expression the expression in the database's own words
	 * @return this
	 */
	public ColumnSpec computedVirtual(String expression) {
		this.computed = new Computed(expression, true);
		return this;
	}

	/**
	 * The expression that gives the value where an update names none (H2, MySQL,
	 * MariaDB).
	 * @param sql the expression in the database's own words
	 * @return this
	 */
	public ColumnSpec onUpdate(String sql) {
		this.onUpdate = sql;
		return this;
	}

	/**
	 * How its text is compared.
	 * @param name the collation's name
	 * @return this
	 */
	public ColumnSpec collate(String name) {
		this.collation = name;
		return this;
	}

	/**
	 * The column alone is the primary key.
	 * @return this
	 */
	public ColumnSpec primaryKey() {
		this.constraints.add((names, table) -> new Constraint.PrimaryKey(null, List.of(this.name)));
		return notNull();
	}

	/**
	 * No two rows have the same value.
	 * @return this
	 */
	public ColumnSpec unique() {
		this.constraints.add((names, table) -> new Constraint.Unique(null, List.of(this.name)));
		return this;
	}

	/**
	 * The values stand in another table.
	 * @param table the other table
	 * @param column its column
	 * @return this
	 */
	public ColumnSpec references(String table, String column) {
		return references(table, column, null);
	}

	/**
	 * The values stand in another table.
	 * @param table the other table
	 * @param column its column
	 * @param onDelete what happens when the row it names is deleted, or {@code null} for
	 * the database's default
	 * @return this
	 */
	public ColumnSpec references(String table, String column, @Nullable ReferentialAction onDelete) {
		TableName referenced = TableName.of(table);
		this.constraints.add((names, ownTable) -> new Constraint.ForeignKey(null, List.of(this.name), referenced,
				List.of(column), onDelete, null));
		return this;
	}

	/**
	 * The values stand in another table.
	 * @param content what they reference, and what happens then
	 * @return this
	 */
	public ColumnSpec foreignKey(Consumer<ForeignKeySpec> content) {
		ForeignKeySpec spec = new ForeignKeySpec(null).columns(this.name);
		content.accept(spec);
		this.constraints.add((names, table) -> spec.toForeignKey());
		return this;
	}

	/**
	 * A condition on the values.
	 * @param condition the condition in SQL
	 * @return this
	 */
	public ColumnSpec check(String condition) {
		this.constraints.add((names, table) -> new Constraint.Check(null, condition));
		return this;
	}

	/**
	 * A constraint of the column with a name, or of another kind.
	 * @param constraintName its name, or {@code null} for none of its own
	 * @param content what it is
	 * @return this
	 */
	public ColumnSpec constraint(@Nullable CharSequence constraintName, Consumer<ConstraintSpec> content) {
		ConstraintSpec spec = new ConstraintSpec(constraintName);
		content.accept(spec);
		this.constraints.add((names, table) -> names.complete(spec.toConstraint(), constraintName, table));
		return this;
	}

	/**
	 * What a reader of the schema should know.
	 * @param text the comment
	 * @return this
	 */
	public ColumnSpec comment(String text) {
		this.comment = text;
		return this;
	}

	/**
	 * Where a column is added to a table, add its constraints in the same statement
	 * rather than one by one.
	 * @return this
	 */
	public ColumnSpec inline() {
		this.inline = true;
		return this;
	}

	Column toColumn() {
		return new Column(this.name, this.type, this.nullable, this.defaultValue, this.identity, this.comment,
				this.computed, this.onUpdate, this.collation);
	}

	List<Constraint> constraints(NamingConvention names, TableName table) {
		return this.constraints.stream().map((constraint) -> constraint.apply(names, table)).toList();
	}

	boolean isInline() {
		return this.inline;
	}

}
