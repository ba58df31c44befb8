package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Facet;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.RenameAttribute;
import dev.migrator.operation.RenameTable;
import dev.migrator.schema.Column;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;

/**
 * Finds tables, columns and attributes of types that were perhaps renamed, and asks. What
 * was said by name is not asked for.
 */
final class Renames {

	/** Where more tables than this have a column, it says nothing of any of them. */
	private static final int COMMON = 20;

	private final ComparisonSettings settings;

	private final RenameDecision decision;

	private final ColumnForms forms;

	private final boolean anyCase;

	private final ChangeSet changes;

	private final Map<String, String> open;

	private final Map<TableName, TableName> tables = new LinkedHashMap<>();

	private final Map<TableName, Map<String, String>> columns = new LinkedHashMap<>();

	private final Map<TableName, Map<String, String>> attributes = new LinkedHashMap<>();

	/**
	 * Prepare.
	 * @param settings what is compared
	 * @param decision says what is a rename
	 * @param forms the forms of columns
	 * @param anyCase whether the database does not tell names of columns apart by their
	 * case
	 * @param changes where renames go
	 */
	Renames(ComparisonSettings settings, RenameDecision decision, ColumnForms forms, boolean anyCase,
			ChangeSet changes) {
		this.settings = settings;
		this.decision = decision;
		this.forms = forms;
		this.anyCase = anyCase;
		this.changes = changes;
		this.open = new LinkedHashMap<>(decision.named());
	}

	/**
	 * Find the renames between two schemas.
	 * @param database what is in the database
	 * @param target what is wanted
	 * @param before makes a side of a table in the database
	 * @param after makes a side of a table that is wanted
	 * @return what they are
	 * @throws MigratorException {@code CONFIGURATION} if a rename that was said by name
	 * cannot be one
	 */
	RenamedSchema find(Schema database, Schema target, Function<Table, TableSide> before,
			Function<Table, TableSide> after) {
		// Before anybody is asked of others.
		if (!this.open.isEmpty()) {
			checkNames(database, target);
		}
		Map<TableName, Table> wanted = target.tablesByName();
		Map<TableName, Table> gone = database.tablesByName();
		Map<TableName, Table> added = new LinkedHashMap<>(wanted);
		gone.keySet().forEach(added::remove);
		wanted.keySet().forEach(gone::remove);
		if (this.settings.compares(Facet.TABLES)) {
			tables(gone, added, MovedReferences.of(database, wanted));
		}
		for (Table table : database.tables()) {
			Table other = wanted.get(this.tables.getOrDefault(table.name(), table.name()));
			if (other != null && this.settings.compares(Facet.COLUMNS) && differInColumns(table, other)) {
				columns(before.apply(table), after.apply(other));
			}
		}
		if (this.settings.compares(Facet.COMPOSITES)) {
			attributes(database, target, before, after);
		}
		if (!this.open.isEmpty()) {
			Map.Entry<String, String> first = this.open.entrySet().iterator().next();
			throw nothing(first.getKey(), first.getValue());
		}
		return new RenamedSchema(this.tables, this.columns, this.attributes, this.forms.texts());
	}

	private void checkNames(Schema database, Schema target) {
		Set<String> known = names(database, TableName::toString, true);
		Set<String> wanted = names(target, TableName::name, false);
		this.open.forEach((old, newName) -> {
			if (!known.contains(old) || !wanted.contains(newName)) {
				throw nothing(old, newName);
			}
		});
	}

	private static MigratorException nothing(String old, String newName) {
		return new MigratorException(ErrorCategory.CONFIGURATION,
				"Nothing can be renamed from '%s' to '%s'.".formatted(old, newName),
				"The database must have the one and not the other, and the application the other and not the one.");
	}

	private static Set<String> names(Schema schema, Function<TableName, String> name, boolean withOwner) {
		Set<String> names = new HashSet<>();
		Stream.concat(schema.tables().stream(), schema.composites().stream().map(CompositeShape::of))
			.forEach((table) -> {
				String own = name.apply(table.name());
				names.add(own);
				table.columns().forEach((column) -> names.add((withOwner) ? own + "." + column.name() : column.name()));
			});
		return names;
	}

	private void attributes(Schema database, Schema target, Function<Table, TableSide> before,
			Function<Table, TableSide> after) {
		Map<TableName, Table> wanted = new HashMap<>();
		target.composites().forEach((type) -> wanted.put(type.name(), CompositeShape.of(type)));
		for (CompositeType type : database.composites()) {
			Table shape = CompositeShape.of(type);
			Table other = wanted.get(type.name());
			if (other != null && differInColumns(shape, other)) {
				members(before.apply(shape), after.apply(other), (old, newName) -> rename(type, old, newName));
			}
		}
	}

	private void rename(CompositeType type, String old, String newName) {
		this.attributes.computeIfAbsent(type.name(), (any) -> new LinkedHashMap<>()).put(old, newName);
		this.changes.add(ChangeSet.Phase.RENAME_ATTRIBUTES, new RenameAttribute(type.name(), old, newName, false));
	}

	private static boolean differInColumns(Table table, Table other) {
		Set<String> names = new HashSet<>();
		table.columns().forEach((column) -> names.add(column.name()));
		long common = other.columns().stream().filter((column) -> names.contains(column.name())).count();
		return common < names.size() && common < other.columns().size();
	}

