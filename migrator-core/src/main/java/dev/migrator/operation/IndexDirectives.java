package dev.migrator.operation;

import java.util.function.Consumer;

import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * What a migration does to indexes.
 */
public sealed interface IndexDirectives extends Directives permits Operations {

	/**
	 * Create an index.
	 * @param name its name, or {@code null} for none of its own
	 * @param table the table
	 * @param columns the columns
	 */
	default void createIndex(@Nullable CharSequence name, String table, String... columns) {
		createIndex(name, table, (index) -> index.columns(columns));
	}

	/**
	 * Create an index.
	 * @param name its name, or {@code null} for none of its own
	 * @param table the table
	 * @param content its columns and options
	 */
	default void createIndex(@Nullable CharSequence name, String table, Consumer<IndexSpec> content) {
		IndexSpec spec = new IndexSpec(name);
		content.accept(spec);
		TableName tableName = TableName.of(table);
		apply(new CreateIndex(tableName, namingConvention().complete(spec.toIndex(), name, tableName),
				spec.isIfNotExists(), spec.isConcurrently()));
	}

	/**
	 * Drop an index.
	 * @param name its name
	 * @param table its table
	 */
	default void dropIndex(CharSequence name, String table) {
		dropIndex(name, table, (drop) -> {
		});
	}

	/**
	 * Drop an index while writers go on (PostgreSQL; outside a transaction).
	 * @param name its name
	 * @param table its table
	 */
	default void dropIndexConcurrently(CharSequence name, String table) {
		dropIndex(name, table, (drop) -> drop.concurrently());
	}

	/**
	 * Drop an index.
	 * @param name its name
	 * @param table its table
	 * @param content how it is dropped
	 */
	default void dropIndex(CharSequence name, String table, Consumer<DropIndexSpec> content) {
		DropIndexSpec spec = new DropIndexSpec();
		content.accept(spec);
		TableName tableName = TableName.of(table);
		apply(new DropIndex(tableName, namingConvention().complete(name, null, tableName), spec.isIfExists(),
				spec.isConcurrently(), spec.isCascade(), null));
	}

	/**
	 * Give an index another name.
	 * @param name its name as it is in the database
	 * @param table its table
	 * @param newName its new name, which no naming convention completes
	 */
	default void renameIndex(CharSequence name, String table, CharSequence newName) {
		apply(new RenameIndex(TableName.of(table), name.toString(), newName.toString()));
	}

}
