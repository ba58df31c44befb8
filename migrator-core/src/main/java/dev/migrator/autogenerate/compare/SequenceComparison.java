package dev.migrator.autogenerate.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.Remark;
import dev.migrator.autogenerate.compare.ChangeSet.Phase;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Compares sequences that stand by themselves.
 *
 * @param rules what to know of the database
 * @param changes where changes go
 */
record SequenceComparison(DatabaseRules rules, ChangeSet changes) {

	/**
	 * Compare.
	 * @param database what is in the database
	 * @param target what is wanted
	 */
	void compare(Schema database, Schema target) {
		Map<TableName, Sequence> before = byName(database);
		Map<TableName, Sequence> after = byName(target);
		if (!before.keySet().equals(after.keySet())) {
			SequenceUses uses = new SequenceUses(database, target);
			after.forEach((name, sequence) -> {
				if (!before.containsKey(name)) {
					create(sequence, uses);
				}
			});
			drop(before, after.keySet(), drawn(target), uses);
		}
		after.forEach((name, sequence) -> {
			Sequence old = before.get(name);
			if (old != null) {
				compare(old, sequence);
			}
		});
	}

	private void create(Sequence sequence, SequenceUses uses) {
		TableName name = sequence.name();
		Operation create = new CreateSequence(sequence, false);
		boolean late = sequence.owner() != null || uses.isTaken(name);
		this.changes.add((late) ? Phase.OWNED_SEQUENCES : Phase.SEQUENCES, create);
		if (sequence.owner() == null && sequence.options().start() == null && uses.isForRows(name)) {
			this.changes.remark(Remark.Kind.TODO, name.toString(),
					"%s begins with 1, where rows may have such keys already: have it begin behind them."
						.formatted(name),
					create);
		}
	}

	private void drop(Map<TableName, Sequence> before, Set<TableName> wanted, Set<String> drawn, SequenceUses uses) {
		before.forEach((name, sequence) -> {
			if (!wanted.contains(name) && !isDrawn(sequence, drawn) && !uses.goesWithColumn(sequence)) {
				this.changes.add((sequence.owner() != null) ? Phase.DROP_OWNED_SEQUENCES : Phase.DROP_SEQUENCES,
						new DropSequence(name, false, false, sequence));
			}
		});
	}

	private static boolean isDrawn(Sequence sequence, Set<String> drawn) {
		return drawn.stream().anyMatch((sql) -> sql.contains(sequence.name().name()));
	}

	/**
	 * Drop the sequences of columns that stay and count no more.
	 * @param database the columns that count by a sequence of their own
	 * @param target what is wanted
	 */
	void dropIdle(SerialColumns database, Schema target) {
		Map<TableName, Table> tables = target.tablesByName();
		List<Sequence> idle = database.plain()
			.keySet()
			.stream()
			.filter((owner) -> stops(owner, tables.get(owner.table())))
			.map((owner) -> Objects.requireNonNull(database.sequences().get(owner)))
			.toList();
		if (!idle.isEmpty()) {
			Set<String> drawn = drawn(target);
			Set<TableName> left = byName(target).keySet();
			idle.stream()
				.filter((sequence) -> !left.contains(sequence.name()) && !isDrawn(sequence, drawn))
				.forEach((sequence) -> this.changes.add(Phase.DROP_OWNED_SEQUENCES,
						new DropSequence(sequence.name(), false, false, sequence)));
		}
	}

	private static boolean stops(Sequence.Owner owner, @Nullable Table table) {
		return table != null && table.columns()
			.stream()
			.anyMatch((column) -> column.name().equals(owner.column())
					&& SerialColumns.meaning(column).identity() == null);
	}

	private static Map<TableName, Sequence> byName(Schema schema) {
		Map<TableName, Sequence> byName = new LinkedHashMap<>();
		schema.sequences().forEach((sequence) -> byName.put(sequence.name(), sequence));
		return byName;
	}

	private static Set<String> drawn(Schema schema) {
		return schema.tables()
			.stream()
			.flatMap((table) -> table.columns().stream())
			.map(Column::defaultValue)
			.filter(ColumnDefault.Expression.class::isInstance)
			.map((value) -> ((ColumnDefault.Expression) value).sql())
			.filter((sql) -> sql.contains("next") || sql.contains("NEXT"))
			.collect(Collectors.toSet());
	}

	private void compare(Sequence before, Sequence after) {
		SequenceOptions options = Counting.change(before.options(), after.options(), this.rules.defaultCache());
		if (!options.equals(SequenceOptions.NONE)) {
			this.changes.add(Phase.SEQUENCES,
					List.of(new AlterSequence(before.name(), options, null, before.options())),
					List.of(new AlterSequence(before.name(),
							Counting.back(options, before.options(), this.rules.defaultCache()), null,
							after.options())));
		}
		ColumnType type = numbers(before.type());
		if (after.type() != null && !Objects.equals(type, numbers(after.type()))) {
			this.changes.remark(Remark.Kind.BY_HAND, before.name().toString(),
					"The numbers of the sequence %s are to be of another type.".formatted(before.name()), null);
		}
	}

	private static @Nullable ColumnType numbers(@Nullable ColumnType type) {
		return (type instanceof StandardType standard && standard.kind() == StandardType.Kind.BIGINT) ? null : type;
	}

}
