package dev.migrator.dialect;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.migrator.operation.UpdateInBatches;
import dev.migrator.schema.TableName;

/**
 * What a script says in this database's words where a run would ask the database first.
 */
public interface OfflineSql {

	/**
	 * Return how a script is run so that it stops at the first error.
	 * @return a command that the script's name follows
	 */
	String command();

	/**
	 * Have the script read as it was written, whatever the client is set to.
	 * @return the first statements of each script
	 */
	List<String> preamble();

	/**
	 * Create a schema where it is missing, needing no right where it is not.
	 * @param schema the schema's name
	 * @return the statements
	 */
	List<String> createSchema(String schema);

	/**
	 * Make a schema the first one in which names are looked for, and in which things are
	 * created.
	 * @param schema the schema's name
	 * @return the statements
	 */
	List<String> useSchema(String schema);

	/**
	 * Name the user that runs the script.
	 * @return an expression, an empty text where there are no users
	 */
	default String currentUser() {
		return "current_user";
	}

	/**
	 * Update a table in batches by one statement that commits each of them, and so stands
	 * outside of transactions.
	 * @param operation the operation
	 * @return the statement, or nothing where a script cannot loop
	 */
	default Optional<String> batches(UpdateInBatches operation) {
		return Optional.empty();
	}

	/**
	 * Stop the script with a clear error unless the version table has certain rows and no
	 * others, and there is a history table. Where that is possible, stop it as well if
	 * somebody else migrates, and keep others from it until the transaction ends.
	 * @param versionTable the version table
	 * @param historyTable the history table
	 * @param rows the rows that are expected
	 * @return the statements
	 */
	List<String> guard(TableName versionTable, TableName historyTable, Collection<String> rows);

}
