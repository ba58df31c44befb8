package dev.migrator.autogenerate.scratch;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrator.dialect.UnmanagedObject;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;

/**
 * The tables that a foreign key may lead to. That a name is wrong the database would say
 * only when the revision runs.
 */
final class ReferencedTables {

	private final Set<String> names = new HashSet<>();

	ReferencedTables(Schema target, Schema database, List<UnmanagedObject> unmanaged) {
		target.tables().forEach((table) -> add(table.name()));
		database.tables().forEach((table) -> add(table.name()));
		unmanaged.forEach((object) -> add(object.name()));
	}

	private void add(TableName name) {
		this.names.add(key(name));
	}

	// Some databases tell no capitals apart; to be wrong in them only is left to the
	// others.
	private static String key(TableName name) {
		return name.toString().toLowerCase(Locale.ROOT);
	}

	/**
	 * Look at the foreign keys of what is wanted. Of other schemas than the default one
	 * not all is known.
	 * @param target what is wanted
	 * @throws MigratorException {@code CONFIGURATION} if one leads to no table
	 */
	void check(Schema target) {
		for (Table table : target.tables()) {
			for (Constraint constraint : table.constraints()) {
				if (constraint instanceof Constraint.ForeignKey key && key.referencedTable().schema() == null
						&& !this.names.contains(key(key.referencedTable()))) {
					throw new MigratorException(ErrorCategory.CONFIGURATION,
							"A foreign key of %s (%s) leads to the table %s, which is neither wanted nor in the database."
								.formatted(table.name(), String.join(", ", key.columns()), key.referencedTable()),
							"Mend the name, or add the table to what the application wants.");
				}
			}
		}
	}

}
