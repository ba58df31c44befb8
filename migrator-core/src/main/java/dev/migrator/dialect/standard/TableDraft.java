package dev.migrator.dialect.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Index;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.TableOption;
import org.jspecify.annotations.Nullable;

/**
 * A table while it is read.
 */
public final class TableDraft {

	private final TableName name;

	private final @Nullable String comment;

	private final List<TableOption> options;

	private final Map<Integer, String> columnNames = new HashMap<>();

	private final List<Column> columns = new ArrayList<>();

	private final List<Constraint> constraints = new ArrayList<>();

	private final List<Index> indexes = new ArrayList<>();

	/**
	 * Begin a table.
	 * @param name its name
	 * @param comment its comment, or {@code null}
	 * @param options what else the database knows of it
	 */
	public TableDraft(TableName name, @Nullable String comment, List<TableOption> options) {
		this.name = name;
		this.comment = comment;
		this.options = List.copyOf(options);
	}

	/**
	 * Return the table's name.
	 * @return its name
	 */
	public TableName name() {
		return this.name;
	}

	/**
	 * Note which column has a number.
	 * @param number the number
	 * @param column the column's name
	 */
	public void number(int number, String column) {
		this.columnNames.put(number, column);
	}

	/**
	 * Return the columns that have numbers.
	 * @param numbers the numbers, with blanks between, or {@code null} for none
	 * @return the columns' names in the same order
	 */
	public List<String> columns(@Nullable String numbers) {
		if (numbers == null || numbers.isBlank()) {
			return List.of();
		}
		List<String> names = new ArrayList<>();
		for (String number : numbers.split(" ", -1)) {
			names.add(column(Integer.parseInt(number)));
		}
		return names;
	}

	/**
	 * Return the column that has a number.
	 * @param number the number
	 * @return its name
	 */
	public String column(int number) {
		String column = this.columnNames.get(number);
		if (column == null) {
			throw new IllegalStateException("The table %s has no column %d".formatted(this.name, number));
		}
		return column;
	}

	public void add(Column column) {
		this.columns.add(column);
	}

	public void add(Constraint constraint) {
		this.constraints.add(constraint);
	}

	public void add(Index index) {
		this.indexes.add(index);
	}

	/**
	 * Return the table.
	 * @return what was added, in a fixed order
	 */
	public Table toTable() {
		return new Table(this.name, this.columns, this.constraints, this.indexes, this.comment, this.options).sorted();
	}

}
