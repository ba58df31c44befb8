package dev.migrator.dialect.mariadb;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.standard.IndexSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.RenameIndex;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import org.jspecify.annotations.Nullable;

/**
 * Indexes of MariaDB and MySQL, each of which belongs to its table. Writers go on while
 * most of them are made; where {@code concurrently} asks for that, the statement fails if
 * they could not.
 *
 * @see <a href="https://mariadb.com/kb/en/create-index/">CREATE INDEX</a>
 */
final class MariadbIndexSql extends IndexSql {

	private static final String ADVICE = "Leave that out there, for example by op.dialect().";

	private static final Set<String> KINDS = Set.of("fulltext", "spatial");

	private static final Set<String> METHODS = Set.of("btree", "hash", "rtree");

	private final ServerFeatures features;

	MariadbIndexSql(SqlWords words, ServerFeatures features) {
		super(words);
		this.features = features;
	}

	/**
	 * Write an index as it stands in {@code create table}.
	 * @param index the index
	 * @return its SQL
	 */
	String inline(Index index) {
		check(index);
		String name = (index.name() != null) ? " " + words().name(index.name()) : "";
		return kind(index) + "index" + name + " " + columns(index) + options(index);
	}

	private String columns(Index index) {
		return index.columns().stream().map(this::column).collect(Collectors.joining(", ", "(", ")"));
	}

	@Override
	protected Stream<String> create(CreateIndex operation) {
		Index index = operation.index();
		requireConditionalParts(operation.ifNotExists(), "create an index only where it is missing");
		String lock = (operation.concurrently()) ? "lock = none" : "";
		if (index.name() == null && !operation.ifNotExists()) {
			// only there the database names it
			String add = words().alterTable(operation.table()) + "add " + inline(index);
			return Stream.of((lock.isEmpty()) ? add : add + ", " + lock);
		}
		return super.create(operation).map((sql) -> (lock.isEmpty()) ? sql : sql + " " + lock);
	}

	@Override
	protected void check(Index index) {
		String name = String.valueOf(index.name());
		words().refuse(index.where() != null, "index on some rows only, as '%s' would be".formatted(name),
				"Leave its 'where' out there, for example by op.dialect().");
		words().refuse(
				!this.features.hasIndexesOnExpressions() && index.columns().stream().anyMatch(IndexColumn::expression),
				"index on an expression, as '%s' would be".formatted(name), "Index a generated column instead.");
		words().refuse(!index.include().isEmpty(), "index that holds more columns, as '%s' would".formatted(name),
				ADVICE);
		words().refuse(index.nullsNotDistinct(),
				"unique index to which two rows without a value are equal, as '%s' would be".formatted(name), ADVICE);
		String method = method(index.method());
		words().refuse(!method.isEmpty() && !METHODS.contains(method) && !KINDS.contains(method),
				"index by the method '%s', as '%s' would be".formatted(index.method(), name),
				"Take one of btree, hash, fulltext, spatial.");
		words().refuse(!index.with().isEmpty() || index.tablespace() != null,
				"index that says how or where it is stored, as '%s' does".formatted(name), ADVICE);
		words().refuse(
				index.columns()
					.stream()
					.anyMatch((column) -> column.collation() != null || column.operatorClass() != null
							|| column.nullsOrder() != null),
				"index that orders its values in a way of its own, as '%s' does".formatted(name), ADVICE);
	}

	@Override
	protected String kind(Index index) {
		String method = method(index.method());
		return super.kind(index) + ((KINDS.contains(method)) ? method + " " : "");
	}

	private static String method(@Nullable String method) {
		return (method != null) ? method.toLowerCase(Locale.ROOT) : "";
	}

	@Override
	protected String method(Index index) {
		return "";
	}

	@Override
	protected String options(Index index) {
		String method = method(index.method());
		return (METHODS.contains(method)) ? " using " + method : "";
	}

	@Override
	protected Stream<String> drop(DropIndex operation) {
		words().refuse(operation.cascade(), "way to drop with an index what depends on it",
				"Drop that first, for example by op.dialect().");
		requireConditionalParts(operation.ifExists(), "drop an index only where there is one");
		return Stream.of(words().alterTable(operation.table()) + "drop index " + words().ifExists(operation.ifExists())
				+ words().name(operation.name()) + ((operation.concurrently()) ? ", lock = none" : ""));
	}

	@Override
	protected Stream<String> rename(RenameIndex operation) {
		words().refuse(!this.features.hasRenamedParts(),
				"new name for an index such as '%s' in this version".formatted(operation.name()),
				"Create it anew, and drop the old one.");
		return Stream.of(words().alterTable(operation.table()) + "rename index " + words().name(operation.name())
				+ " to " + words().name(operation.newName()));
	}

	private void requireConditionalParts(boolean conditional, String what) {
		if (conditional && !this.features.hasConditionalParts()) {
			throw SqlWords.unsupported("%s cannot %s.".formatted(words().product(), what), "Leave the condition out.");
		}
	}

}
