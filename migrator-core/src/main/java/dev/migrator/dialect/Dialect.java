package dev.migrator.dialect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.migrator.dialect.syntax.SqlSyntax;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import dev.migrator.operation.UpdateInBatches;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.IdentifierLimit;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * How one database speaks. A dialect knows a database's version but holds no connection
 * and no state: its methods may be called at any time, by any thread.
 */
public interface Dialect {

	/**
	 * Return the database's name as SQL files and {@code op.dialect()} use it.
	 * @return {@code postgresql}, {@code mariadb} …
	 */
	String name();

	/**
	 * Return how this database's SQL is read.
	 * @return the syntax
	 */
	SqlSyntax syntax();

	/**
	 * Return whether DDL takes part in transactions. Where it does not, each such
	 * statement commits what was done before it and itself.
	 * @return whether a failed revision leaves nothing behind
	 */
	boolean transactionalDdl();

	/**
	 * Say an operation in this database's words.
	 * @param operation the operation
	 * @return the statements in order; none where there is nothing to do, as for an
	 * insert without rows
	 * @throws dev.migrator.error.MigratorException if the database lacks what it says
	 */
	List<SqlStatement> render(Operation operation);

	/**
	 * Return whether an operation becomes other statements depending on what is in the
	 * database. Then {@link #render(Operation, SqlSession)} says it, and
	 * {@link #render(Operation)} only if it can be said without looking.
	 * @param operation the operation
	 * @return whether to look into the database first
	 */
	default boolean dependsOnSchema(Operation operation) {
		return false;
	}

	/**
	 * Say an operation in this database's words after a look at what it is about.
	 * @param operation the operation
	 * @param session where to look
	 * @return the statements
	 * @throws ForeignKeysInTheWayException if it can be done only while foreign keys are
	 * suspended, and the session is in a transaction that began otherwise
	 * @throws MigratorException if the database lacks what the operation says
	 */
	default StatementGroup render(Operation operation, SqlSession session) {
		return new StatementGroup(render(operation), List.of());
	}

	/**
	 * Say how a table is updated in batches; {@link #render(Operation)} says the same as
	 * one update.
	 * @param operation the operation
	 * @return the statements of a batch
	 * @throws MigratorException {@code UNSUPPORTED} if the dialect cannot
	 */
	default BatchedUpdate batches(UpdateInBatches operation) {
		throw new MigratorException(ErrorCategory.UNSUPPORTED,
				"%s cannot be updated in batches on %s.".formatted(operation.table(), name()), "Use op.update.");
	}

	/**
	 * Have a session not enforce foreign keys, where operations may need that.
	 * @param session the session, in no transaction
	 * @return what checks them, and has them enforced again
	 */
	default SuspendedForeignKeys suspendForeignKeys(SqlSession session) {
		throw new IllegalStateException("No operation on %s needs foreign keys to be suspended".formatted(name()));
	}

	/**
	 * Write a name so that the database reads it as this very name: as it is where it is
	 * plain, else in quotes.
	 * @param identifier the name of a table, column, constraint or index
	 * @return the name in SQL
	 * @throws dev.migrator.error.MigratorException if it is longer than the database
	 * keeps
	 */
	String quote(String identifier);

	/**
	 * Write a table's name with its schema.
	 * @param table the table
	 * @return the name in SQL
	 */
	default String quote(TableName table) {
		String name = quote(table.name());
		return (table.schema() != null) ? quote(table.schema()) + "." + name : name;
	}

	/**
	 * Return how long a name may be.
	 * @return the limit
	 */
	IdentifierLimit identifierLimit();

	/**
	 * Write a value so that the database reads it as the same value.
	 * @param value a string, character, enum constant, number, boolean, date or time of
	 * {@code java.time} or {@code java.util}, UUID, bytes, JSON, a list or an array of
	 * such values, or {@code null}
	 * @return the value in SQL
	 * @throws dev.migrator.error.MigratorException if the database has no such value
	 */
	String literal(@Nullable Object value);

	/**
	 * Read a moment that a column of such values gave.
	 * @param value the value as the driver gives it
	 * @return the moment
	 * @throws IllegalArgumentException if it is none
	 */
	Instant instant(Object value);

	/**
	 * Return what a column for moments gets to hold the present one.
	 * @return an expression in SQL
	 */
	String currentMoment();

	/**
	 * Say how a table of Migrator's own is created: as any other, except where the
	 * database's defaults might not do.
	 * @param creation the table
	 * @return the statements in order
	 */
	default List<SqlStatement> renderOwn(CreateTable creation) {
		return render(creation);
	}

