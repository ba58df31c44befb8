package dev.migrator.autogenerate.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.schema.Column;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Sequences of columns that a target knows by their names only, as Hibernate does where
 * an entity draws from {@code hero_id_seq} and PostgreSQL has that for a column {@code
 * hero.id} of type {@code serial}. The column may go on counting by itself.
 */
public final class ColumnSequences {

	private final Map<TableName, Table> tables;

	/** The columns whose sequences the target names. */
	private final Set<Sequence.Owner> drawn = new HashSet<>();

	private ColumnSequences(Schema database, Schema target) {
		Set<TableName> named = new HashSet<>();
		target.sequences()
			.stream()
			.filter((sequence) -> sequence.owner() == null)
			.forEach((sequence) -> named.add(sequence.name()));
		database.sequences().forEach((sequence) -> {
			if (sequence.owner() != null && named.contains(sequence.name())) {
				this.drawn.add(sequence.owner());
			}
		});
		this.tables = (this.drawn.isEmpty()) ? Map.of() : database.tablesByName();
	}

	/**
	 * Complete a target.
	 * @param database what there is
	 * @param target what is wanted
	 * @return what is wanted, with columns that count as those of the database do
	 */
	public static Schema complete(Schema database, Schema target) {
		return new ColumnSequences(database, target).complete(target);
	}

	private Schema complete(Schema target) {
		if (this.drawn.isEmpty()) {
			return target;
		}
		return new Schema(target.schemas(), target.tables().stream().map(this::complete).toList(), target.sequences(),
				target.enums(), target.composites(), target.views(), target.routines(), target.triggers());
	}

	private Table complete(Table table) {
		Table known = this.tables.get(table.name());
		if (known == null) {
			return table;
		}
		Map<String, Column> there = new HashMap<>();
		known.columns().forEach((column) -> there.put(column.name(), column));
		List<Column> columns = table.columns()
			.stream()
			.map((column) -> complete(column, there.get(column.name()), table.name()))
			.toList();
		return new Table(table.name(), columns, table.constraints(), table.indexes(), table.comment(), table.options());
	}

	private Column complete(Column wanted, @Nullable Column there, TableName table) {
		if (there == null || wanted.identity() != null || wanted.defaultValue() != null) {
			return wanted;
		}
		boolean isDrawn = this.drawn.contains(new Sequence.Owner(table, wanted.name()));
		return (!isDrawn) ? wanted : new Column(wanted.name(), wanted.type(), wanted.nullable(), there.defaultValue(),
				null, wanted.comment(), wanted.computed(), wanted.onUpdate(), wanted.collation());
	}

}
