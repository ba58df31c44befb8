package dev.migrator.dialect.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.migrator.dialect.standard.Rendering;
import dev.migrator.dialect.standard.SqlName;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropSchema;
import dev.migrator.operation.IdentityChange;
import dev.migrator.operation.Operation;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Says what depends on what is in the database: a column that is stated whole takes from
 * there what does not change, MySQL renames a column only together with the checks that
 * name it, a column goes with the keys and indexes that have it, a foreign key with the
 * index that the server made for it, which comes back with the index that took its place
 * going, and a schema is dropped only if it is empty. Each becomes one statement, since
 * each commits by itself.
 */
final class SchemaLooks {

	private static final String CONTENT = """
			select 'table or view' as kind, table_name as name from information_schema.tables where %s
			union all select lower(routine_type), routine_name from information_schema.routines where %s
			union all select 'event', event_name from information_schema.events where %s limit 1""";

	private final Rendering rendering;

	private final MariadbColumnSql columns;

	private final ColumnReader reader;

	private final @Nullable RenamedChecks checks;

	SchemaLooks(Rendering rendering, ServerFeatures features) {
		this.rendering = rendering;
		this.columns = (MariadbColumnSql) rendering.columns();
		this.reader = new ColumnReader(rendering.words(), features);
		this.checks = (features.renamesInChecks()) ? null : new RenamedChecks(rendering.words());
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
		if (operation instanceof DropColumn || operation instanceof DropIndex || isKey(operation)) {
			return isKnown(operation);
		}
		return operation instanceof AlterColumn change && isKnown(change) && (this.columns.statesColumn(change)
				|| isDefaultOfUnknown(change) || (change.newName() != null && this.checks != null));
	}

	private static boolean isDefaultOfUnknown(AlterColumn change) {
		return change.defaultChange() != null && change.existing() == null;
	}

	private static boolean isKey(Operation operation) {
		return operation instanceof DropConstraint drop && (drop.type() == ConstraintType.FOREIGN_KEY
				|| drop.type() == ConstraintType.UNIQUE || drop.type() == ConstraintType.PRIMARY_KEY);
	}

	private boolean isKnown(Operation operation) {
		try {
			if (operation instanceof AlterColumn change) {
				this.columns.check(change);
			}
			else {
				this.rendering.render(operation);
			}
			return true;
		}
		catch (MigratorException ex) {
			return false;
		}
	}

	List<SqlStatement> render(Operation operation, SqlSession session) {
		return List.of(SqlStatement.of(sql(operation, session)));
	}

	private String checks(AlterColumn change, SqlSession session) {
		return (change.newName() != null && this.checks != null) ? this.checks.actions(change, session) : "";
	}

	private String sql(Operation operation, SqlSession session) {
		if (operation instanceof AlterColumn change) {
			return alter(change, session);
		}
		if (operation instanceof DropColumn drop) {
			return drop(drop, session);
		}
		if (operation instanceof DropIndex drop) {
			return only(drop) + restored(keys(drop.table(), session).keysOnlyServedBy(drop.name()));
		}
		return (operation instanceof DropConstraint drop) ? drop(drop, session) : drop((DropSchema) operation, session);
	}

	private TableKeys keys(TableName table, SqlSession session) {
		SqlWords words = this.rendering.words();
		String schema = (table.schema() != null) ? words.name(table.schema()) : null;
		return TableKeys.read(new SqlName(schema, words.name(table.name())), session);
	}

	// A column goes with its keys and indexes, as elsewhere. What an earlier run did is
	// not found any more.
	private String drop(DropColumn drop, SqlSession session) {
		SqlWords words = this.rendering.words();
		TableKeys keys = keys(drop.table(), session);
		List<String> parts = new ArrayList<>();
		keys.keysWith(drop.column()).forEach((key) -> parts.add("drop foreign key " + words.name(key)));
		keys.indexesWith(drop.column()).forEach((index) -> parts.add("drop index " + words.name(index)));
		if (parts.isEmpty()) {
			return only(drop);
		}
		parts.add("drop column " + words.name(drop.column()));
		return words.alterTable(drop.table()) + String.join(", ", parts);
	}

	private String drop(DropConstraint drop, SqlSession session) {
		SqlWords words = this.rendering.words();
		TableKeys keys = keys(drop.table(), session);
		if (drop.type() != ConstraintType.FOREIGN_KEY) {
			String index = (drop.type() == ConstraintType.PRIMARY_KEY) ? "PRIMARY" : drop.name();
			return only(drop) + restored(keys.keysOnlyServedBy(index));
		}
		List<String> indexes = keys.madeFor(drop.name());
		if (indexes.isEmpty()) {
			return only(drop);
		}
		return words.alterTable(drop.table()) + "drop foreign key " + words.name(drop.name())
				+ indexes.stream().map((index) -> ", drop index " + words.name(index)).collect(Collectors.joining());
	}

	// As the server makes them by itself.
	private String restored(Map<String, List<String>> keys) {
		SqlWords words = this.rendering.words();
		return keys.entrySet()
			.stream()
			.map((key) -> ", add index %s %s".formatted(words.name(key.getKey()), words.list(key.getValue())))
			.collect(Collectors.joining());
	}

	private String only(Operation operation) {
		return this.rendering.render(operation).get(0).sql();
	}

	private String alter(AlterColumn change, SqlSession session) {
		boolean stated = this.columns.statesColumn(change) || keepsDefault(change, session);
		List<SqlStatement> alone = (stated) ? List.of() : this.rendering.render(change);
		if (alone.size() == 1) {
			return alone.get(0).sql() + checks(change, session);
		}
		TableName table = change.table();
		Optional<ExistingColumn> existing = this.reader.find(table, change.column(), session);
		if (existing.isPresent()) {
			checkKey(change, session);
			return this.columns.stated(change, existing.get()) + checks(change, session);
		}
		if (change.newName() != null && this.reader.find(table, change.newName(), session).isPresent()) {
			// done if a run died meanwhile, else the database's error
			return this.columns.renamed(change);
		}
		throw new MigratorException(ErrorCategory.MIGRATION_FAILED,
				"There is no column '%s.%s' in the database.".formatted(table, change.column()), "Look at its name.");
	}

	private boolean keepsDefault(AlterColumn change, SqlSession session) {
		return isDefaultOfUnknown(change) && this.reader.find(change.table(), change.column(), session)
			.filter((existing) -> this.columns.keepsDefault(existing.column()))
			.isPresent();
	}

	private void checkKey(AlterColumn change, SqlSession session) {
		if (change.identity() instanceof IdentityChange.Add
				&& !keys(change.table(), session).isIndexed(change.column())) {
			throw MariadbColumnSql.needsKey(this.rendering.words(), change.table(), change.column(),
					"Create its key first.");
		}
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