	/**
	 * Look whether a session is set so that what this dialect writes and splits means
	 * what it says.
	 * @param session the session that is to migrate
	 * @throws MigratorException {@code CONFIGURATION} if it is not
	 */
	default void checkSession(SqlSession session) {
	}

	/**
	 * Limit how long each statement of a session may wait for a lock and may run.
	 * @param lockTimeout the longest wait, in whole milliseconds, zero for no limit;
	 * {@code null} to leave it as it is
	 * @param statementTimeout the longest run, likewise
	 * @return the statements, none if nothing changes
	 */
	List<SqlStatement> timeouts(@Nullable Duration lockTimeout, @Nullable Duration statementTimeout);

	/**
	 * Say how a session gets back the limits that it has now.
	 * @param session the session, before {@link #timeouts} change them
	 * @return the statements
	 */
	List<SqlStatement> resetTimeouts(SqlSession session);

	/**
	 * Look whether there is a table, with one query.
	 * @param table the table
	 * @param session where to look
	 * @return whether it exists and can be seen
	 */
	boolean tableExists(TableName table, SqlSession session);

	/**
	 * Look whether a statement took effect, for a process that died while it ran. A
	 * statement that may run again without harm, as {@code comment on} may, counts as not
	 * done.
	 * @param statement the statement
	 * @param session where to look
	 * @return what the catalog tells: only where it is sure, done or not done
	 * @throws dev.migrator.error.MigratorException if the statement cannot be read
	 */
	Effect effectOf(SqlStatement statement, SqlSession session);

	/**
	 * Look whether there is a schema, with one query.
	 * @param schema the schema's name
	 * @param session where to look
	 * @return whether it exists
	 * @throws MigratorException {@code UNSUPPORTED} if the database has no schemas
	 */
	default boolean schemaExists(String schema, SqlSession session) {
		throw withoutSchemas(schema);
	}

	/**
	 * Make a schema the first one in which a session looks for names, and in which it
	 * creates things.
	 * @param schema the schema's name
	 * @param session the session
	 * @return the statements that give the session back what it had
	 * @throws MigratorException {@code UNSUPPORTED} if the database has no schemas
	 */
	default List<SqlStatement> useSchema(String schema, SqlSession session) {
		throw withoutSchemas(schema);
	}

	/**
	 * Return the schema in which a session creates things.
	 * @param session the session
	 * @return its name
	 */
	default String currentSchema(SqlSession session) {
		return String.valueOf(session.query(SqlStatement.of("select current_schema as name")).get(0).get("name"));
	}

	/**
	 * Return what a script says where a run would ask the database.
	 * @return the words
	 * @throws MigratorException {@code UNSUPPORTED} if no script can be written
	 */
	default OfflineSql offline() {
		throw new MigratorException(ErrorCategory.UNSUPPORTED, "No script can be written for %s.".formatted(name()),
				"Run the migrations online.");
	}

	/**
	 * Describe what is in a schema, one line each: tables, columns, constraints, indexes,
	 * sequences, views, functions, triggers and types. Two schemas that statements made
	 * alike have the same lines, whatever their own names and the numbers that the
	 * database gave.
	 * @param schema the schema's name
	 * @param session where to look
	 * @return the lines in a fixed order, none if there is no such schema
	 * @throws MigratorException {@code UNSUPPORTED} if the dialect cannot
	 */
	default List<String> describeSchema(String schema, SqlSession session) {
		throw new MigratorException(ErrorCategory.UNSUPPORTED,
				"What is in the schema '%s' cannot be described on %s.".formatted(schema, name()));
	}

	/**
	 * Read what is in schemas, by a number of queries that does not grow with it. Names
	 * are as migrations write them; expressions, conditions and queries are as the
	 * database prints them; what is as the database has it by default is left out. What
	 * belongs to an extension, and the parts of a partitioned table, are left out, too.
	 * @param filter which schemas to look at
	 * @param session where to look
	 * @return what is in them
	 * @throws MigratorException {@code UNSUPPORTED} if the dialect cannot
	 */
	default Schema reflect(SchemaFilter filter, SqlSession session) {
		throw new MigratorException(ErrorCategory.UNSUPPORTED,
				"What is in the database cannot be read on %s.".formatted(name()));
	}

