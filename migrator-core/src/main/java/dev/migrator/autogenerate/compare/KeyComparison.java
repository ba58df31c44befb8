package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Facet;
import dev.migrator.autogenerate.Remark;
import dev.migrator.autogenerate.compare.ChangeSet.Phase;
import dev.migrator.autogenerate.compare.KeyMatching.Pair;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameIndex;
import dev.migrator.schema.TableName;

/**
 * Compares the constraints and indexes of tables that both sides have.
 */
final class KeyComparison {

	private final ComparisonSettings settings;

	private final DatabaseRules rules;

	private final KeyNames names;

	private final ChangeSet changes;

	KeyComparison(ComparisonSettings settings, DatabaseRules rules, KeyNames names, ChangeSet changes) {
		this.settings = settings;
		this.rules = rules;
		this.names = names;
		this.changes = changes;
	}

	/**
	 * Compare.
	 * @param database the tables of the database
	 * @param target the tables that are wanted
	 * @param effects what becomes of the columns of tables that both sides have
	 * @return what becomes of their keys
	 */
	Map<TableName, KeyMatching> compare(Map<TableName, TableSide> database, Map<TableName, TableSide> target,
			Map<TableName, ColumnEffects> effects) {
		Map<TableName, KeyMatching> matchings = new LinkedHashMap<>();
		effects.forEach((name, columns) -> matchings.put(name, KeyMatching.of(compared(side(database, name)),
				compared(side(target, name)), (key) -> isRebuilt(key, columns, effects))));
		List<KeyRename> renames = (this.settings.compares(Facet.NAMES))
				? new KeyRenames(database.values()).find(matchings) : List.of();
		// What cannot be renamed is made anew.
		renames.stream()
			.filter((rename) -> !this.rules.supports().test(operation(rename)))
			.forEach((rename) -> Objects.requireNonNull(matchings.get(rename.table())).rebuild(rename.pair()));
		if (this.rules.keepsKeysOfForeignKeys()) {
			matchings.values().forEach(KeyComparison::freeSharedKey);
		}
		freeReferencedKeys(matchings);
		for (KeyRename rename : renames) {
			if (Objects.requireNonNull(matchings.get(rename.table())).same().contains(rename.pair())) {
				this.changes.add(Phase.RENAME_KEYS, operation(rename));
			}
		}
		// What goes leaves its name to what comes, and most of all to what comes in its
		// place.
		matchings.values()
			.stream()
			.flatMap((matching) -> matching.gone().stream())
			.filter(TableKey::canBeDropped)
			.forEach(this.names::free);
		target.values().forEach((side) -> this.names.take(side.table()));
		CheckedRows rows = new CheckedRows(new SqlText(this.rules.syntax()), this.changes);
		matchings.forEach((name, matching) -> {
			Set<String> left = side(target, name).columns().keySet();
			ColumnEffects columns = Objects.requireNonNull(effects.get(name));
			matching.gone()
				.stream()
				.filter((key) -> !isWithColumn(key, columns.goneWithKey()))
				.forEach((key) -> drop(key, name, left));
			matching.added().stream().filter((key) -> !isWithColumn(key, columns.addedWithKey())).forEach((key) -> {
				Operation create = this.names.named(key, name).create(name);
				this.changes.add((key.isForeign()) ? Phase.ADD_FOREIGN_KEYS : Phase.ADD_KEYS, create);
				rows.remark(key, matching.gone(), columns, create, side(database, name));
			});
		});
		return matchings;
	}

	private static boolean isWithColumn(TableKey key, Set<String> columns) {
		return key.form() instanceof KeyForm.Primary && columns.containsAll(key.columns());
	}

	private Operation operation(KeyRename rename) {
		Operation plain = rename.pair().database().rename(rename.table(), rename.newName());
		Operation byIndex = new RenameIndex(rename.table(), rename.oldName(), rename.newName());
		boolean index = rename.pair().database().form() instanceof KeyForm.Unique && !this.rules.supports().test(plain)
				&& this.rules.supports().test(byIndex);
		return (index) ? byIndex : plain;
	}

	private static TableSide side(Map<TableName, TableSide> sides, TableName name) {
		return Objects.requireNonNull(sides.get(name));
	}

	private List<TableKey> compared(TableSide side) {
		return side.keys().stream().filter((key) -> this.settings.compares(key.facet())).toList();
	}

	private boolean isRebuilt(TableKey key, ColumnEffects columns, Map<TableName, ColumnEffects> effects) {
		if (key.columns().stream().anyMatch(columns.rebuilt()::contains)) {
			return true;
		}
		if (key.form() instanceof KeyForm.Foreign foreign) {
			ColumnEffects other = effects.get(foreign.referencedTable());
			return key.columns().stream().anyMatch(inTheWay(columns)::contains) || (other != null && foreign.columns()
				.values()
				.stream()
				.anyMatch((column) -> other.rebuilt().contains(column) || inTheWay(other).contains(column)));
		}
		return key.columns().stream().anyMatch(columns.changed()::contains) && !(key.form() instanceof KeyForm.Primary)
				&& key.unique() == null;
	}

	private Set<String> inTheWay(ColumnEffects columns) {
		return (this.rules.fixesKeyColumns()) ? columns.touched() : columns.changed();
	}

	// Of a foreign key that uses the index of a primary key, without a name to drop it
	// by.
	private static void freeSharedKey(KeyMatching matching) {
		Set<Set<String>> gone = new HashSet<>();
		for (TableKey key : matching.gone()) {
			if (key.form() instanceof KeyForm.Primary primary && key.name() == null) {
				gone.add(new HashSet<>(primary.columns()));
			}
		}
		for (Pair pair : List.copyOf(matching.same())) {
			if (pair.database().form() instanceof KeyForm.Foreign foreign
					&& gone.contains(foreign.columns().keySet())) {
				matching.rebuild(pair);
			}
		}
	}

	// A key that is dropped must not be named by a foreign key meanwhile.
	private static void freeReferencedKeys(Map<TableName, KeyMatching> matchings) {
		Map<TableName, Set<Set<String>>> gone = new HashMap<>();
		matchings.forEach((name, matching) -> {
			for (TableKey key : matching.gone()) {
				Set<String> columns = StableKeys.columns(key.form());
				if (!columns.isEmpty()) {
					gone.computeIfAbsent(name, (any) -> new HashSet<>()).add(columns);
				}
			}
		});
		if (gone.isEmpty()) {
			return;
		}
		matchings.values().forEach((matching) -> {
			for (Pair pair : new ArrayList<>(matching.same())) {
				if (pair.database().form() instanceof KeyForm.Foreign foreign
						&& gone.getOrDefault(foreign.referencedTable(), Set.of())
							.contains(new HashSet<>(foreign.columns().values()))) {
					matching.rebuild(pair);
				}
			}
		});
	}

	private void drop(TableKey key, TableName table, Set<String> columns) {
		if (key.canBeDropped()) {
			this.changes.add((key.isForeign()) ? Phase.DROP_FOREIGN_KEYS : Phase.DROP_KEYS, key.drop(table));
		}
		else if (key.columns().stream().noneMatch(columns::contains)) {
			// It goes with its columns, but does not come back with them.
			this.changes.add(Phase.DROP_KEYS, List.of(), List.of(this.names.named(key, table).create(table)));
		}
		else {
			this.changes.remark(Remark.Kind.BY_HAND, table.toString(),
					"A constraint of %s on %s is to go, and has no name to drop it by.".formatted(table,
							String.join(", ", key.columns())),
					null);
		}
	}

}
