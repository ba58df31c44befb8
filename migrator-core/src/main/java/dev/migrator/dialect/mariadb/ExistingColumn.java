package dev.migrator.dialect.mariadb;

import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.AlterColumn;
import dev.migrator.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * A column as it is before a change.
 *
 * @param column the column
 * @param more what else is said of it, with a blank before, or nothing
 * @param check its own condition, which MariaDB keeps with the column, or {@code null}
 */
record ExistingColumn(Column column, String more, @Nullable String check) {

	/**
	 * Return the condition that stays. That of JSON goes and comes with the type.
	 * @param change the change
	 * @return the condition, or {@code null}
	 */
	@Nullable String checkAfter(AlterColumn change) {
		if (this.check == null || (change.type() != null && isOfJson())) {
			return null;
		}
		if (change.newName() != null) {
			throw SqlWords.unsupported(
					"The column '%s.%s' has a condition of its own, '%s', that names it, so that it is not renamed while it changes otherwise."
						.formatted(change.table(), change.column(), this.check),
					"Rename it by an alterColumn(…) of its own.");
		}
		return this.check;
	}

	/**
	 * Return how a text is sorted and compared afterwards: as before, unless JSON was
	 * compared byte by byte.
	 * @param change the change
	 * @return the collation, or {@code null} for the table's
	 */
	@Nullable String collationAfter(AlterColumn change) {
		return (change.type() != null && isOfJson()) ? null : this.column.collation();
	}

	private boolean isOfJson() {
		return String.valueOf(this.check)
			.equalsIgnoreCase("json_valid(`%s`)".formatted(this.column.name().replace("`", "``")));
	}

}
