package dev.migrator.schema;

import java.util.Comparator;
import java.util.List;

import dev.migrator.schema.Constraint.Check;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Constraint.PrimaryKey;
import dev.migrator.schema.Constraint.Unique;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param name its name
 * @param columns its columns in order
 * @param constraints its constraints
 * @param indexes its indexes
 * @param comment its comment, or {@code null}
 * @param options what else single databases know of it
 */
public record Table(TableName name, List<Column> columns, List<Constraint> constraints, List<Index> indexes,
		@Nullable String comment, List<TableOption> options) {

	private static final Comparator<@Nullable String> NAMES = Comparator.nullsFirst(Comparator.naturalOrder());

	public Table {
		columns = List.copyOf(columns);
		constraints = List.copyOf(constraints);
		indexes = List.copyOf(indexes);
		options = List.copyOf(options);
	}

	public Table(TableName name, List<Column> columns, List<Constraint> constraints, List<Index> indexes,
			@Nullable String comment) {
		this(name, columns, constraints, indexes, comment, List.of());
	}

	/**
	 * Return the same table with its constraints, indexes and options in a fixed order:
	 * constraints by their kinds and names, the rest by names.
	 * @return the table
	 */
	public Table sorted() {
		return new Table(this.name, this.columns,
				this.constraints.stream()
					.sorted(Comparator.comparingInt(Table::rank)
						.thenComparing(Constraint::name, NAMES)
						.thenComparing(Constraint::toString))
					.toList(),
				this.indexes.stream()
					.sorted(Comparator.comparing(Index::name, NAMES).thenComparing(Index::toString))
					.toList(),
				this.comment,
				this.options.stream()
					.sorted(Comparator.comparing(TableOption::dialect).thenComparing(TableOption::name))
					.toList());
	}

	private static int rank(Constraint constraint) {
		if (constraint instanceof PrimaryKey) {
			return 0;
		}
		if (constraint instanceof Unique) {
			return 1;
		}
		if (constraint instanceof ForeignKey) {
			return 2;
		}
		return (constraint instanceof Check) ? 3 : 4;
	}

}