	private void tables(Map<TableName, Table> gone, Map<TableName, Table> added, MovedReferences moved) {
		for (Table old : List.copyOf(gone.values())) {
			String newName = this.open.get(old.name().toString());
			TableName name = (newName != null) ? old.name().withName(newName) : null;
			if (name != null && added.containsKey(name)) {
				this.open.remove(old.name().toString());
				rename(old, name, gone, added);
			}
		}
		for (Guess<Table> guess : guesses(gone, added, moved)) {
			TableName name = guess.young().name();
			if (!gone.containsKey(guess.old().name()) || !added.containsKey(name)) {
				continue;
			}
			RenameCandidate candidate = new RenameCandidate(guess.old().name(), null, name.name(),
					guess.likeness().value(), guess.likeness().reason());
			if (this.decision.isRename(candidate)) {
				rename(guess.old(), name, gone, added);
			}
			else {
				this.changes.candidate(candidate);
			}
		}
	}

	private void rename(Table old, TableName newName, Map<TableName, Table> gone, Map<TableName, Table> added) {
		gone.remove(old.name());
		added.remove(newName);
		this.tables.put(old.name(), newName);
		this.changes.add(ChangeSet.Phase.RENAME_TABLES, new RenameTable(old.name(), newName.name()));
	}

	// Only tables with a rare column in common, or with a reference to both, are looked
	// at, so that many tables that come and go take no long time.
	private static List<Guess<Table>> guesses(Map<TableName, Table> gone, Map<TableName, Table> added,
			MovedReferences moved) {
		Map<String, List<Table>> byColumn = new HashMap<>();
		gone.values()
			.forEach((table) -> Likeness.columns(table)
				.forEach((column) -> byColumn.computeIfAbsent(column, (any) -> new ArrayList<>()).add(table)));
		List<Guess<Table>> guesses = new ArrayList<>();
		for (Table young : added.values()) {
			Set<Table> similar = Collections.newSetFromMap(new IdentityHashMap<>());
			for (String column : Likeness.columns(young)) {
				List<Table> tables = byColumn.getOrDefault(column, List.of());
				if (tables.size() <= COMMON) {
					similar.addAll(tables);
				}
			}
			Set<TableName> origins = moved.to(young.name());
			origins.stream().map(gone::get).filter(Objects::nonNull).forEach(similar::add);
			for (Table old : similar) {
				Likeness likeness = Likeness.of(old, young, origins.contains(old.name()));
				if (Objects.equals(old.name().schema(), young.name().schema()) && likeness.value() >= Likeness.ENOUGH) {
					guesses.add(new Guess<>(old, young, likeness));
				}
			}
		}
		guesses.sort(Comparator.comparingDouble((Guess<Table> guess) -> -guess.likeness().value())
			.thenComparing((guess) -> guess.old().name() + " " + guess.young().name()));
		return guesses;
	}

	private void columns(TableSide before, TableSide after) {
		members(before, after, (old, newName) -> rename(before, after, old, newName));
	}

	// The attributes of a type are looked at as the columns of a table are.
	private void members(TableSide before, TableSide after, BiConsumer<String, String> renaming) {
		Map<String, Column> gone = new LinkedHashMap<>(before.meanings());
		Map<String, Column> added = new LinkedHashMap<>(after.meanings());
		added.keySet().removeAll(before.columns().keySet());
		gone.keySet().removeAll(after.columns().keySet());
		if (this.anyCase) {
			sameInAnotherCase(before.name(), gone, added);
		}
		for (String old : List.copyOf(gone.keySet())) {
			String option = before.name() + "." + old;
			String newName = this.open.get(option);
			if (newName != null && added.containsKey(newName)) {
				this.open.remove(option);
				gone.remove(old);
				added.remove(newName);
				renaming.accept(old, newName);
			}
		}
		for (Guess<Column> guess : guesses(before, after, gone, added)) {
			String old = guess.old().name();
			String newName = guess.young().name();
			if (!gone.containsKey(old) || !added.containsKey(newName)) {
				continue;
			}
			RenameCandidate candidate = new RenameCandidate(before.name(), old, newName, guess.likeness().value(),
					guess.likeness().reason());
			if (this.decision.isRename(candidate)) {
				gone.remove(old);
				added.remove(newName);
				renaming.accept(old, newName);
			}
			else {
				this.changes.candidate(candidate);
			}
		}
	}

	// These have one name to the database, and nothing is to be done.
	private void sameInAnotherCase(TableName table, Map<String, Column> gone, Map<String, Column> added) {
		for (String old : List.copyOf(gone.keySet())) {
			added.keySet().stream().filter(old::equalsIgnoreCase).findFirst().ifPresent((young) -> {
				gone.remove(old);
				added.remove(young);
				this.columns.computeIfAbsent(table, (any) -> new LinkedHashMap<>()).put(old, young);
			});
		}
	}

	private List<Guess<Column>> guesses(TableSide before, TableSide after, Map<String, Column> gone,
			Map<String, Column> added) {
		List<Guess<Column>> guesses = new ArrayList<>();
		for (Column old : gone.values()) {
			for (Column young : added.values()) {
				Likeness likeness = Likeness.of(before, old, after, young, this.forms);
				if (likeness.value() >= Likeness.ENOUGH) {
					guesses.add(new Guess<>(old, young, likeness));
				}
			}
		}
		guesses.sort(Comparator.comparingDouble((Guess<Column> guess) -> -guess.likeness().value())
			.thenComparing((guess) -> guess.old().name() + " " + guess.young().name()));
		return guesses;
	}

	private void rename(TableSide before, TableSide after, String old, String newName) {
		this.columns.computeIfAbsent(before.name(), (any) -> new LinkedHashMap<>()).put(old, newName);
		this.changes.add(ChangeSet.Phase.RENAME_COLUMNS, new AlterColumn(after.name(), old, newName, null, null, null,
				null, null, null, null, before.column(old)));
	}

	private record Guess<T>(T old, T young, Likeness likeness) {

	}

}
