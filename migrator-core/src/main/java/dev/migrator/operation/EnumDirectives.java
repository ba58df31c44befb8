package dev.migrator.operation;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.schema.TableName;

/**
 * What a migration does to types of named values. Where a database has no such types by
 * themselves, the values are part of each column's type, and there is nothing to create,
 * rename or drop.
 */
public sealed interface EnumDirectives extends Directives permits Operations {

	/**
	 * Create a type of named values.
	 * @param type its name
	 * @param values its values in order
	 */
	default void createEnum(String type, String... values) {
		apply(new CreateEnum(TableName.of(type), List.of(values)));
	}

	/**
	 * Add a value behind the last one of a type (PostgreSQL). The transaction that adds
	 * it cannot use it.
	 * @param type the type
	 * @param value the value
	 */
	default void addEnumValue(String type, String value) {
		apply(new AddEnumValue(TableName.of(type), value, null, null, false));
	}

	/**
	 * Add a value behind the last one of a type unless it has it (PostgreSQL).
	 * @param type the type
	 * @param value the value
	 */
	default void addEnumValueIfNotExists(String type, String value) {
		apply(new AddEnumValue(TableName.of(type), value, null, null, true));
	}

	/**
	 * Add a value to a type before another one (PostgreSQL).
	 * @param type the type
	 * @param value the value
	 * @param next the other one
	 */
	default void addEnumValueBefore(String type, String value, String next) {
		apply(new AddEnumValue(TableName.of(type), value, next, null, false));
	}

	/**
	 * Add a value to a type behind another one (PostgreSQL).
	 * @param type the type
	 * @param value the value
	 * @param previous the other one
	 */
	default void addEnumValueAfter(String type, String value, String previous) {
		apply(new AddEnumValue(TableName.of(type), value, null, previous, false));
	}

	/**
	 * Give a value of a type another name (PostgreSQL).
	 * @param type the type
	 * @param value the value
	 * @param newValue its new name
	 */
	default void renameEnumValue(String type, String value, String newValue) {
		apply(new RenameEnumValue(TableName.of(type), value, newValue));
	}

	/**
	 * Give a type another name in the same schema.
	 * @param type the type
	 * @param newName its new name, without a schema
	 */
	default void renameEnum(String type, String newName) {
		apply(new RenameEnum(TableName.of(type), newName));
	}

	/**
	 * Drop a type of named values.
	 * @param type the type
	 */
	default void dropEnum(String type) {
		dropEnum(type, (drop) -> {
		});
	}

	/**
	 * Drop a type of named values.
	 * @param type the type
	 * @param content how it is dropped
	 */
	default void dropEnum(String type, Consumer<DropSpec> content) {
		DropSpec spec = new DropSpec();
		content.accept(spec);
		apply(new DropEnum(TableName.of(type), spec.isIfExists(), spec.isCascade(), List.of()));
	}

}
