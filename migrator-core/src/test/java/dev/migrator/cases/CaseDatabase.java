package dev.migrator.cases;

import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.ForeignKeysInTheWayException;
import dev.migrator.dialect.StatementGroup;
import dev.migrator.dialect.SuspendedForeignKeys;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;

/**
 * An empty database to run a case in.
 *
 * @param product which one it is
 * @param session the connection to it
 * @param dialect how it speaks
 */
record CaseDatabase(Product product, SqlSession session, Dialect dialect) implements AutoCloseable {

	static CaseDatabase open(Product product, DataSource dataSource) {
		SqlSession session = JdbcSession.open(dataSource);
		return new CaseDatabase(product, session, Dialects.of(session.database()));
	}

	/** Drops all that is in a database of PostgreSQL, which is faster than a new one. */
	void clear() {
		reflect().schemas()
			.forEach((schema) -> execute("drop schema %s cascade".formatted(this.dialect.quote(schema))));
		execute("drop schema if exists public cascade");
		execute("create schema public");
	}

	private void execute(String sql) {
		this.session.execute(SqlStatement.of(sql));
	}

	/** Runs operations as the engine does: each looks at what those before it did. */
	void run(List<Operation> operations) {
		for (Operation operation : operations) {
			try {
				run(operation);
			}
			catch (ForeignKeysInTheWayException ex) {
				runWithoutForeignKeys(operation);
			}
		}
	}

	private void run(Operation operation) {
		StatementGroup group = this.dialect.render(operation, this.session);
		try {
			group.statements().forEach(this.session::execute);
		}
		finally {
			group.afterwards().forEach(this.session::execute);
		}
	}

	private void runWithoutForeignKeys(Operation operation) {
		SuspendedForeignKeys foreignKeys = this.dialect.suspendForeignKeys(this.session);
		try {
			this.session.begin();
			run(operation);
			foreignKeys.check(this.session);
			this.session.commit();
		}
		finally {
			this.session.rollback();
			foreignKeys.resume(this.session);
		}
	}

	Schema reflect() {
		return this.dialect.reflect(SchemaFilter.ALL, this.session);
	}

	@Override
	public void close() {
		this.session.close();
	}

	/**
	 * The databases that a case may be for.
	 */
	enum Product {

		POSTGRESQL("postgresql", true, true),

		H2("h2", true, true),

		SQLITE("sqlite", true, false);

		private final String key;

		private final boolean reflected;

		private final boolean comments;

		/**
		 * Create a product.
		 * @param key the name of its dialect
		 * @param reflected whether its schemas can be read; else only what it refuses is
		 * checked
		 * @param comments whether it keeps comments
		 */
		Product(String key, boolean reflected, boolean comments) {
			this.key = key;
			this.reflected = reflected;
			this.comments = comments;
		}

		String key() {
			return this.key;
		}

		DataSource newDatabase() {
			return switch (this) {
				case POSTGRESQL -> Databases.postgresql();
				case H2 -> Databases.h2();
				case SQLITE -> Databases.sqlite();
			};
		}

		boolean isReflected() {
			return this.reflected;
		}

		boolean keepsComments() {
			return this.comments;
		}

		static List<String> keys() {
			return Stream.of(values()).map(Product::key).toList();
		}

	}

}
