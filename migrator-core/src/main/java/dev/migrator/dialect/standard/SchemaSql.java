package dev.migrator.dialect.standard;

import java.util.stream.Stream;

import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.DropSchema;
import dev.migrator.operation.SchemaOperation;

/**
 * Statements on schemas.
 */
public class SchemaSql {

	private final SqlWords words;

	/**
	 * Create the statements.
	 * @param words names, values and types
	 */
	public SchemaSql(SqlWords words) {
		this.words = words;
	}

	/**
	 * Render an operation.
	 * @param operation the operation
	 * @return the statements
	 */
	public final Stream<String> render(SchemaOperation operation) {
		return (operation instanceof CreateSchema create) ? create(create) : drop((DropSchema) operation);
	}

	protected Stream<String> create(CreateSchema operation) {
		return Stream.of("create schema " + this.words.ifNotExists(operation.ifNotExists())
				+ this.words.name(operation.schema()));
	}

	protected Stream<String> drop(DropSchema operation) {
		return Stream.of("drop schema " + this.words.ifExists(operation.ifExists())
				+ this.words.name(operation.schema()) + this.words.cascade(operation.cascade()));
	}

	protected final SqlWords words() {
		return this.words;
	}

}
