package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.standard.IndexSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.schema.Index;

/**
 * Indexes of PostgreSQL.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE
 * INDEX</a>
 */
final class PostgresqlIndexSql extends IndexSql {

	private final PostgresqlVersion version;

	PostgresqlIndexSql(SqlWords words, PostgresqlVersion version) {
		super(words);
		this.version = version;
	}

	@Override
	protected void check(Index index) {
		this.version.require(index.nullsNotDistinct(), 15,
				"unique index to which two rows without a value are equal, as '%s' would be,".formatted(index.name()));
		words().refuse(index.columns().stream().anyMatch((column) -> column.prefix() != null),
				"index on the beginning of a text, as '%s' would be".formatted(index.name()),
				"Index an expression such as left(name, 10).");
	}

	@Override
	protected String concurrently(boolean concurrently) {
		return (concurrently) ? "concurrently " : "";
	}

}
