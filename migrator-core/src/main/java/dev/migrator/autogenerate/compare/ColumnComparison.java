package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Facet;
import dev.migrator.autogenerate.Remark;
import dev.migrator.autogenerate.TypeComparator;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.ComputedChange;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.IdentityChange;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.StandardType.Kind;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Compares the columns of two tables of one name.
 */
final class ColumnComparison {

	private final ComparisonSettings settings;

	private final DatabaseRules rules;

	private final Map<Sequence.Owner, Column> plain;

	private final ChangeSet changes;

	private final ColumnForms forms;

	private final ColumnSteps steps;

	/**
	 * Prepare a comparison.
	 * @param settings what is compared
	 * @param rules what to know of the database
	 * @param plain how serial columns are without that word
	 * @param changes where changes go
	 */
	ColumnComparison(ComparisonSettings settings, DatabaseRules rules, Map<Sequence.Owner, Column> plain,
			ChangeSet changes) {
		this.settings = settings;
		this.rules = rules;
		this.plain = plain;
		this.changes = changes;
		this.forms = ColumnForms.of(rules);
		this.steps = new ColumnSteps(new CountingKeys(rules), changes);
	}

	/**
	 * Compare.
	 * @param database the table in the database
	 * @param target the table that is wanted
	 * @return what that means to constraints and indexes
	 */
	ColumnEffects compare(TableSide database, TableSide target) {
		ColumnEffects effects = new ColumnEffects();
		if (this.settings.compares(Facet.COLUMNS)) {
			for (String name : target.columns().keySet()) {
				if (!database.columns().containsKey(name)) {
					effects.touched().add(name);
					this.steps.add(target, name, effects);
				}
			}
			for (String name : database.columns().keySet()) {
				if (!target.columns().containsKey(name)) {
					effects.touched().add(name);
					this.steps.drop(database, name, effects);
				}
			}
		}
		List<String> different = different(database, target);
		for (String name : different) {
			if (isRetyped(database, target, name)) {
				effects.touched().add(name);
				if (family(database.meaning(name).type()) != family(target.meaning(name).type())) {
					effects.changed().add(name);
				}
			}
		}
		for (String name : different) {
			compare(database, target, name, effects);
		}
		return effects;
	}

	// Nearly all columns are equal. One that is computed may be computed of one that is
	// not, and a comparator may know better.
	private List<String> different(TableSide database, TableSide target) {
		List<String> different = new ArrayList<>();
		target.meanings().forEach((name, after) -> {
			Column before = database.meanings().get(name);
			if (before != null && (!before.equals(after) || after.computed() != null
					|| !this.settings.typeComparators().isEmpty())) {
				different.add(name);
			}
		});
		return different;
	}

	private boolean isRetyped(TableSide database, TableSide target, String name) {
		if (!this.settings.compares(Facet.TYPES)) {
			return false;
		}
		Column before = database.meaning(name);
		Column after = target.meaning(name);
		for (TypeComparator comparator : this.settings.typeComparators()) {
			Optional<Boolean> differ = comparator.differ(target.name(), before, after);
			if (differ.isPresent()) {
				return differ.get();
			}
		}
		return !this.forms.sameType(before.type(), after.type());
	}

	private void compare(TableSide database, TableSide target, String name, ColumnEffects effects) {
		Column before = database.meaning(name);
		Column after = target.meaning(name);
		if (isComputedAnew(before, after, effects, target.table().name(), name, database)) {
			effects.rebuilt().add(name);
			effects.touched().add(name);
			this.steps.rebuild(database, target.column(name), effects);
			return;
		}
		if (isRetyped(database, target, name) && !canBecome(database.column(name), target, name)) {
			effects.rebuilt().add(name);
			this.steps.replace(database, target, name, effects);
			return;
		}
		remarkOnTheRest(target.name(), before, after);
		AlterColumn change = change(database, target, name, effects.touched().contains(name));
		if (change != null) {
			if (change.computed() instanceof ComputedChange.Drop) {
				effects.rebuilt().add(name);
			}
			alter(change, database.column(name), before, after);
		}
	}

