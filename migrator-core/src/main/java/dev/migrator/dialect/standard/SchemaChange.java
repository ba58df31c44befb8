package dev.migrator.dialect.standard;

import dev.migrator.dialect.standard.Catalog.Kind;

/**
 * What a statement does to the schema, as far as the catalog shows it afterwards.
 */
sealed interface SchemaChange {

	/**
	 * Something comes.
	 *
	 * @param kind what it is
	 * @param name its name
	 * @param filled whether rows come with it
	 */
	record Create(Kind kind, SqlName name, boolean filled) implements SchemaChange {

	}

	/** Something goes. */
	record Drop(Kind kind, SqlName name) implements SchemaChange {

	}

	/** Something has another name. */
	record Rename(Kind kind, SqlName name, SqlName newName) implements SchemaChange {

	}

	/** A table has one index more. */
	record CreateIndex(SqlName table, SqlName index) implements SchemaChange {

	}

	/** A table has one index less. */
	record DropIndex(SqlName table, SqlName index) implements SchemaChange {

	}

	/** An index of a table has another name. */
	record RenameIndex(SqlName table, SqlName index, SqlName newName) implements SchemaChange {

	}

	/**
	 * A routine, trigger or event comes.
	 *
	 * @param type what it is, in lower case
	 * @param name its name
	 */
	record CreateRoutine(String type, SqlName name) implements SchemaChange {

	}

	/** A routine, trigger or event goes. */
	record DropRoutine(String type, SqlName name) implements SchemaChange {

	}

	/** A table has one column more. */
	record CreateColumn(SqlName table, String column) implements SchemaChange {

	}

	/** A table has one column less. */
	record DropColumn(SqlName table, String column) implements SchemaChange {

	}

	/** A column has another name. */
	record RenameColumn(SqlName table, String column, String newName) implements SchemaChange {

	}

	/** A table has one constraint more. */
	record CreateConstraint(SqlName table, String constraint) implements SchemaChange {

	}

	/** A table has one constraint less. */
	record DropConstraint(SqlName table, String constraint) implements SchemaChange {

	}

	/** A constraint has another name. */
	record RenameConstraint(SqlName table, String constraint, String newName) implements SchemaChange {

	}

	/** Running the statement again changes nothing more. */
	record Repeatable() implements SchemaChange {

	}

	/** Anything else. */
	record Other() implements SchemaChange {

	}

}
