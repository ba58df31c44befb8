package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Change a column. What is {@code null} stays as it is; the new name is given last.
 *
 * @param table the table
 * @param column the column's name before
 * @param newName its new name, or {@code null}
 * @param type its new type, or {@code null}
 * @param using the expression that makes a value of the new type from the row
 * (PostgreSQL, H2), or {@code null}
 * @param nullable whether it may hold no value, or {@code null}
 * @param defaultChange what becomes of its default, or {@code null}
 * @param comment its new comment, empty for none, or {@code null}
 * @param identity what becomes of how it counts, or {@code null}
 * @param computed what becomes of how it is computed, or {@code null}
 * @param existing the column as it is before, or {@code null} if that is not known. Some
 * databases state a column whole to change it, and take from here what does not change;
 * reversing takes from here what does
 */
public record AlterColumn(TableName table, String column, @Nullable String newName, @Nullable ColumnType type,
		@Nullable String using, @Nullable Boolean nullable, @Nullable DefaultChange defaultChange,
		@Nullable String comment, @Nullable IdentityChange identity, @Nullable ComputedChange computed,
		@Nullable Column existing) implements ColumnOperation {

	public AlterColumn(TableName table, String column, @Nullable String newName, @Nullable ColumnType type,
			@Nullable String using, @Nullable Boolean nullable, @Nullable DefaultChange defaultChange) {
		this(table, column, newName, type, using, nullable, defaultChange, null, null, null, null);
	}

	@Override
	public Optional<Operation> reverse() {
		return ColumnReversal.of(this);
	}

}