	/**
	 * Tell of what {@link #reflect} leaves out of these schemas, since something else
	 * looks after it: tables, sequences, views and types of extensions, and the parts of
	 * partitioned tables.
	 * @param filter which schemas to look at
	 * @param session where to look
	 * @return what there is, in the order of the names
	 */
	default List<UnmanagedObject> unmanaged(SchemaFilter filter, SqlSession session) {
		return List.of();
	}

	/**
	 * Return what a type is called when {@link #reflect} reads a column that was given
	 * it: several portable types may be one type of the database.
	 * @param type the type
	 * @return the type as it is read
	 * @throws MigratorException {@code UNSUPPORTED} if the database has no such type
	 */
	default ColumnType reflected(ColumnType type) {
		return type;
	}

	/**
	 * Return where an empty database in memory is that is set up like another one.
	 * @param session the other one
	 * @return its URL for JDBC, or nothing where the database does not run in memory
	 */
	default Optional<String> inMemory(SqlSession session) {
		return Optional.empty();
	}

	/**
	 * Say how an empty schema is made in a database in memory.
	 * @param schema the schema's name
	 * @return the statements
	 */
	default List<SqlStatement> schemaInMemory(String schema) {
		return render(new CreateSchema(schema, true));
	}

	/**
	 * Say what gives an empty database in memory the schema of another one, without its
	 * rows, so that operations that depend on the schema can be tried there.
	 * @param session the other one
	 * @return the statements, or nothing where no operation needs that or it cannot be
	 */
	default Optional<List<SqlStatement>> copySchema(SqlSession session) {
		return Optional.empty();
	}

	/**
	 * Say how a value of a column's new type is made of its old one, where a change of
	 * the type alone would be refused.
	 * @param before the column as it is
	 * @param after the column as it is to be
	 * @return the expression, or nothing where the database converts by itself
	 */
	default Optional<String> conversion(Column before, Column after) {
		return Optional.empty();
	}

	/**
	 * Watch which locks the statements of a transaction take.
	 * @param session the session, in its transaction
	 * @return the watch, or nothing where the database does not tell
	 */
	default Optional<LockWatch> watchLocks(SqlSession session) {
		return Optional.empty();
	}

	/**
	 * Check now what the database checks when a transaction ends, such as constraints
	 * that are deferred.
	 * @param session the session, in its transaction
	 * @throws dev.migrator.session.SqlSessionException if the transaction could not be
	 * committed
	 */
	default void checkDeferred(SqlSession session) {
	}

	/**
	 * Make sure that a statement does in a transaction what it says.
	 * @param statement the statement
	 * @param session the session, in its transaction
	 * @throws ForeignKeysInTheWayException if it suspends foreign keys, which has no
	 * effect there
	 */
	default void checkInTransaction(SqlStatement statement, SqlSession session) {
	}

	/**
	 * Return whether a statement's failure means that it uses what the same transaction
	 * made and what can be used only when that is committed.
	 * @param sqlState the SQLSTATE
	 * @return whether it may succeed in a transaction of its own
	 */
	default boolean needsCommit(String sqlState) {
		return false;
	}

	private MigratorException withoutSchemas(String schema) {
		return new MigratorException(ErrorCategory.UNSUPPORTED,
				"The schema '%s' cannot be used, because %s has no schemas to choose from.".formatted(schema, name()),
				"Remove migrator.schema.");
	}

	/**
	 * Return the lock that lets only one process migrate.
	 * @param versionTable the table whose owner is to be alone
	 * @return the lock, not taken
	 */
	MigrationLock lock(TableName versionTable);

	/**
	 * Return whether a statement's failure means that it waited too long for a lock, so
	 * that running it again may succeed.
	 * @param sqlState the SQLSTATE
	 * @param errorCode the vendor's code
	 * @return whether it is worth another try
	 */
	boolean isLockTimeout(String sqlState, int errorCode);

	/**
	 * Return whether a statement's failure means that the user lacks a right.
	 * @param sqlState the SQLSTATE
	 * @param errorCode the vendor's code
	 * @return whether a right is missing
	 */
	boolean isMissingPrivilege(String sqlState, int errorCode);

	/**
	 * Clear away what a statement may have left behind that failed or whose process died,
	 * before it is run again.
	 * @param statement the statement
	 * @param session where to look
	 * @return the statements to run first
	 */
	List<SqlStatement> beforeRetry(SqlStatement statement, SqlSession session);

	/**
	 * What the catalog tells of a statement.
	 */
	enum Effect {

		/** It took effect. */
		DONE,

		/** It did not take effect, or does no harm when it runs again. */
		NOT_DONE,

		/** The catalog does not tell. */
		UNKNOWN

	}

}
