package dev.migrator.operation;

import java.util.function.Consumer;

/**
 * What a migration does to schemas.
 */
public sealed interface SchemaDirectives extends Directives permits Operations {

	/**
	 * Create a schema.
	 * @param schema its name
	 */
	default void createSchema(String schema) {
		apply(new CreateSchema(schema, false));
	}

	/**
	 * Create a schema unless there is one of that name.
	 * @param schema its name
	 */
	default void createSchemaIfNotExists(String schema) {
		apply(new CreateSchema(schema, true));
	}

	/**
	 * Drop a schema that has nothing in it.
	 * @param schema its name
	 */
	default void dropSchema(String schema) {
		dropSchema(schema, (drop) -> {
		});
	}

	/**
	 * Drop a schema.
	 * @param schema its name
	 * @param content how it is dropped; with {@code cascade()} all that is in it goes too
	 */
	default void dropSchema(String schema, Consumer<DropSpec> content) {
		DropSpec spec = new DropSpec();
		content.accept(spec);
		apply(new DropSchema(schema, spec.isIfExists(), spec.isCascade()));
	}

}
