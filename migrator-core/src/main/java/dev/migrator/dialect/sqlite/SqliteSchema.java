package dev.migrator.dialect.sqlite;

import java.util.List;
import java.util.Optional;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * What is in a database: each table, index, view and trigger with the statement that
 * would make it as it is.
 *
 * @param objects all that has a statement, in the order it was made
 */
record SqliteSchema(List<SchemaObject> objects) {

	static final String MAIN = "main";

	SqliteSchema {
		objects = List.copyOf(objects);
	}

	/**
	 * Read a database.
	 * @param name its name: {@code main}, or that of one that is attached
	 * @param session where to look
	 * @return its schema
	 */
	static SqliteSchema of(String name, SqlSession session) {
		return new SqliteSchema(session
			.query(SqlStatement.of("""
					select type, name, tbl_name as owner, sql from %s.sqlite_schema
					where sql is not null and name not like 'sqlite\\_%%' escape '\\' order by rowid"""
				.formatted(SqliteNames.quoted(name))))
			.stream()
			.map((row) -> new SchemaObject(String.valueOf(row.string("type")), String.valueOf(row.string("name")),
					String.valueOf(row.string("owner")), String.valueOf(row.string("sql"))))
			.toList());
	}

	/**
	 * Find a table.
	 * @param name its name
	 * @return the table, or nothing
	 */
	Optional<SchemaObject> find(String name) {
		return this.objects.stream()
			.filter((object) -> object.type().equals("table") && SqliteNames.same(object.name(), name))
			.findFirst();
	}

	/**
	 * Read a table.
	 * @param name its name
	 * @return the table
	 * @throws MigratorException {@code UNSUPPORTED} if it cannot be read,
	 * {@code MIGRATION_FAILED} if there is none
	 */
	TableDefinition table(String name) {
		return CreateTableReader.read(
				find(name)
					.orElseThrow(() -> new MigratorException(ErrorCategory.MIGRATION_FAILED,
							"There is no table '%s' in the database.".formatted(name), "Look at its name."))
					.sql());
	}

	/**
	 * Return what was made for a table and goes with it.
	 * @param table the table
	 * @param type {@code index} or {@code trigger}
	 * @return the indexes or triggers, in the order they were made
	 */
	List<SchemaObject> of(String table, String type) {
		return this.objects.stream()
			.filter((object) -> object.type().equals(type) && SqliteNames.same(object.table(), table))
			.toList();
	}

	/**
	 * A table, index, view or trigger.
	 *
	 * @param type what it is
	 * @param name its name
	 * @param table the table or view it belongs to, its own name if it is one
	 * @param sql the statement that makes it
	 */
	record SchemaObject(String type, String name, String table, String sql) {

	}

}
