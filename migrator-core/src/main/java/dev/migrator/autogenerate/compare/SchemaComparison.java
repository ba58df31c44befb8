package dev.migrator.autogenerate.compare;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Facet;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.compare.ChangeSet.Phase;
import dev.migrator.dialect.UnmanagedObject;
import dev.migrator.operation.CreateSchema;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Says the operations between two schemas. It knows no database but by its rules, and
 * takes time by the size of the schemas.
 */
public final class SchemaComparison {

	private final ComparisonSettings settings;

	private final RenameDecision renames;

	private final DatabaseRules rules;

	private final TargetMeaning meaning;

	/**
	 * Prepare a comparison.
	 * @param settings what is compared, and how
	 * @param renames says what is a rename
	 * @param rules what to know of the database
	 * @param meaning tells how the database reads what is wanted
	 */
	public SchemaComparison(ComparisonSettings settings, RenameDecision renames, DatabaseRules rules,
			TargetMeaning meaning) {
		this.settings = settings;
		this.renames = renames;
		this.rules = rules;
		this.meaning = meaning;
	}

	/**
	 * Compare.
	 * @param database the schema that there is, as it was read
	 * @param target the schema that is wanted
	 * @return what differs
	 * @throws dev.migrator.error.MigratorException {@code CONFIGURATION} if a rename was
	 * said that cannot be
	 */
	public Changes compare(Schema database, Schema target) {
		return compare(database, target, List.of());
	}

	/**
	 * Compare.
	 * @param database the schema that there is, as it was read
	 * @param target the schema that is wanted
	 * @param unmanaged what was not read of the database, since something else looks
	 * after it
	 * @return what differs
	 * @throws dev.migrator.error.MigratorException as above
	 */
	public Changes compare(Schema database, Schema target, List<UnmanagedObject> unmanaged) {
		ChangeSet changes = new ChangeSet();
		Scope scope = new Scope(this.settings, changes);
		Schema wanted = SerialColumns.of(scope.target(database, target)).schema();
		Schema seen = scope.database(database, target);
		scope.remark(unmanaged);
		KeyForms targetForms = forms(wanted);
		Function<Table, TableSide> after = (table) -> TableSide.of(table, this.meaning.of(table), targetForms);
		KeyForms seenForms = forms(seen);
		ColumnForms columnForms = ColumnForms.of(this.rules);
		SerialColumns before = SerialColumns
			.of(new Renames(this.settings, this.renames, columnForms, this.rules.ignoresCaseOfColumns(), changes)
				.find(seen, wanted, (table) -> TableSide.of(table, table, seenForms), after)
				.of(seen), wanted.sequences().stream().map(Sequence::name).collect(Collectors.toSet()));
		KeyForms databaseForms = forms(before.schema());
		schemas(database, wanted, changes);
		objects(before.schema(), wanted, columnForms, changes);
		if (this.settings.compares(Facet.SEQUENCES) && this.settings.compares(Facet.IDENTITY)) {
			new SequenceComparison(this.rules, changes).dropIdle(before, wanted);
		}
		Map<TableName, TableSide> databaseSides = sides(before.schema(),
				(table) -> TableSide.of(table, table, databaseForms));
		Map<TableName, TableSide> targetSides = sides(wanted, after);
		new TableComparison(this.settings, this.rules, before.plain(), changes).compare(databaseSides, targetSides);
		return changes.toChanges();
	}

	private KeyForms forms(Schema schema) {
		Map<TableName, Table> tables = schema.tablesByName();
		return new KeyForms(this.rules, (name) -> TableSide.primaryKey(tables.get(name)));
	}

	private static Map<TableName, TableSide> sides(Schema schema, Function<Table, TableSide> side) {
		Map<TableName, TableSide> sides = new LinkedHashMap<>();
		schema.tables().forEach((table) -> sides.put(table.name(), side.apply(table)));
		return sides;
	}

	private void schemas(Schema database, Schema target, ChangeSet changes) {
		if (!this.settings.compares(Facet.SCHEMAS)) {
			return;
		}
		Set<String> missing = new HashSet<>(target.schemas());
		target.tables().forEach((table) -> add(table.name(), missing));
		target.sequences().forEach((sequence) -> add(sequence.name(), missing));
		target.enums().forEach((type) -> add(type.name(), missing));
		target.composites().forEach((type) -> add(type.name(), missing));
		target.views().forEach((view) -> add(view.name(), missing));
		missing.removeAll(new HashSet<>(database.schemas()));
		database.tables().forEach((table) -> missing.remove(String.valueOf(table.name().schema())));
		missing.stream().sorted().forEach((schema) -> changes.add(Phase.SCHEMAS, new CreateSchema(schema, false)));
	}

	private static void add(@Nullable TableName name, Set<String> schemas) {
		if (name != null && name.schema() != null) {
			schemas.add(name.schema());
		}
	}

	private void objects(Schema database, Schema target, ColumnForms forms, ChangeSet changes) {
		if (this.settings.compares(Facet.ENUMS) && this.rules.hasEnums()) {
			new EnumComparison(this.rules, changes).compare(database, target);
		}
		if (this.settings.compares(Facet.COMPOSITES)) {
			new CompositeComparison(this.rules, forms, this.meaning, changes).compare(database, target);
		}
		if (this.settings.compares(Facet.SEQUENCES)) {
			new SequenceComparison(this.rules, changes).compare(database, target);
		}
		if (this.settings.compares(Facet.STORED_OBJECTS)) {
			new StoredObjectComparison(new SqlText(this.rules.syntax()), changes).compare(database, target);
		}
	}

}
