package dev.migrator.dialect.h2;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.dialect.standard.IndexSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.DropIndex;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;

/**
 * Indexes of H2. It knows no index that is made while writers go on, and has few writers
 * to spare: there {@code concurrently} creates and drops an index as usual.
 *
 * @see <a href="https://www.h2database.com/html/commands.html#create_index">CREATE
 * INDEX</a>
 */
final class H2IndexSql extends IndexSql {

	private static final String ADVICE = "Leave it out on H2, for example by op.dialect().";

	private static final Set<String> METHODS = Set.of("btree", "hash", "rtree");

	H2IndexSql(SqlWords words) {
		super(words);
	}

	@Override
	protected void check(Index index) {
		String name = String.valueOf(index.name());
		words().refuse(index.where() != null, "index on some rows only, as '%s' would be".formatted(name),
				"Leave its 'where' out on H2, for example by op.dialect().");
		words().refuse(index.columns().stream().anyMatch(IndexColumn::expression),
				"index on an expression, as '%s' would be".formatted(name), "Index a generated column instead on H2.");
		words().refuse(!index.include().isEmpty() && !index.unique(),
				"index that holds more columns and is not unique, as '%s' would be".formatted(name), ADVICE);
		words().refuse(index.method() != null && !METHODS.contains(index.method().toLowerCase(Locale.ROOT)),
				"index by the method '%s', as '%s' would be".formatted(index.method(), name), ADVICE);
		words().refuse(!index.with().isEmpty() || index.tablespace() != null,
				"index that says how or where it is stored, as '%s' does".formatted(name), ADVICE);
		index.columns().forEach((column) -> check(column, name));
	}

	private void check(IndexColumn column, String name) {
		words().refuse(column.collation() != null || column.operatorClass() != null,
				"index that compares its values in a way of its own, as '%s' does".formatted(name), ADVICE);
		words().refuse(column.prefix() != null, "index on the beginning of a text, as '%s' would be".formatted(name),
				ADVICE);
	}

	@Override
	protected String kind(Index index) {
		return super.kind(index) + ((index.nullsNotDistinct()) ? "nulls not distinct " : "");
	}

	@Override
	protected String options(Index index) {
		return (index.include().isEmpty()) ? "" : " include " + words().list(index.include());
	}

	@Override
	protected Stream<String> drop(DropIndex operation) {
		words().refuse(operation.cascade(), "way to drop with an index what depends on it",
				"Drop that first, for example by op.dialect().");
		return super.drop(operation);
	}

}
