package dev.migrator.dialect.standard;

import dev.migrator.dialect.standard.Catalog.Facet;
import dev.migrator.dialect.standard.Catalog.Kind;
import org.jspecify.annotations.Nullable;

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

	/** A column begins to be something. */
	record CreateFacet(SqlName table, String column, Facet facet) implements SchemaChange {

	}

	/** A column is something no more. */
	record DropFacet(SqlName table, String column, Facet facet) implements SchemaChange {

	}

	/** A trigger comes. */
	record CreateTrigger(SqlName trigger, SqlName table) implements SchemaChange {

	}

	/**
	 * A trigger goes.
	 *
	 * @param trigger the trigger
	 * @param table its table, or {@code null} if the statement names none
	 */
	record DropTrigger(SqlName trigger, @Nullable SqlName table) implements SchemaChange {

	}

	/** A type has one value more. */
	record CreateEnumValue(SqlName type, String value) implements SchemaChange {

	}

	/** A value of a type has another name. */
	record RenameEnumValue(SqlName type, String value, String newValue) implements SchemaChange {

	}

	/** Running the statement again changes nothing more. */
	record Repeatable() implements SchemaChange {

	}

	/** Anything else. */
	record Other() implements SchemaChange {

	}

}
