package dev.migrator.dialect.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.SetTableComment;
import dev.migrator.operation.TableOperation;
import dev.migrator.schema.Index;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.TableOption;

/**
 * Statements on whole tables.
 */
public class TableSql {

	private final SqlWords words;

	private final ColumnSql columns;

	private final ConstraintSql constraints;

	private final IndexSql indexes;

	/**
	 * Create the statements.
	 * @param words names, values and types
	 * @param columns how columns are written
	 * @param constraints how constraints are written
	 * @param indexes how indexes are created
	 */
	public TableSql(SqlWords words, ColumnSql columns, ConstraintSql constraints, IndexSql indexes) {
		this.words = words;
		this.columns = columns;
		this.constraints = constraints;
		this.indexes = indexes;
	}

	/**
	 * Render an operation.
	 * @param operation the operation
	 * @return the statements
	 */
	public final Stream<String> render(TableOperation operation) {
		if (operation instanceof CreateTable create) {
			return create(create);
		}
		if (operation instanceof DropTable drop) {
			return drop(drop);
		}
		return (operation instanceof RenameTable rename) ? rename(rename) : comment((SetTableComment) operation);
	}

	/**
	 * Create a table, then its indexes, then its comments.
	 * @param operation the operation
	 * @return the statements
	 */
	protected Stream<String> create(CreateTable operation) {
		Table table = operation.table();
		String content = Stream
			.concat(table.columns().stream().map(this.columns::definition),
					table.constraints().stream().map(this.constraints::definition))
			.collect(Collectors.joining(",\n    ", "(\n    ", "\n)"));
		List<String> statements = new ArrayList<>();
		statements.add("create " + prefix(table) + "table " + this.words.ifNotExists(operation.ifNotExists())
				+ this.words.name(table.name()) + " " + content + suffix(table));
		for (Index index : table.indexes()) {
			this.indexes.create(new CreateIndex(table.name(), index, operation.ifNotExists(), false))
				.forEach(statements::add);
		}
		if (table.comment() != null) {
			comment(new SetTableComment(table.name(), table.comment(), null)).forEach(statements::add);
		}
		table.columns().forEach((column) -> this.columns.comment(table.name(), column).forEach(statements::add));
		return statements.stream();
	}

	/**
	 * Write what stands between {@code create} and {@code table}.
	 * @param table the table
	 * @return the words with a blank behind, or nothing
	 */
	protected String prefix(Table table) {
		return "";
	}

	/**
	 * Write what stands behind a table's columns and constraints.
	 * @param table the table
	 * @return the words with a blank before, or nothing
	 */
	protected String suffix(Table table) {
		options(table, Set.of());
		return "";
	}

	/**
	 * Return the options of a table that are for this database.
	 * @param table the table
	 * @param known the names of the options that it knows
	 * @return the options
	 */
	protected final List<TableOption> options(Table table, Set<String> known) {
		List<TableOption> options = table.options()
			.stream()
			.filter((option) -> option.dialect().equals(this.words.dialect()))
			.toList();
		for (TableOption option : options) {
			this.words.refuse(!known.contains(option.name()),
					"table option '%s', as '%s' would have it".formatted(option.name(), table.name()),
					(known.isEmpty()) ? "Remove it." : "Take one of these: %s."
						.formatted(known.stream().sorted().collect(Collectors.joining(", "))));
		}
		return options;
	}

	protected Stream<String> drop(DropTable operation) {
		return Stream.of("drop table " + this.words.ifExists(operation.ifExists()) + this.words.name(operation.table())
				+ this.words.cascade(operation.cascade()));
	}

	protected Stream<String> rename(RenameTable operation) {
		return Stream
			.of(this.words.alterTable(operation.table()) + "rename to " + this.words.name(operation.newName()));
	}

	protected Stream<String> comment(SetTableComment operation) {
		TableName table = operation.table();
		return Stream
			.of("comment on table " + this.words.name(table) + " is " + this.words.comment(operation.comment()));
	}

	protected final SqlWords words() {
		return this.words;
	}

}
