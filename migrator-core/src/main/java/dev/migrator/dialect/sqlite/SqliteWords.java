package dev.migrator.dialect.sqlite;

import java.util.List;

import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * How parts of a table are said.
 */
interface SqliteWords {

	/**
	 * Say an operation by {@code alter table}.
	 * @param operation the operation
	 * @return the statements
	 */
	List<SqlStatement> alterTable(Operation operation);

	String type(ColumnType type);

	String column(Column column);

	String constraint(Constraint constraint);

	String defaultValue(ColumnDefault defaultValue, @Nullable ColumnType type);

}
