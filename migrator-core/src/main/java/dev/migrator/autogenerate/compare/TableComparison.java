package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Facet;
import dev.migrator.autogenerate.Remark;
import dev.migrator.autogenerate.compare.ChangeSet.Phase;
import dev.migrator.operation.SetTableComment;
import dev.migrator.schema.Column;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.TableOption;

/**
 * Compares tables: those of both sides by their parts, the others as a whole.
 */
final class TableComparison {

	private final ComparisonSettings settings;

	private final DatabaseRules rules;

	private final Map<Sequence.Owner, Column> plain;

	private final ChangeSet changes;

	TableComparison(ComparisonSettings settings, DatabaseRules rules, Map<Sequence.Owner, Column> plain,
			ChangeSet changes) {
		this.settings = settings;
		this.rules = rules;
		this.plain = plain;
		this.changes = changes;
	}

	/**
	 * Compare.
	 * @param database the tables of the database by their names
	 * @param target the tables that are wanted, likewise
	 */
	void compare(Map<TableName, TableSide> database, Map<TableName, TableSide> target) {
		ColumnComparison columns = new ColumnComparison(this.settings, this.rules, this.plain, this.changes);
		Map<TableName, ColumnEffects> effects = new LinkedHashMap<>();
		target.forEach((name, side) -> {
			TableSide before = database.get(name);
			if (before != null) {
				effects.put(name, columns.compare(before, side));
				comment(before.table(), side.table());
				options(before.table(), side.table());
			}
		});
		KeyNames names = new KeyNames(this.settings.names(), this.rules.limit());
		database.values().forEach((side) -> names.take(side.table()));
		KeyComparison keys = new KeyComparison(this.settings, this.rules, names, this.changes);
		Map<TableName, KeyMatching> matchings = keys.compare(database, target, effects);
		if (!this.settings.compares(Facet.TABLES)) {
			return;
		}
		StableKeys stable = new StableKeys(database, matchings, effects);
		List<TableSide> gone = without(database, target);
		List<TableSide> added = without(target, database);
		new NewTables(names, stable, this.changes).create(added);
		new GoneTables(stable, this.changes).drop(gone, this.changes.createdNames());
	}

	private static List<TableSide> without(Map<TableName, TableSide> sides, Map<TableName, TableSide> others) {
		List<TableSide> left = new ArrayList<>();
		sides.forEach((name, side) -> {
			if (!others.containsKey(name)) {
				left.add(side);
			}
		});
		return left;
	}

	private void comment(Table before, Table after) {
		if (this.settings.compares(Facet.COMMENTS) && this.rules.hasComments()
				&& !ColumnForms.comment(before.comment()).equals(ColumnForms.comment(after.comment()))) {
			String comment = ColumnForms.comment(after.comment());
			this.changes.add(Phase.COMMENTS,
					new SetTableComment(after.name(), (comment.isEmpty()) ? null : comment, before.comment()));
		}
	}

	// What a target does not say of how a table is kept may be anything.
	private void options(Table before, Table after) {
		if (!this.settings.compares(Facet.TABLE_OPTIONS)) {
			return;
		}
		for (TableOption option : after.options()) {
			boolean has = before.options().stream().anyMatch((other) -> isSame(option, other));
			if (option.dialect().equals(this.rules.dialect()) && !has) {
				this.changes.remark(Remark.Kind.BY_HAND, after.name().toString(),
						"The table %s is to have '%s' as its option %s, and has not.".formatted(after.name(),
								option.value(), option.name()),
						null);
			}
		}
	}

	private boolean isSame(TableOption option, TableOption other) {
		SqlText texts = new SqlText(this.rules.syntax());
		return option.dialect().equals(other.dialect()) && option.name().equals(other.name())
				&& Objects.equals(texts.form(option.value()), texts.form(other.value()));
	}

}
