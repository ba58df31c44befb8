package dev.migrator.dialect.mariadb;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.DefaultChange;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * What a column is after a change, as far as the change tells. MariaDB and MySQL change a
 * column's type, and whether it may be null, only by a statement that defines all of it
 * anew; what that leaves out is gone.
 *
 * @see <a href="https://mariadb.com/kb/en/alter-table/#modify-column">MODIFY COLUMN</a>
 */
final class ColumnChange {

	private final String database;

	private final AlterColumn operation;

	ColumnChange(String database, AlterColumn operation) {
		this.database = database;
		this.operation = operation;
	}

	/**
	 * Return whether the column is to be defined anew.
	 * @return whether more than its default and its name changes
	 */
	boolean isDefinition() {
		return this.operation.type() != null || this.operation.nullable() != null;
	}

	/**
	 * Return the column afterwards, under its old name.
	 * @return the column
	 * @throws MigratorException {@code UNSUPPORTED} if the change does not tell all of it
	 */
	Column definition() {
		ColumnType type = this.operation.type();
		Boolean nullable = this.operation.nullable();
		DefaultChange defaultChange = this.operation.defaultChange();
		if (type == null || nullable == null || defaultChange == null) {
			throw incomplete(type, nullable, defaultChange);
		}
		ColumnDefault defaultValue = (defaultChange instanceof DefaultChange.Set set) ? set.newDefault() : null;
		return new Column(this.operation.column(), type, nullable, defaultValue, false, null);
	}

	private MigratorException incomplete(@Nullable ColumnType type, @Nullable Boolean nullable,
			@Nullable DefaultChange defaultChange) {
		List<String> missing = new ArrayList<>();
		if (type == null) {
			missing.add("its type by type(…)");
		}
		if (nullable == null) {
			missing.add("notNull() or nullable()");
		}
		if (defaultChange == null) {
			missing.add("its default by defaultValue(…), defaultExpression(…) or dropDefault()");
		}
		return new MigratorException(ErrorCategory.UNSUPPORTED,
				"%s changes the type of %s.%s, or whether it may be null, only by defining the whole column anew, and the change does not name all of it."
					.formatted(this.database, this.operation.table(), this.operation.column()),
				"Name also %s; where it has a comment or counts up, write the whole definition by op.execute(\"alter table … modify …\")."
					.formatted(String.join(", and ", missing)));
	}

}
