package dev.migrator.dialect.sqlite;

import java.util.List;

import dev.migrator.schema.Deferral;
import dev.migrator.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/**
 * What a foreign key says behind {@code references}.
 *
 * @param table the table
 * @param columns its columns, none if its primary key is meant
 * @param onDelete what happens when the row it names is deleted, or {@code null} for
 * nothing
 * @param onUpdate what happens when the key it names is changed, or {@code null} for
 * nothing
 * @param deferral when it is checked, or {@code null} if at once
 */
record Reference(String table, List<String> columns, @Nullable ReferentialAction onDelete,
		@Nullable ReferentialAction onUpdate, @Nullable Deferral deferral) {

	Reference {
		columns = List.copyOf(columns);
	}

}
