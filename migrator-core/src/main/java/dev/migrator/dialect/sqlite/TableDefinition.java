package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table as the {@code create table} says that SQLite keeps. Spans are those of its
 * text.
 *
 * @param sql the text
 * @param name the table's name
 * @param nameSpan where that stands
 * @param columns the columns in order
 * @param constraints the table's constraints that do not stand with a column
 * @param close where the bracket closes that holds all of these
 * @param options the words behind that bracket, in lower case
 * @see <a href="https://www.sqlite.org/lang_createtable.html">CREATE TABLE</a>
 */
record TableDefinition(String sql, String name, Span nameSpan, List<ColumnDefinition> columns, List<Clause> constraints,
		int close, Set<String> options) {

	TableDefinition {
		columns = List.copyOf(columns);
		constraints = List.copyOf(constraints);
		options = Set.copyOf(options);
	}

	Optional<ColumnDefinition> column(String column) {
		return this.columns.stream().filter((candidate) -> SqliteNames.same(candidate.name(), column)).findFirst();
	}

	/**
	 * Return all constraints, those that stand with a column among them.
	 * @return keys and checks in order
	 */
	List<Clause> allConstraints() {
		return Stream
			.concat(this.columns.stream().flatMap((column) -> column.clauses().stream()), this.constraints.stream())
			.filter(Clause::isConstraint)
			.toList();
	}

	/**
	 * Return the columns and the constraints that stand beside them.
	 * @return where each stands, in order
	 */
	List<Span> items() {
		List<Span> items = new ArrayList<>();
		this.columns.forEach((column) -> items.add(column.span()));
		this.constraints.forEach((constraint) -> items.add(constraint.span()));
		return items;
	}

	/**
	 * Return what a clause says.
	 * @param clause a condition, a computed column, a default or a collation
	 * @return its text without the brackets around it
	 */
	String body(Clause clause) {
		if (clause.body() == null) {
			throw new IllegalStateException("%s has no text of its own".formatted(clause));
		}
		return clause.body().of(this.sql).strip();
	}

	Optional<Clause> primaryKey() {
		return allConstraints().stream().filter((clause) -> clause.kind() == Clause.Kind.PRIMARY_KEY).findFirst();
	}

	boolean hasForeignKeys() {
		return allConstraints().stream().anyMatch((clause) -> clause.kind() == Clause.Kind.FOREIGN_KEY);
	}

	boolean hasRowid() {
		return !this.options.contains("without");
	}

	boolean isAutoincrement() {
		return primaryKey().filter(Clause::autoincrement).isPresent();
	}

	/**
	 * Find the column that is but another name of the rowid: an {@code integer primary
	 * key}, in exactly this word, whose values SQLite counts up.
	 * @return the column, if there is one
	 * @see <a href="https://www.sqlite.org/lang_createtable.html#rowid">ROWIDs and the
	 * INTEGER PRIMARY KEY</a>
	 */
	Optional<ColumnDefinition> rowidAlias() {
		return (!hasRowid()) ? Optional.empty() : primaryKey()
			.filter((key) -> key.columns().size() == 1 && !key.descending())
			.flatMap((key) -> column(key.columns().get(0)))
			.filter((column) -> column.type() != null && column.type().of(this.sql).equalsIgnoreCase("integer"));
	}

}
