package dev.migrator.operation;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.schema.Constraint;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * What a migration does to the constraints of tables.
 */
public sealed interface ConstraintDirectives extends Directives permits Operations {

	/**
	 * Add a primary key.
	 * @param name its name, or {@code null} for none of its own
	 * @param table the table
	 * @param columns its columns
	 */
	default void createPrimaryKey(@Nullable CharSequence name, String table, String... columns) {
		createPrimaryKey(name, table, (key) -> key.columns(columns));
	}

	/**
	 * Add a primary key.
	 * @param name its name, or {@code null} for none of its own
	 * @param table the table
	 * @param content its columns and options
	 */
	default void createPrimaryKey(@Nullable CharSequence name, String table, Consumer<PrimaryKeySpec> content) {
		PrimaryKeySpec spec = new PrimaryKeySpec((name != null) ? name.toString() : null);
		content.accept(spec);
		addConstraint(name, table, spec.toPrimaryKey());
	}

	/**
	 * Add a unique constraint.
	 * @param name its name, or {@code null} for none of its own
	 * @param table the table
	 * @param columns its columns
	 */
	default void createUniqueConstraint(@Nullable CharSequence name, String table, String... columns) {
		createUniqueConstraint(name, table, (unique) -> unique.columns(columns));
	}

	/**
	 * Add a unique constraint.
	 * @param name its name, or {@code null} for none of its own
	 * @param table the table
	 * @param content its columns and options
	 */
	default void createUniqueConstraint(@Nullable CharSequence name, String table, Consumer<UniqueSpec> content) {
		UniqueSpec spec = new UniqueSpec((name != null) ? name.toString() : null);
		content.accept(spec);
		addConstraint(name, table, spec.toUnique());
	}

	/**
	 * Add a check constraint.
	 * @param name its name, or {@code null} for none of its own
	 * @param table the table
	 * @param condition the condition in SQL
	 */
	default void createCheckConstraint(@Nullable CharSequence name, String table, String condition) {
		createCheckConstraint(name, table, condition, (check) -> {
		});
	}

	/**
	 * Add a check constraint.
	 * @param name its name, or {@code null} for none of its own
	 * @param table the table
	 * @param condition the condition in SQL
	 * @param content its options
	 */
	default void createCheckConstraint(@Nullable CharSequence name, String table, String condition,
			Consumer<CheckSpec> content) {
		CheckSpec spec = new CheckSpec((name != null) ? name.toString() : null, condition);
		content.accept(spec);
		addConstraint(name, table, spec.toCheck());
	}

	/**
	 * Add a foreign key.
	 * @param name its name, or {@code null} for none of its own
	 * @param table the table that holds the key
	 * @param referencedTable the table that the key names
	 * @param columns the columns that hold the key
	 * @param referencedColumns the columns that it names, in the same order
	 */
	default void createForeignKey(@Nullable CharSequence name, String table, String referencedTable,
			List<String> columns, List<String> referencedColumns) {
		createForeignKey(name, table, (key) -> key.columns(columns.toArray(String[]::new))
			.references(referencedTable, referencedColumns.toArray(String[]::new)));
	}

	/**
	 * Add a foreign key.
	 * @param name its name, or {@code null} for none of its own
	 * @param table the table that holds the key
	 * @param content its columns, what they reference, and what happens then
	 */
	default void createForeignKey(@Nullable CharSequence name, String table, Consumer<ForeignKeySpec> content) {
		ForeignKeySpec spec = new ForeignKeySpec((name != null) ? name.toString() : null);
		content.accept(spec);
		addConstraint(name, table, spec.toForeignKey());
	}

	/**
	 * Add an exclusion constraint (PostgreSQL).
	 * @param name its name, or {@code null} for none of its own
	 * @param table the table
	 * @param content what is compared, and how
	 */
	default void createExcludeConstraint(@Nullable CharSequence name, String table, Consumer<ExcludeSpec> content) {
		ExcludeSpec spec = new ExcludeSpec((name != null) ? name.toString() : null);
		content.accept(spec);
		addConstraint(name, table, spec.toExclusion());
	}

	private void addConstraint(@Nullable CharSequence name, String table, Constraint constraint) {
		TableName tableName = TableName.of(table);
		apply(new AddConstraint(tableName, namingConvention().complete(constraint, name, tableName)));
	}

	/**
	 * Drop a constraint.
	 * @param name its name
	 * @param table its table
	 * @param type its kind
	 */
	default void dropConstraint(CharSequence name, String table, ConstraintType type) {
		dropConstraint(name, table, type, (drop) -> {
		});
	}

	/**
	 * Drop a constraint.
	 * @param name its name
	 * @param table its table
	 * @param type its kind
	 * @param content how it is dropped
	 */
	default void dropConstraint(CharSequence name, String table, ConstraintType type, Consumer<DropSpec> content) {
		DropSpec spec = new DropSpec();
		content.accept(spec);
		TableName tableName = TableName.of(table);
		apply(new DropConstraint(tableName, namingConvention().complete(name, type, tableName), type, spec.isIfExists(),
				spec.isCascade(), null));
	}

	/**
	 * Give a constraint another name.
	 * @param name its name as it is in the database
	 * @param table its table
	 * @param newName its new name, which no naming convention completes
	 */
	default void renameConstraint(CharSequence name, String table, CharSequence newName) {
		apply(new RenameConstraint(TableName.of(table), name.toString(), newName.toString()));
	}

	/**
	 * Check the rows that were not checked when a foreign key or a check constraint was
	 * added with {@code notValid()}. Where a database has no such constraints, there is
	 * nothing to do.
	 * @param name its name as it is in the database
	 * @param table its table
	 */
	default void validateConstraint(CharSequence name, String table) {
		apply(new ValidateConstraint(TableName.of(table), name.toString()));
	}

}
