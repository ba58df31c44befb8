package dev.migrator.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.TableOption;
import org.jspecify.annotations.Nullable;

/**
 * A new table as a migration describes it.
 */
public final class TableSpec {

	private final TableName name;

	private final NamingConvention names;

	private final List<ColumnSpec> columns = new ArrayList<>();

	private final List<ConstraintSpec> constraints = new ArrayList<>();

	private final List<IndexSpec> indexes = new ArrayList<>();

	private final List<TableOption> options = new ArrayList<>();

	private @Nullable String comment;

	TableSpec(TableName name, NamingConvention names) {
		this.name = name;
		this.names = names;
	}

	/**
	 * A column behind the last one.
	 * @param columnName its name
	 * @param type its type
	 * @return the column, to say more of it
	 */
	public ColumnSpec column(String columnName, ColumnType type) {
		ColumnSpec column = new ColumnSpec(columnName, type);
		this.columns.add(column);
		return column;
	}

	/**
	 * The primary key, without a name of its own.
	 * @param columnNames its columns
	 * @return the primary key, to say more of it
	 */
	public PrimaryKeySpec primaryKey(String... columnNames) {
		return constraint().primaryKey(columnNames);
	}

	/**
	 * Columns whose values together are unique, in a constraint without a name of its
	 * own.
	 * @param columnNames the columns
	 * @return the constraint, to say more of it
	 */
	public UniqueSpec unique(String... columnNames) {
		return constraint().unique(columnNames);
	}

	/**
	 * A condition that each row fulfils, in a constraint without a name of its own.
	 * @param condition the condition in SQL
	 * @return the constraint, to say more of it
	 */
	public CheckSpec check(String condition) {
		return constraint().check(condition);
	}

	/**
	 * A foreign key without a name of its own.
	 * @param columnNames the columns that hold the key
	 * @return the foreign key, which needs {@code references}
	 */
	public ForeignKeySpec foreignKey(String... columnNames) {
		return constraint().foreignKey(columnNames);
	}

	/**
	 * No two rows for which all comparisons hold (PostgreSQL), in a constraint without a
	 * name of its own.
	 * @return the constraint, which needs {@code column} or {@code expression}
	 */
	public ExcludeSpec exclude() {
		return constraint().exclude();
	}

	private ConstraintSpec constraint() {
		return add(new ConstraintSpec(null));
	}

	/**
	 * A constraint with a name.
	 * @param constraintName the name
	 * @return the constraint, to say what it is
	 */
	public ConstraintSpec constraint(CharSequence constraintName) {
		return add(new ConstraintSpec(constraintName));
	}

	private ConstraintSpec add(ConstraintSpec constraint) {
		this.constraints.add(constraint);
		return constraint;
	}

	/**
	 * An index.
	 * @param indexName its name, or {@code null} for none of its own
	 * @param columnNames its columns
	 */
	public void index(@Nullable CharSequence indexName, String... columnNames) {
		index(indexName, (index) -> index.columns(columnNames));
	}

	/**
	 * An index.
	 * @param indexName its name, or {@code null} for none of its own
	 * @param content its columns and options
	 */
	public void index(@Nullable CharSequence indexName, Consumer<IndexSpec> content) {
		IndexSpec index = new IndexSpec(indexName);
		content.accept(index);
		this.indexes.add(index);
	}

	/**
	 * What a single database knows of the table, such as
	 * {@code option("postgresql", "tablespace", "fast")} or
	 * {@code option("mysql", "engine", "InnoDB")}. Other databases do not look at it.
	 * @param dialect the database's name
	 * @param option the option
	 * @param value its value in the database's own words
	 */
	public void option(String dialect, String option, String value) {
		this.options.add(new TableOption(dialect, option, value));
	}

	/**
	 * What a reader of the schema should know.
	 * @param text the comment
	 */
	public void comment(String text) {
		this.comment = text;
	}

	Table toTable() {
		List<Column> tableColumns = this.columns.stream().map(ColumnSpec::toColumn).toList();
		List<Constraint> tableConstraints = Stream
			.concat(this.columns.stream().flatMap((column) -> column.constraints(this.names, this.name).stream()),
					this.constraints.stream()
						.map((spec) -> this.names.complete(spec.toConstraint(), spec.name(), this.name)))
			.toList();
		List<Index> tableIndexes = this.indexes.stream()
			.map((spec) -> this.names.complete(spec.toIndex(), spec.name(), this.name))
			.toList();
		return new Table(this.name, withKeyNotNull(tableColumns, tableConstraints), tableConstraints, tableIndexes,
				this.comment, this.options);
	}

	// A primary key's columns are not null in SQL, whether the migration says so or not.
	private static List<Column> withKeyNotNull(List<Column> columns, List<Constraint> constraints) {
		List<String> key = constraints.stream()
			.filter(Constraint.PrimaryKey.class::isInstance)
			.flatMap((constraint) -> ((Constraint.PrimaryKey) constraint).columns().stream())
			.toList();
		return columns.stream()
			.map((column) -> (key.contains(column.name())) ? column.withNullable(false) : column)
			.toList();
	}

}
