package dev.migrator.dialect.mariadb;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.standard.TableSql;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.SetTableComment;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Table;

/**
 * Tables of MariaDB and MySQL. A table is created with its indexes and its comments by
 * one statement, so that it is there wholly or not at all.
 *
 * @see <a href="https://mariadb.com/kb/en/create-table/">CREATE TABLE</a>
 */
final class MariadbTableSql extends TableSql {

	private static final Set<String> OPTIONS = Set.of("engine", "character set", "charset", "collate", "row_format",
			"key_block_size", "auto_increment", "min_rows", "max_rows", "avg_row_length", "stats_persistent",
			"partition by");

	private final MariadbColumnSql columns;

	private final MariadbConstraintSql constraints;

	private final MariadbIndexSql indexes;

	MariadbTableSql(SqlWords words, MariadbColumnSql columns, MariadbConstraintSql constraints,
			MariadbIndexSql indexes) {
		super(words, columns, constraints, indexes);
		this.columns = columns;
		this.constraints = constraints;
		this.indexes = indexes;
	}

	@Override
	protected Stream<String> create(CreateTable operation) {
		Table table = operation.table();
		checkKeys(table);
		Stream<String> parts = Stream
			.of(table.columns().stream().map(this.columns::definition),
					table.constraints().stream().map(this.constraints::definition),
					table.indexes().stream().map(this.indexes::inline))
			.flatMap((part) -> part);
		return Stream.of("create table " + words().ifNotExists(operation.ifNotExists()) + words().name(table.name())
				+ " " + parts.collect(Collectors.joining(",\n    ", "(\n    ", "\n)")) + suffix(table));
	}

	private void checkKeys(Table table) {
		for (Column column : table.columns()) {
			boolean key = table.constraints().stream().anyMatch((part) -> begins(column.name(), part))
					|| table.indexes()
						.stream()
						.anyMatch((index) -> index.columns().get(0).text().equals(column.name()));
			if (column.identity() != null && !key) {
				throw MariadbColumnSql.needsKey(words(), table.name(), column.name(),
						"Make it its primary key, or unique.");
			}
		}
	}

	private static boolean begins(String column, Constraint constraint) {
		List<String> columns = (constraint instanceof Constraint.PrimaryKey key) ? key.columns()
				: (constraint instanceof Constraint.Unique unique) ? unique.columns() : List.of();
		return !columns.isEmpty() && columns.get(0).equals(column);
	}

	// Partitions stand behind all else.
	@Override
	protected String suffix(Table table) {
		StringBuilder sql = new StringBuilder();
		firstNumber(table).ifPresent((number) -> sql.append(" auto_increment = ").append(number));
		if (table.comment() != null && !table.comment().isEmpty()) {
			sql.append(" comment ").append(words().literal(table.comment()));
		}
		String partitions = "";
		for (var option : options(table, OPTIONS)) {
			if (option.name().equals("partition by")) {
				partitions = " partition by " + option.value();
			}
			else {
				sql.append(' ').append(option.name()).append(" = ").append(option.value());
			}
		}
		return sql + partitions;
	}

	private static Optional<Long> firstNumber(Table table) {
		return table.columns()
			.stream()
			.map(Column::identity)
			.filter(Objects::nonNull)
			.map((identity) -> identity.options().start())
			.filter(Objects::nonNull)
			.findFirst();
	}

	@Override
	protected Stream<String> drop(DropTable operation) {
		words().refuse(operation.cascade(), "way to drop with a table what depends on it",
				"Drop that first, for example by op.dialect().");
		return super.drop(operation);
	}

	// A name without a schema would move the table to the session's schema.
	@Override
	protected Stream<String> rename(RenameTable operation) {
		return Stream.of(words().alterTable(operation.table()) + "rename to "
				+ words().name(operation.table().withName(operation.newName())));
	}

	@Override
	protected Stream<String> comment(SetTableComment operation) {
		String comment = (operation.comment() != null) ? operation.comment() : "";
		return Stream.of(words().alterTable(operation.table()) + "comment = " + words().literal(comment));
	}

}
