package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.Remark;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.RenameIndex;
import org.jspecify.annotations.Nullable;

/**
 * Collects changes, each with its way back, and puts them in an order that runs. The
 * downgrade is the whole in reverse.
 */
final class ChangeSet {

	private final Map<Phase, List<Change>> changes = new EnumMap<>(Phase.class);

	private final List<Remark> remarks = new ArrayList<>();

	private final List<RenameCandidate> candidates = new ArrayList<>();

	/**
	 * Add an operation that knows its way back.
	 * @param phase when it is done
	 * @param operation the operation
	 */
	void add(Phase phase, Operation operation) {
		add(phase, List.of(operation), operation.reverse().map(List::of).orElseGet(List::of));
	}

	/**
	 * Add operations.
	 * @param phase when they are done
	 * @param upgrade the operations
	 * @param downgrade what brings back what was before
	 */
	void add(Phase phase, List<Operation> upgrade, List<Operation> downgrade) {
		this.changes.computeIfAbsent(phase, (any) -> new ArrayList<>()).add(new Change(upgrade, downgrade));
	}

	void remark(Remark.Kind kind, String subject, String text, @Nullable Operation operation) {
		this.remarks.add(new Remark(kind, subject, text, operation));
	}

	void candidate(RenameCandidate candidate) {
		this.candidates.add(candidate);
	}

	/**
	 * Return the names of constraints and indexes that are created.
	 * @return the names
	 */
	Set<String> createdNames() {
		Set<String> names = new HashSet<>();
		this.changes.values().forEach((phase) -> phase.forEach((change) -> change.upgrade().forEach((operation) -> {
			if (operation instanceof CreateTable create) {
				create.table().constraints().forEach((constraint) -> names.add(String.valueOf(constraint.name())));
				create.table().indexes().forEach((index) -> names.add(String.valueOf(index.name())));
			}
			else if (operation instanceof AddConstraint add) {
				names.add(String.valueOf(add.constraint().name()));
			}
			else if (operation instanceof CreateIndex create) {
				names.add(String.valueOf(create.index().name()));
			}
			else if (operation instanceof RenameConstraint rename) {
				names.add(rename.newName());
			}
			else if (operation instanceof RenameIndex rename) {
				names.add(rename.newName());
			}
		})));
		return names;
	}

	Changes toChanges() {
		List<Operation> upgrade = new ArrayList<>();
		List<List<Operation>> downgrades = new ArrayList<>();
		this.changes.values().forEach((phase) -> phase.forEach((change) -> {
			upgrade.addAll(change.upgrade());
			downgrades.add(change.downgrade());
		}));
		List<Operation> downgrade = new ArrayList<>();
		for (int i = downgrades.size() - 1; i >= 0; i--) {
			downgrade.addAll(downgrades.get(i));
		}
		return new Changes(upgrade, downgrade, this.candidates, this.remarks);
	}

	/**
	 * When a change is done.
	 */
	enum Phase {

		SCHEMAS, RENAME_TABLES, RENAME_COLUMNS, RENAME_ATTRIBUTES, DROP_FOREIGN_KEYS, DROP_KEYS, DROP_TABLES_EARLY,
		RENAME_KEYS, ENUMS, COMPOSITES, SEQUENCES, CREATE_TABLES, DROP_COMPUTED, ADD_COLUMNS, ALTER_COLUMNS,
		DROP_COLUMNS, ADD_COMPUTED, ADD_KEYS, OWNED_SEQUENCES, ADD_FOREIGN_KEYS, COMMENTS, STORED_OBJECTS, DROP_TABLES,
		DROP_OWNED_SEQUENCES, DROP_SEQUENCES, DROP_COMPOSITES, DROP_ENUMS

	}

	private record Change(List<Operation> upgrade, List<Operation> downgrade) {

	}

}
