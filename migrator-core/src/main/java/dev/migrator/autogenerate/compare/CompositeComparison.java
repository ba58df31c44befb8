package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.migrator.autogenerate.Remark;
import dev.migrator.autogenerate.compare.ChangeSet.Phase;
import dev.migrator.operation.DropCompositeType;
import dev.migrator.operation.Operation;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.Schema;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Compares types of several attributes. The order of the attributes counts, too, since
 * values are read by it.
 */
final class CompositeComparison {

	private final DatabaseRules rules;

	private final ColumnForms forms;

	private final TargetMeaning meaning;

	private final ChangeSet changes;

	CompositeComparison(DatabaseRules rules, ColumnForms forms, TargetMeaning meaning, ChangeSet changes) {
		this.rules = rules;
		this.forms = forms;
		this.meaning = meaning;
		this.changes = changes;
	}

	/**
	 * Compare.
	 * @param database what is in the database
	 * @param target what is wanted
	 */
	void compare(Schema database, Schema target) {
		if (database.composites().isEmpty() && target.composites().isEmpty()) {
			return;
		}
		Map<TableName, CompositeType> before = byName(database);
		Map<TableName, CompositeType> after = byName(target);
		Map<TableName, CompositeType> kept = new LinkedHashMap<>(after);
		// What goes stays as it is until no column is of it.
		before.forEach((name, type) -> kept.put(name, wanted(type, after.get(name))));
		if (!change(database, before, kept)) {
			kept.putAll(before);
			change(database, before, kept);
		}
		drop(before, kept, after.keySet());
	}

	// What a type that stays as it is has attributes of stays, too.
	private void drop(Map<TableName, CompositeType> before, Map<TableName, CompositeType> kept, Set<TableName> wanted) {
		Set<TableName> needed = new HashSet<>(wanted);
		List<CompositeType> ordered = CompositeOrder.of(before.values());
		for (int i = ordered.size() - 1; i >= 0; i--) {
			CompositeType type = ordered.get(i);
			if (needed.contains(type.name())) {
				CompositeType left = kept.getOrDefault(type.name(), type);
				left.attributes()
					.stream()
					.map((attribute) -> CompositeType.nameIn(attribute.type()))
					.filter(Objects::nonNull)
					.forEach(needed::add);
			}
			else {
				this.changes.add(Phase.DROP_COMPOSITES, new DropCompositeType(type.name(), false, false, type));
			}
		}
	}

	private static Map<TableName, CompositeType> byName(Schema schema) {
		Map<TableName, CompositeType> types = new LinkedHashMap<>();
		schema.composites().forEach((type) -> types.put(type.name(), type));
		return types;
	}

	// An attribute whose type means the same is as the database has it.
	private CompositeType wanted(CompositeType before, @Nullable CompositeType after) {
		if (after == null) {
			return before;
		}
		List<Attribute> meant = CompositeShape.of(this.meaning.of(CompositeShape.of(after))).attributes();
		List<Attribute> attributes = new ArrayList<>();
		for (int i = 0; i < meant.size(); i++) {
			Attribute attribute = after.attributes().get(i);
			Attribute old = before.attribute(attribute.name());
			attributes.add((old != null && this.forms.sameType(old.type(), meant.get(i).type())) ? old : attribute);
		}
		return new CompositeType(after.name(), attributes);
	}

	private boolean change(Schema database, Map<TableName, CompositeType> before, Map<TableName, CompositeType> after) {
		CompositeSteps there = new CompositeSteps(this.rules, database.tables(), before, after);
		CompositeSteps back = new CompositeSteps(this.rules, database.tables(), after, before);
		TableName mixedUp = (there.mixedUp() != null) ? there.mixedUp() : back.mixedUp();
		if (mixedUp != null) {
			this.changes.remark(Remark.Kind.BY_HAND, mixedUp.toString(),
					"The attributes of the type %s are to be others or in another order, and there are columns of lists of it, which no expression takes over."
						.formatted(mixedUp),
					null);
			return false;
		}
		List<Operation> upgrade = there.steps();
		if (!upgrade.isEmpty()) {
			this.changes.add(Phase.COMPOSITES, upgrade, back.steps());
			before.forEach((name, type) -> remark(type, after.get(name), upgrade.get(0)));
		}
		return true;
	}

	private void remark(CompositeType before, @Nullable CompositeType after, Operation first) {
		for (Attribute attribute : before.attributes()) {
			if (after != null && after.attribute(attribute.name()) == null) {
				String subject = before.name() + "." + attribute.name();
				this.changes.remark(Remark.Kind.DATA_LOSS, subject,
						"The attribute %s goes, with its values.".formatted(subject), first);
			}
		}
	}

}
