package dev.migrator.dialect.standard;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.IndexOperation;
import dev.migrator.operation.RenameIndex;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;

/**
 * Statements on indexes, which the SQL standard does not know, in the words that
 * databases share as far as they do. An index stands in the schema of its table.
 */
public class IndexSql {

	private final SqlWords words;

	/**
	 * Create the statements.
	 * @param words names, values and types
	 */
	public IndexSql(SqlWords words) {
		this.words = words;
	}

	/**
	 * Render an operation.
	 * @param operation the operation
	 * @return the statements
	 */
	public final Stream<String> render(IndexOperation operation) {
		if (operation instanceof CreateIndex create) {
			return create(create);
		}
		return (operation instanceof DropIndex drop) ? drop(drop) : rename((RenameIndex) operation);
	}

	protected Stream<String> create(CreateIndex operation) {
		Index index = operation.index();
		check(index);
		if (index.name() == null && operation.ifNotExists()) {
			throw SqlWords.unsupported("An index on %s without a name cannot be created only if it is not there."
				.formatted(operation.table()), "Give it a name.");
		}
		String name = (index.name() != null)
				? this.words.ifNotExists(operation.ifNotExists()) + this.words.name(index.name()) + " " : "";
		return Stream.of("create " + kind(index) + "index " + concurrently(operation.concurrently()) + name + "on "
				+ this.words.name(operation.table()) + method(index) + " " + columns(index) + options(index));
	}

	/**
	 * Refuse what the database lacks.
	 * @param index the index
	 */
	protected void check(Index index) {
	}

	/**
	 * Write what stands between {@code create} and {@code index}.
	 * @param index the index
	 * @return the words with a blank behind, or nothing
	 */
	protected String kind(Index index) {
		return (index.unique()) ? "unique " : "";
	}

	/**
	 * Write the method of an index.
	 * @param index the index
	 * @return the words with a blank before, or nothing
	 */
	protected String method(Index index) {
		return (index.method() != null) ? " using " + index.method() : "";
	}

	/**
	 * Write how an index is created or dropped while writers go on.
	 * @param concurrently whether that is asked for
	 * @return the word with a blank behind it, or nothing
	 */
	protected String concurrently(boolean concurrently) {
		return "";
	}

	private String columns(Index index) {
		return index.columns().stream().map(this::column).collect(Collectors.joining(", ", "(", ")"));
	}

	/**
	 * Write a part of an index.
	 * @param column a column or an expression
	 * @return its SQL
	 */
	protected String column(IndexColumn column) {
		StringBuilder sql = new StringBuilder(
				(column.expression()) ? "(" + column.text() + ")" : this.words.name(column.text()));
		if (column.prefix() != null) {
			sql.append('(').append(column.prefix()).append(')');
		}
		if (column.collation() != null) {
			sql.append(" collate ").append(this.words.name(column.collation()));
		}
		if (column.operatorClass() != null) {
			sql.append(' ').append(column.operatorClass());
		}
		if (column.descending()) {
			sql.append(" desc");
		}
		if (column.nullsOrder() != null) {
			sql.append(" nulls ").append(column.nullsOrder().name().toLowerCase(Locale.ROOT));
		}
		return sql.toString();
	}

	/**
	 * Write what stands behind the columns.
	 * @param index the index
	 * @return the words with a blank before, or nothing
	 */
	protected String options(Index index) {
		StringBuilder sql = new StringBuilder();
		if (!index.include().isEmpty()) {
			sql.append(" include ").append(this.words.list(index.include()));
		}
		if (index.nullsNotDistinct()) {
			sql.append(" nulls not distinct");
		}
		if (!index.with().isEmpty()) {
			sql.append(index.with()
				.stream()
				.map((parameter) -> parameter.name() + " = " + parameter.value())
				.collect(Collectors.joining(", ", " with (", ")")));
		}
		if (index.tablespace() != null) {
			sql.append(" tablespace ").append(this.words.name(index.tablespace()));
		}
		return sql.append((index.where() != null) ? " where " + index.where() : "").toString();
	}

	protected Stream<String> drop(DropIndex operation) {
		return Stream
			.of("drop index " + concurrently(operation.concurrently()) + this.words.ifExists(operation.ifExists())
					+ this.words.name(operation.table().withName(operation.name()))
					+ this.words.cascade(operation.cascade()));
	}

	protected Stream<String> rename(RenameIndex operation) {
		return Stream.of("alter index " + this.words.name(operation.table().withName(operation.name())) + " rename to "
				+ this.words.name(operation.newName()));
	}

	protected final SqlWords words() {
		return this.words;
	}

}
