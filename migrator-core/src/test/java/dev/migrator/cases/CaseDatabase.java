package dev.migrator.cases;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param others the schemas of the same server that were there before
 */
record CaseDatabase(Product product, SqlSession session, Dialect dialect, Set<String> others) implements AutoCloseable {

	static CaseDatabase open(Product product, DataSource dataSource) {
		SqlSession session = JdbcSession.open(dataSource);
		return new CaseDatabase(product, session, Dialects.of(session.database()),
				(product.hasSchemasForDatabases()) ? schemas(session) : Set.of());
	}

	private static Set<String> schemas(SqlSession session) {
		return session.query(SqlStatement.of("select schema_name as name from information_schema.schemata"))
			.stream()
			.map((row) -> String.valueOf(row.string("name")))
			.collect(Collectors.toSet());
	}

	/** Drops all that is in a database that is {@linkplain Product#isReused reused}. */
	void clear() {
		if (this.product.hasSchemasForDatabases()) {
			String name = this.dialect.quote(this.dialect.currentSchema(this.session));
			List.of("drop database ", "create database ", "use ").forEach((word) -> execute(word + name));
			return;
		}
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
		return this.dialect.reflect(
				(this.product.hasSchemasForDatabases()) ? SchemaFilter.defaultAnd(newSchemas()) : SchemaFilter.ALL,
				this.session);
	}

	// Those of the whole server, less what other tests have there.
	private Set<String> newSchemas() {
		Set<String> schemas = schemas(this.session);
		schemas.removeAll(this.others);
		return schemas;
	}

	@Override
	public void close() {
		if (this.product.hasSchemasForDatabases()) {
			execute("set foreign_key_checks = 0");
			newSchemas().forEach((schema) -> execute("drop database " + this.dialect.quote(schema)));
		}
		this.session.close();
	}

	/**
	 * The databases that a case may be for.
	 */
	enum Product {

		POSTGRESQL("postgresql", true, true),

		H2("h2", true, true),

		MARIADB("mariadb", true, true),

		MYSQL("mysql", true, true),

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
			return Databases.of(this.key);
		}

		boolean isReflected() {
			return this.reflected;
		}

		/** Whether its schemas are what others call databases: MariaDB and MySQL. */
		boolean hasSchemasForDatabases() {
			return this == MARIADB || this == MYSQL;
		}

		/** Whether it is faster to empty a database than to create one. */
		boolean isReused() {
			return this == POSTGRESQL || hasSchemasForDatabases();
		}

		boolean keepsComments() {
			return this.comments;
		}

		static List<String> keys() {
			return Stream.of(values()).map(Product::key).toList();
		}

	}

}
