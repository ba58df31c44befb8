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
		after.forEach((name, sequence) -> {
			Sequence old = before.get(name);
			if (old == null) {
				Operation create = new CreateSequence(sequence, false);
				this.changes.add((sequence.owner() != null || isOfIdentity(name, database)) ? Phase.OWNED_SEQUENCES
						: Phase.SEQUENCES, create);
				if (sequence.owner() == null && sequence.options().start() == null
						&& isForRows(name, database, target)) {
					this.changes.remark(Remark.Kind.TODO, name.toString(),
							"%s begins with 1, where rows may have such keys already: have it begin behind them."
								.formatted(name),
							create);
				}
			}
			else {
				compare(old, sequence);
			}
		});
		Set<String> drawn = drawn(target);
		before.forEach((name, sequence) -> {
			boolean used = drawn.stream().anyMatch((sql) -> sql.contains(name.name()));
			if (!after.containsKey(name) && !used && !isOfOwner(sequence, database, target)) {
				this.changes.add((sequence.owner() != null) ? Phase.DROP_OWNED_SEQUENCES : Phase.DROP_SEQUENCES,
						new DropSequence(name, false, false, sequence));
			}
		});
	}

	/**
	 * Drop the sequences of columns that stay and count no more.
	 * @param database the columns that count by a sequence of their own
	 * @param target what is wanted
	 */
	void dropIdle(SerialColumns database, Schema target) {
		Set<String> drawn = drawn(target);
		Map<TableName, Sequence> left = byName(target);
		database.plain().keySet().forEach((owner) -> {
			Sequence sequence = Objects.requireNonNull(database.sequences().get(owner));
			boolean idle = target.table(owner.table())
				.stream()
				.flatMap((table) -> table.columns().stream())
				.anyMatch((column) -> column.name().equals(owner.column())
						&& SerialColumns.meaning(column).identity() == null);
			if (idle && !left.containsKey(sequence.name())
					&& drawn.stream().noneMatch((sql) -> sql.contains(sequence.name().name()))) {
				this.changes.add(Phase.DROP_OWNED_SEQUENCES, new DropSequence(sequence.name(), false, false, sequence));
			}
		});
	}

	// PostgreSQL has one of this name, which nobody sees, until the column counts no
	// more.
	private static boolean isOfIdentity(TableName sequence, Schema database) {
		return database.tables()
			.stream()
			.flatMap((table) -> table.columns()
				.stream()
				.filter((column) -> column.identity() != null)
				.map((column) -> new TableName(table.name().schema(),
						table.name().name() + "_" + column.name() + "_seq")))
			.anyMatch(sequence::equals);
	}

	// As Hibernate names it, by a table that is there already, or where such a table does
	// not count by itself any more.
	private static boolean isForRows(TableName sequence, Schema database, Schema target) {
		return database.tables()
			.stream()
			.filter((table) -> target.table(table.name()).isPresent())
			.anyMatch((table) -> sequence.name().startsWith(table.name().name() + "_")
					|| table.columns().stream().anyMatch((column) -> isIdle(column, table.name(), target)));
	}

	private static boolean isIdle(Column column, TableName table, Schema target) {
		return column.identity() != null && target.table(table)
			.stream()
			.flatMap((other) -> other.columns().stream())
			.anyMatch((other) -> other.name().equals(column.name()) && other.identity() == null);
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

	// A sequence goes with its column by itself.
	private static boolean isOfOwner(Sequence sequence, Schema database, Schema target) {
		Sequence.Owner owner = sequence.owner();
		return owner != null && hasColumn(database, owner) && !hasColumn(target, owner);
	}

	private static boolean hasColumn(Schema schema, Sequence.Owner owner) {
		return schema.table(owner.table())
			.map((table) -> table.columns().stream().anyMatch((column) -> column.name().equals(owner.column())))
			.orElse(false);
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
