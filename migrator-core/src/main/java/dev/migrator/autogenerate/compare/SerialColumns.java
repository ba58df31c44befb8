package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Identity;
import dev.migrator.schema.RawType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.TableName;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.StandardType.Kind;
import dev.migrator.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Columns that PostgreSQL calls {@code serial}: they draw from a sequence that belongs to
 * them. They count as identity columns do, and are written by that word, without the
 * sequence.
 *
 * @param schema the schema without the sequences
 * @param plain the columns as they are without that word
 * @param sequences their sequences
 */
public record SerialColumns(Schema schema, Map<Sequence.Owner, Column> plain, Map<Sequence.Owner, Sequence> sequences) {

	private static final Map<Kind, String> WORDS = Map.of(Kind.SMALLINT, "smallserial", Kind.INTEGER, "serial",
			Kind.BIGINT, "bigserial");

	private static final Map<String, Kind> KINDS = Map.of("smallserial", Kind.SMALLINT, "serial2", Kind.SMALLINT,
			"serial", Kind.INTEGER, "serial4", Kind.INTEGER, "bigserial", Kind.BIGINT, "serial8", Kind.BIGINT);

	/**
	 * Find such columns.
	 * @param schema a schema
	 * @return the schema with such columns written so
	 */
	public static SerialColumns of(Schema schema) {
		return of(schema, Set.of());
	}

	/**
	 * Find such columns, but for those whose sequences are wanted by themselves.
	 * @param schema a schema
	 * @param others the names of such sequences
	 * @return the schema with such columns written so
	 */
	static SerialColumns of(Schema schema, Set<TableName> others) {
		Map<Sequence.Owner, Sequence> owned = schema.sequences()
			.stream()
			.filter((sequence) -> !others.contains(sequence.name()))
			.filter((sequence) -> sequence.owner() != null && sequence.options().equals(SequenceOptions.NONE))
			.collect(Collectors.toMap(SerialColumns::owner, (sequence) -> sequence, (first, second) -> first));
		if (owned.isEmpty()) {
			return new SerialColumns(schema, Map.of(), Map.of());
		}
		Set<Sequence.Owner> owners = owned.keySet();
		Map<Sequence.Owner, Column> plain = new HashMap<>();
		List<Table> tables = new ArrayList<>();
		for (Table table : schema.tables()) {
			List<Column> columns = new ArrayList<>();
			for (Column column : table.columns()) {
				Sequence.Owner owner = new Sequence.Owner(table.name(), column.name());
				Column serial = (owners.contains(owner)) ? serial(column, owned.get(owner)) : null;
				if (serial != null) {
					plain.put(owner, column);
				}
				columns.add((serial != null) ? serial : column);
			}
			tables.add(new Table(table.name(), columns, table.constraints(), table.indexes(), table.comment(),
					table.options()));
		}
		List<Sequence> sequences = schema.sequences()
			.stream()
			.filter((sequence) -> sequence.owner() == null || !plain.containsKey(owner(sequence)))
			.toList();
		return new SerialColumns(new Schema(schema.schemas(), tables, sequences, schema.enums(), schema.composites(),
				schema.views(), schema.routines(), schema.triggers()), plain, owned);
	}

	private static Sequence.Owner owner(Sequence sequence) {
		if (sequence.owner() == null) {
			throw new IllegalArgumentException("%s belongs to no column".formatted(sequence.name()));
		}
		return sequence.owner();
	}

	private static @Nullable Column serial(Column column, @Nullable Sequence sequence) {
		String word = (column.type() instanceof StandardType type) ? WORDS.get(type.kind()) : null;
		boolean draws = sequence != null && column.defaultValue() instanceof ColumnDefault.Expression expression
				&& expression.sql().toLowerCase(Locale.ROOT).startsWith("nextval(")
				&& expression.sql().contains(sequence.name().name());
		return (word != null && draws && !column.nullable()) ? new Column(column.name(), new RawType(word), false, null,
				null, column.comment(), null, null, column.collation()) : null;
	}

	/**
	 * Return what a column means that may be written by that word.
	 * @param column the column
	 * @return the column as an identity column
	 */
	static Column meaning(Column column) {
		Kind kind = (column.type() instanceof RawType raw) ? KINDS.get(raw.sql().strip().toLowerCase(Locale.ROOT))
				: null;
		if (kind == null) {
			return column;
		}
		ColumnType type = new StandardType(kind, null, null);
		return new Column(column.name(), type, false, null, Identity.BY_DEFAULT, column.comment(), null,
				column.onUpdate(), column.collation());
	}

}
