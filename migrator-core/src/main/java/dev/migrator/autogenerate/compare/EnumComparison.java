package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.migrator.autogenerate.Remark;
import dev.migrator.autogenerate.compare.ChangeSet.Phase;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.DefaultChange;
import dev.migrator.operation.DropEnum;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameEnum;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Compares types of named values that stand by themselves. New values are added; where
 * values go or change places, no database changes the type, and another one takes its
 * place.
 */
final class EnumComparison {

	private final DatabaseRules rules;

	private final ChangeSet changes;

	private final Map<TableName, List<Use>> uses = new LinkedHashMap<>();

	private final Map<TableName, TableName> composites = new LinkedHashMap<>();

	EnumComparison(DatabaseRules rules, ChangeSet changes) {
		this.rules = rules;
		this.changes = changes;
	}

	/**
	 * Compare.
	 * @param database what is in the database
	 * @param target what is wanted
	 */
	void compare(Schema database, Schema target) {
		Map<TableName, EnumType> before = all(database, false);
		Map<TableName, EnumType> after = all(target, true);
		for (Table table : database.tables()) {
			for (Column column : table.columns()) {
				EnumType type = type(column.type());
				if (type != null && type.name() != null) {
					this.uses.computeIfAbsent(type.name(), (any) -> new ArrayList<>())
						.add(new Use(table.name(), column));
				}
			}
		}
		database.composites().forEach((composite) -> composite.attributes().forEach((attribute) -> {
			EnumType type = type(attribute.type());
			if (type != null && type.name() != null) {
				this.composites.put(type.name(), composite.name());
			}
		}));
		after.forEach((name, type) -> {
			EnumType old = before.get(name);
			if (old == null) {
				this.changes.add(Phase.ENUMS, new CreateEnum(name, type.values()));
			}
			else if (!old.values().equals(type.values())) {
				change(name, old.values(), type.values());
			}
		});
		before.forEach((name, type) -> {
			if (!after.containsKey(name)) {
				this.changes.add(Phase.DROP_ENUMS, new DropEnum(name, false, false, type.values()));
			}
		});
	}

	private static Map<TableName, EnumType> all(Schema schema, boolean columns) {
		Map<TableName, EnumType> all = new LinkedHashMap<>();
		schema.enums().forEach((type) -> add(type, all));
		if (columns) {
			schema.tables().forEach((table) -> table.columns().forEach((column) -> add(column.type(), all)));
		}
		return all;
	}

	private static void add(ColumnType type, Map<TableName, EnumType> all) {
		EnumType values = type(type);
		if (values != null && values.name() != null) {
			all.putIfAbsent(values.name(), values);
		}
	}

	private static @Nullable EnumType type(ColumnType type) {
		return (type instanceof ArrayType array) ? type(array.element())
				: (type instanceof EnumType values) ? values : null;
	}

	private void change(TableName name, List<String> before, List<String> after) {
		List<String> kept = after.stream().filter(before::contains).toList();
		TableName composite = this.composites.get(name);
		if (composite != null) {
			boolean onlyMore = kept.equals(before);
			this.changes.remark(Remark.Kind.BY_HAND, name.toString(), (onlyMore)
					? "A downgrade leaves the new values of %s, since the composite type %s has attributes of it."
						.formatted(name, composite)
					: "The values of %s are to be %s, and the composite type %s has attributes of it, which no operation gives another type."
						.formatted(name, after, composite),
					null);
			if (!onlyMore) {
				return;
			}
		}
		List<Operation> back = (composite != null) ? List.of() : replace(name, after, before);
		if (!kept.equals(before)) {
			List<Operation> there = replace(name, before, after);
			this.changes.add(Phase.ENUMS, there, back);
			Set<String> lost = new TreeSet<>(before);
			lost.removeAll(new HashSet<>(after));
			if (!lost.isEmpty()) {
				// Not of the rename, which the way back has, too.
				there.stream()
					.filter(AlterColumn.class::isInstance)
					.findFirst()
					.ifPresent((change) -> this.changes.remark(Remark.Kind.TODO, name.toString(),
							"Rows that have one of the values %s of %s make this fail; change them before."
								.formatted(lost, name),
							change));
			}
			return;
		}
		List<Operation> there = new ArrayList<>();
		Set<String> known = new HashSet<>(before);
		for (int i = 0; i < after.size(); i++) {
			String value = after.get(i);
			if (known.add(value)) {
				boolean last = after.subList(i, after.size()).stream().noneMatch(before::contains);
				String previous = (last || i == 0) ? null : after.get(i - 1);
				there.add(new AddEnumValue(name, value, (i == 0 && !last) ? before.get(0) : null, previous, false));
			}
		}
		this.changes.add(Phase.ENUMS, there, back);
	}

	// The old type gives its name to the new one, and goes when no column is of it.
	private List<Operation> replace(TableName name, List<String> before, List<String> after) {
		TableName old = name.withName(name.name() + "_old");
		List<Operation> steps = new ArrayList<>();
		steps.add(new RenameEnum(name, old.name()));
		steps.add(new CreateEnum(name, after));
		for (Use use : this.uses.getOrDefault(name, List.of())) {
			Column column = use.column();
			Column from = column.withType(typed(column.type(), new EnumType(old, before)));
			Column to = column.withType(typed(column.type(), new EnumType(name, after)));
			ColumnDefault value = column.defaultValue();
			DefaultChange change = (value == null) ? null
					: (value instanceof ColumnDefault.Value literal && !after.contains(literal.value().toString()))
							? new DefaultChange.Drop() : new DefaultChange.Set(value);
			steps.add(new AlterColumn(use.table(), column.name(), null, to.type(),
					this.rules.conversion().apply(from, to).orElse(null), null, change, null, null, null, from));
		}
		steps.add(new DropEnum(old, false, false, before));
		return steps;
	}

	private static ColumnType typed(ColumnType type, EnumType values) {
		return (type instanceof ArrayType array) ? new ArrayType(typed(array.element(), values), array.length())
				: values;
	}

	private record Use(TableName table, Column column) {

	}

}
