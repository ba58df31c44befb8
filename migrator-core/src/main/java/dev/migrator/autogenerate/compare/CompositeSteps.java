package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.migrator.operation.AddAttribute;
import dev.migrator.operation.AlterAttribute;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.CreateCompositeType;
import dev.migrator.operation.DefaultChange;
import dev.migrator.operation.DropAttribute;
import dev.migrator.operation.DropCompositeType;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameCompositeType;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Says the operations that lead from some types of several attributes to others. An
 * attribute comes as the last one, goes, and changes its type where no column has it.
 * Where that is not enough, another type of the name takes the place of the old one, and
 * of all that have attributes of it.
 */
final class CompositeSteps {

	private final List<Table> tables;

	private final Map<TableName, CompositeType> from;

	private final Map<TableName, CompositeType> to;

	private final Set<TableName> used = new HashSet<>();

	private final CompositeConversion conversion;

	/**
	 * Prepare.
	 * @param rules how names are written
	 * @param tables the tables whose columns may be of these types
	 * @param from the types there are
	 * @param to the types there are to be
	 */
	CompositeSteps(DatabaseRules rules, List<Table> tables, Map<TableName, CompositeType> from,
			Map<TableName, CompositeType> to) {
		this.tables = tables;
		this.from = from;
		this.to = to;
		CompositeType.used(from.values(), tables).forEach((type) -> this.used.add(type.name()));
		this.conversion = new CompositeConversion(rules, from, to, replaced());
	}

	// What has attributes of a type that gives way gives way, too.
	private Set<TableName> replaced() {
		Set<TableName> replaced = new LinkedHashSet<>();
		for (CompositeType type : CompositeOrder.of(this.from.values())) {
			CompositeType wanted = this.to.get(type.name());
			boolean has = type.attributes()
				.stream()
				.map((attribute) -> CompositeType.nameIn(attribute.type()))
				.anyMatch((name) -> name != null && replaced.contains(name));
			if (wanted != null && (has || change(type, wanted) == null)) {
				replaced.add(type.name());
			}
		}
		return replaced;
	}

	/**
	 * Look for a type whose lists cannot be taken over.
	 * @return the type, or {@code null} if there is none
	 */
	@Nullable TableName mixedUp() {
		return this.tables.stream()
			.flatMap((table) -> table.columns().stream())
			.map((column) -> this.conversion.mixedUp(column.type()))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return the operations.
	 * @return the operations in order
	 */
	List<Operation> steps() {
		Set<TableName> replaced = this.conversion.replaced();
		List<Operation> steps = new ArrayList<>();
		replaced.forEach((name) -> steps.add(new RenameCompositeType(name, old(name).name())));
		for (CompositeType type : CompositeOrder.of(this.to.values())) {
			CompositeType before = this.from.get(type.name());
			if (before == null || replaced.contains(type.name())) {
				steps.add(new CreateCompositeType(type));
			}
			else {
				steps.addAll(Objects.requireNonNullElse(change(before, type), List.of()));
			}
		}
		this.tables.forEach((table) -> table.columns()
			.stream()
			.filter((column) -> this.conversion.concerns(column.type()))
			.forEach((column) -> steps.add(convert(table, column))));
		List<CompositeType> ordered = CompositeOrder.of(this.from.values());
		for (int i = ordered.size() - 1; i >= 0; i--) {
			CompositeType type = ordered.get(i);
			if (replaced.contains(type.name())) {
				steps.add(drop(new CompositeType(old(type.name()), type.attributes())));
			}
			else if (!this.to.containsKey(type.name())) {
				steps.add(drop(type));
			}
		}
		return steps;
	}

	private static Operation drop(CompositeType type) {
		return new DropCompositeType(type.name(), false, false, type);
	}

	private static TableName old(TableName name) {
		return name.withName(name.name() + "_old");
	}

	/**
	 * Change a type as it stands.
	 * @return the operations, or {@code null} if no operations do that
	 */
	private @Nullable List<Operation> change(CompositeType before, CompositeType after) {
		List<Attribute> kept = before.attributes()
			.stream()
			.filter((attribute) -> after.attribute(attribute.name()) != null)
			.toList();
		if (after.attributes().size() < kept.size()) {
			return null;
		}
		List<Operation> steps = new ArrayList<>();
		before.attributes()
			.stream()
			.filter((attribute) -> !kept.contains(attribute))
			.forEach((attribute) -> steps
				.add(new DropAttribute(before.name(), attribute.name(), false, false, attribute.type())));
		for (int i = 0; i < after.attributes().size(); i++) {
			Attribute wanted = after.attributes().get(i);
			Attribute old = (i < kept.size()) ? kept.get(i) : null;
			if (old == null) {
				steps.add(new AddAttribute(before.name(), wanted, false));
			}
			else if (!old.name().equals(wanted.name())) {
				return null;
			}
			else if (!old.type().equals(wanted.type())) {
				if (this.used.contains(before.name())) {
					return null;
				}
				steps.add(new AlterAttribute(before.name(), wanted.name(), wanted.type(), false, old.type()));
			}
		}
		return steps;
	}

	private Operation convert(Table table, Column column) {
		Column before = column.withType(given(column.type()));
		DefaultChange value = (column.defaultValue() != null) ? new DefaultChange.Set(column.defaultValue()) : null;
		return new AlterColumn(table.name(), column.name(), null, column.type(),
				this.conversion.of(column.name(), column.type()), null, value, null, null, null, before);
	}

	private static ColumnType given(ColumnType type) {
		return (type instanceof ArrayType array) ? new ArrayType(given(array.element()), array.length())
				: new NamedType(old(((NamedType) type).name()));
	}

}
