package dev.migrator.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A new table as a migration describes it.
 */
public final class TableSpec {

	private final TableName name;

	private final List<ColumnSpec> columns = new ArrayList<>();

	private final List<Supplier<Constraint>> constraints = new ArrayList<>();

	private final List<Index> indexes = new ArrayList<>();

	private @Nullable String comment;

	TableSpec(TableName name) {
		this.name = name;
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
	 * The primary key, named by the database.
	 * @param columnNames its columns
	 */
	public void primaryKey(String... columnNames) {
		add(new Constraint.PrimaryKey(null, List.of(columnNames)));
	}

	/**
	 * Columns whose values together are unique, in a constraint named by the database.
	 * @param columnNames the columns
	 */
	public void unique(String... columnNames) {
		add(new Constraint.Unique(null, List.of(columnNames)));
	}

	/**
	 * A condition that each row fulfils, in a constraint named by the database.
	 * @param condition the condition in SQL
	 */
	public void check(String condition) {
		add(new Constraint.Check(null, condition));
	}

	/**
	 * A foreign key, named by the database.
	 * @param columnNames the columns that hold the key
	 * @return the foreign key, which needs {@code references}
	 */
	public ForeignKeySpec foreignKey(String... columnNames) {
		ForeignKeySpec spec = new ForeignKeySpec(null).columns(columnNames);
		this.constraints.add(spec::toForeignKey);
		return spec;
	}

	/**
	 * A constraint with a name.
	 * @param constraintName the name
	 * @return the constraint, to say what it is
	 */
	public ConstraintSpec constraint(CharSequence constraintName) {
		return new ConstraintSpec(constraintName.toString(), this.constraints::add);
	}

	/**
	 * An index.
	 * @param indexName its name
	 * @param columnNames its columns
	 */
	public void index(CharSequence indexName, String... columnNames) {
		this.indexes.add(new IndexSpec(indexName.toString()).columns(columnNames).toIndex());
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
			.concat(this.columns.stream().flatMap((column) -> column.constraints().stream()),
					this.constraints.stream().map(Supplier::get))
			.toList();
		return new Table(this.name, withKeyNotNull(tableColumns, tableConstraints), tableConstraints, this.indexes,
				this.comment);
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

	private void add(Constraint constraint) {
		this.constraints.add(() -> constraint);
	}

}
