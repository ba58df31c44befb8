package dev.migrator.dialect.mariadb;

import java.util.List;
import java.util.Optional;

import dev.migrator.dialect.standard.Rendering;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.DropSchema;
import dev.migrator.operation.Operation;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * Says what depends on what is in the database: a column that is stated whole takes from
 * there what does not change, and a schema is dropped only if it is empty. Each becomes
 * one statement, since each commits by itself.
 */
final class SchemaLooks {

	private static final String CONTENT = """
			select 'table or view' as kind, table_name as name from information_schema.tables where %s
			union all select lower(routine_type), routine_name from information_schema.routines where %s
			union all select 'event', event_name from information_schema.events where %s limit 1""";

	private final Rendering rendering;

	private final MariadbColumnSql columns;

	private final ColumnReader reader;

	SchemaLooks(Rendering rendering, ServerFeatures features) {
		this.rendering = rendering;
		this.columns = (MariadbColumnSql) rendering.columns();
		this.reader = new ColumnReader(rendering.words(), features.mariadb());
	}

	/**
	 * Return whether what an operation becomes depends on the database. What is refused
	 * anyway does not.
	 * @param operation the operation
	 * @return whether to look first
	 */
	boolean has(Operation operation) {
		if (operation instanceof DropSchema drop) {
			return !drop.cascade();
		}
		return operation instanceof AlterColumn change && MariadbColumnSql.statesColumn(change) && isKnown(change);
	}

	private boolean isKnown(AlterColumn change) {
		try {
			this.columns.check(change);
			return true;
		}
		catch (MigratorException ex) {
			return false;
		}
	}

	List<SqlStatement> render(Operation operation, SqlSession session) {
		String sql = (operation instanceof AlterColumn change) ? alter(change, session)
				: drop((DropSchema) operation, session);
		return List.of(SqlStatement.of(sql));
	}

	private String alter(AlterColumn change, SqlSession session) {
		TableName table = change.table();
		Optional<ExistingColumn> existing = this.reader.find(table, change.column(), session);
		if (existing.isPresent()) {
			return this.columns.stated(change, existing.get());
		}
		if (change.newName() != null && this.reader.find(table, change.newName(), session).isPresent()) {
			// done if a run died meanwhile, else the database's error
			return this.columns.renamed(change);
		}
		throw new MigratorException(ErrorCategory.MIGRATION_FAILED,
				"There is no column '%s.%s' in the database.".formatted(table, change.column()), "Look at its name.");
	}

	private String drop(DropSchema drop, SqlSession session) {
		SqlWords words = this.rendering.words();
		String name = words.name(drop.schema());
		session
			.query(SqlStatement.of(CONTENT.formatted(MariadbCatalog.matches("table_schema", name),
					MariadbCatalog.matches("routine_schema", name), MariadbCatalog.matches("event_schema", name))))
			.stream()
			.findFirst()
			.ifPresent((row) -> {
				throw new MigratorException(
						ErrorCategory.MIGRATION_FAILED, "The schema '%s' is not empty: it has the %s '%s'."
							.formatted(drop.schema(), row.string("kind"), row.string("name")),
						"Drop what is in it first, or say cascade().");
			});
		return ((MariadbSchemaSql) this.rendering.schemas()).statement(drop);
	}

}
