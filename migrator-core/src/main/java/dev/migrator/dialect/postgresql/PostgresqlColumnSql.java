package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.standard.ColumnSql;
import dev.migrator.dialect.standard.ConstraintSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.AlterColumn;
import dev.migrator.schema.Column;
import dev.migrator.schema.Computed;

/**
 * Columns of PostgreSQL.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER
 * TABLE</a>
 */
final class PostgresqlColumnSql extends ColumnSql {

	private final PostgresqlVersion version;

	PostgresqlColumnSql(SqlWords words, ConstraintSql constraints, PostgresqlVersion version) {
		super(words, constraints);
		this.version = version;
	}

	@Override
	protected String computed(Column column, Computed computed) {
		this.version.require(computed.virtual(), 18,
				"column that is computed when it is read, as '%s' would be,".formatted(column.name()));
		return super.computed(column, computed);
	}

	@Override
	protected String setComputed(AlterColumn operation, Computed computed) {
		this.version.require(true, 17, "other expression for a computed column such as '%s.%s'"
			.formatted(operation.table(), operation.column()));
		return super.setComputed(operation, computed);
	}

}
