package dev.migrator.operation;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.TableName;

/**
 * What a migration does to the columns of tables.
 */
public sealed interface ColumnDirectives extends Directives permits Operations {

	/**
	 * Add a column that may be null.
	 * @param table the table
	 * @param column the column's name
	 * @param type its type
	 */
	default void addColumn(String table, String column, ColumnType type) {
		addColumn(table, column, type, (spec) -> {
		});
	}

	/**
	 * Add a column.
	 * @param table the table
	 * @param column the column's name
	 * @param type its type
	 * @param content what else is to say of it
	 */
	default void addColumn(String table, String column, ColumnType type, Consumer<ColumnSpec> content) {
		ColumnSpec spec = new ColumnSpec(column, type);
		content.accept(spec);
		TableName name = TableName.of(table);
		List<Constraint> constraints = spec.constraints(namingConvention(), name);
		apply(new AddColumn(name, spec.toColumn(), false, (spec.isInline()) ? constraints : List.of()));
		if (!spec.isInline()) {
			constraints.forEach((constraint) -> apply(new AddConstraint(name, constraint)));
		}
	}

	/**
	 * Add a column unless there is one of that name.
	 * @param table the table
	 * @param column the column's name
	 * @param type its type
	 */
	default void addColumnIfNotExists(String table, String column, ColumnType type) {
		addColumnIfNotExists(table, column, type, (spec) -> {
		});
	}

	/**
	 * Add a column with its constraints unless there is one of that name.
	 * @param table the table
	 * @param column the column's name
	 * @param type its type
	 * @param content what else is to say of it
	 */
	default void addColumnIfNotExists(String table, String column, ColumnType type, Consumer<ColumnSpec> content) {
		ColumnSpec spec = new ColumnSpec(column, type);
		content.accept(spec);
		TableName name = TableName.of(table);
		apply(new AddColumn(name, spec.toColumn(), true, spec.constraints(namingConvention(), name)));
	}

	/**
	 * Drop a column and its values.
	 * @param table the table
	 * @param column the column
	 */
	default void dropColumn(String table, String column) {
		dropColumn(table, column, (drop) -> {
		});
	}

	/**
	 * Drop a column and its values.
	 * @param table the table
	 * @param column the column
	 * @param content how it is dropped
	 */
	default void dropColumn(String table, String column, Consumer<DropSpec> content) {
		DropSpec spec = new DropSpec();
		content.accept(spec);
		apply(new DropColumn(TableName.of(table), column, spec.isIfExists(), spec.isCascade(), null));
	}

	/**
	 * Change a column.
	 * @param table the table
	 * @param column the column
	 * @param content what changes
	 */
	default void alterColumn(String table, String column, Consumer<AlterColumnSpec> content) {
		AlterColumnSpec spec = new AlterColumnSpec();
		content.accept(spec);
		apply(spec.toOperation(TableName.of(table), column));
	}

	/**
	 * Give a column another name.
	 * @param table the table
	 * @param column the column
	 * @param newName its new name
	 */
	default void renameColumn(String table, String column, String newName) {
		alterColumn(table, column, (change) -> change.rename(newName));
	}

}
