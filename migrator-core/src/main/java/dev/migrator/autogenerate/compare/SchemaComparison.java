package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;

/**
 * Says the operations between two schemas.
 */
public final class SchemaComparison {

	private final ComparisonSettings settings;

	private final RenameDecision renames;

	/**
	 * Prepare a comparison.
	 * @param settings what is compared, and how
	 * @param renames says what is a rename
	 */
	public SchemaComparison(ComparisonSettings settings, RenameDecision renames) {
		this.settings = settings;
		this.renames = renames;
	}

	/**
	 * Compare.
	 * @param database the schema that there is
	 * @param target the schema that is wanted
	 * @return what differs
	 */
	public Changes compare(Schema database, Schema target) {
		List<Operation> upgrade = new ArrayList<>();
		List<Operation> downgrade = new ArrayList<>();
		for (Table table : target.tables()) {
			if (database.table(table.name()).isEmpty()) {
				upgrade.add(new CreateTable(table, false));
				downgrade.add(0, new DropTable(table.name(), false, false, table));
			}
		}
		for (Table table : database.tables()) {
			if (target.table(table.name()).isEmpty() && !this.settings.ownTables().contains(table.name())) {
				upgrade.add(new DropTable(table.name(), false, false, table));
				downgrade.add(0, new CreateTable(table, false));
			}
		}
		return new Changes(upgrade, downgrade, List.of(), List.of());
	}

	RenameDecision renames() {
		return this.renames;
	}

}
