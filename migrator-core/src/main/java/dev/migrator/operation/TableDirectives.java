package dev.migrator.operation;

import java.util.function.Consumer;

import dev.migrator.schema.TableName;

/**
 * What a migration does to tables.
 */
public sealed interface TableDirectives extends Directives permits Operations {

	/**
	 * Create a table.
	 * @param table its name
	 * @param content its columns and constraints
	 */
	default void createTable(String table, Consumer<TableSpec> content) {
		TableSpec spec = new TableSpec(TableName.of(table), namingConvention());
		content.accept(spec);
		apply(new CreateTable(spec.toTable(), false));
	}

	/**
	 * Create a table unless there is one of that name.
	 * @param table its name
	 * @param content its columns and constraints
	 */
	default void createTableIfNotExists(String table, Consumer<TableSpec> content) {
		TableSpec spec = new TableSpec(TableName.of(table), namingConvention());
		content.accept(spec);
		apply(new CreateTable(spec.toTable(), true));
	}

	/**
	 * Drop a table and its rows.
	 * @param table its name
	 */
	default void dropTable(String table) {
		dropTable(table, (drop) -> {
		});
	}

	/**
	 * Drop a table and its rows if there is one of that name.
	 * @param table its name
	 */
	default void dropTableIfExists(String table) {
		dropTable(table, (drop) -> drop.ifExists());
	}

	/**
	 * Drop a table and its rows.
	 * @param table its name
	 * @param content how it is dropped
	 */
	default void dropTable(String table, Consumer<DropSpec> content) {
		DropSpec spec = new DropSpec();
		content.accept(spec);
		apply(new DropTable(TableName.of(table), spec.isIfExists(), spec.isCascade(), null));
	}

	/**
	 * Give a table another name in the same schema.
	 * @param table its name
	 * @param newName its new name, without a schema
	 */
	default void renameTable(String table, String newName) {
		apply(new RenameTable(TableName.of(table), newName));
	}

	/**
	 * Give a table a comment in place of the one it has, if it has one.
	 * @param table its name
	 * @param comment the comment
	 */
	default void createTableComment(String table, String comment) {
		apply(new SetTableComment(TableName.of(table), comment, null));
	}

	/**
	 * Take a table's comment away.
	 * @param table its name
	 */
	default void dropTableComment(String table) {
		apply(new SetTableComment(TableName.of(table), null, null));
	}

}