	// No database begins to compute a column, and few compute one otherwise.
	private boolean isComputedAnew(Column before, Column after, ColumnEffects effects, TableName table, String name,
			TableSide database) {
		if (!this.settings.compares(Facet.COMPUTED) || after.computed() == null) {
			return false;
		}
		if (before.computed() == null || before.computed().virtual() != after.computed().virtual()) {
			return true;
		}
		Set<String> sources = new SqlText(this.rules.syntax()).names(before.computed().expression());
		if (sources.stream().anyMatch((source) -> !source.equals(name) && effects.touched().contains(source))) {
			return true;
		}
		boolean same = Objects.equals(this.forms.computedForm(before.computed()),
				this.forms.computedForm(after.computed()));
		return !same && !this.rules.supports()
			.test(new AlterColumn(table, name, null, null, null, null, null, null, null,
					new ComputedChange.Set(after.computed()), database.column(name)));
	}

	// What the database refuses to add is refused anyhow.
	private boolean canBecome(Column existing, TableSide target, String name) {
		TableName table = target.name();
		Column wanted = target.column(name);
		Operation change = new AlterColumn(table, name, null, SerialColumns.meaning(wanted).type(), null, null, null,
				null, null, null, existing);
		return this.rules.supports().test(change)
				|| !this.rules.supports().test(new AddColumn(table, wanted.withNullable(true), false));
	}

	private @Nullable AlterColumn change(TableSide database, TableSide target, String name, boolean retyped) {
		ColumnChange change = new ColumnChange(this.settings, this.rules, this.forms, target.name());
		Sequence.Owner owner = new Sequence.Owner(database.name(), name);
		Column existing = this.plain.getOrDefault(owner, database.column(name));
		return change.of(existing, database.meaning(name), target.column(name), target.meaning(name), retyped);
	}

	private void alter(AlterColumn change, Column written, Column before, Column after) {
		TableName table = change.table();
		if (change.computed() instanceof ComputedChange.Drop) {
			Operation drop = new DropColumn(table, change.column(), false, false, after);
			// What is computed of a column is in the way of its new type.
			this.changes.add(ChangeSet.Phase.DROP_COMPUTED, List.of(change),
					List.of(drop, new AddColumn(table, written, false)));
		}
		else {
			this.changes.add(ChangeSet.Phase.ALTER_COLUMNS, List.of(change),
					List.of(ColumnChange.back(change, before, after, this.rules)));
		}
		String subject = table + "." + change.column();
		if (Boolean.FALSE.equals(change.nullable()) && change.identity() == null) {
			this.changes.remark(Remark.Kind.TODO, subject,
					"Rows where %s has no value make this fail; give them one before.".formatted(subject), change);
		}
		if (change.identity() instanceof IdentityChange.Add add && add.identity().options().start() == null
				&& this.rules.countsFromOne()) {
			this.changes.remark(Remark.Kind.TODO, subject,
					"%s counts from 1 on, where rows may have such values: have it begin behind them."
						.formatted(subject),
					change);
		}
		TypeLoss loss = (change.type() != null) ? TypeLoss.of(before.type(), after.type()) : null;
		if (loss != null) {
			this.changes.remark(Remark.Kind.TODO, subject, loss.todo(subject), change);
		}
	}

	private void remarkOnTheRest(TableName table, Column before, Column after) {
		String subject = table + "." + before.name();
		if (this.settings.compares(Facet.COLLATIONS) && !Objects.equals(before.collation(), after.collation())
				&& (after.collation() != null || before.type().equals(after.type()))) {
			this.changes.remark(Remark.Kind.BY_HAND, subject, "The collation of %s is to be %s, and is %s."
				.formatted(subject, word(after.collation()), word(before.collation())), null);
		}
		if (this.settings.compares(Facet.DEFAULTS) && !Objects.equals(before.onUpdate(), after.onUpdate())) {
			this.changes.remark(Remark.Kind.BY_HAND, subject, "What %s gets on each update is to be %s, and is %s."
				.formatted(subject, word(after.onUpdate()), word(before.onUpdate())), null);
		}
	}

	private static String word(@Nullable String text) {
		return (text != null) ? "'" + text + "'" : "the database's default";
	}

	/**
	 * Return which types turn into each other without a word.
	 * @param type a type
	 * @return the kind that stands for its family, or {@code null} if it has none
	 */
	static @Nullable Kind family(ColumnType type) {
		return (type instanceof StandardType standard) ? family(standard.kind()) : null;
	}

	static Kind family(Kind kind) {
		return switch (kind) {
			case CHAR, VARCHAR, TEXT, CLOB -> Kind.TEXT;
			case TINYINT, SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, FLOAT, NUMERIC -> Kind.NUMERIC;
			default -> kind;
		};
	}

}
