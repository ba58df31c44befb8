package dev.migrator.autogenerate.compare;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.schema.Deferral;
import dev.migrator.schema.ForeignKeyMatch;
import dev.migrator.schema.NullsOrder;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.StorageParameter;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * What a constraint or an index says, whatever its name: two that mean the same are
 * equal.
 */
sealed interface KeyForm {

	/**
	 * A primary key.
	 */
	record Primary(List<String> columns, Set<String> include, @Nullable Deferral deferral) implements KeyForm {

	}

	/**
	 * A unique constraint, or a unique index that says no more than one.
	 */
	record Unique(Set<String> columns, boolean nullsNotDistinct, Set<String> include,
			@Nullable Deferral deferral) implements KeyForm {

	}

	/**
	 * A foreign key.
	 */
	record Foreign(Map<String, String> columns, TableName referencedTable, @Nullable ReferentialAction onDelete,
			@Nullable ReferentialAction onUpdate, Set<String> onDeleteColumns, @Nullable ForeignKeyMatch match,
			@Nullable Deferral deferral, boolean notEnforced) implements KeyForm {

	}

	/**
	 * A check constraint.
	 */
	record Check(String condition, boolean noInherit, boolean notEnforced) implements KeyForm {

	}

	/**
	 * An exclusion constraint.
	 */
	record Exclusion(@Nullable String method, List<Part> parts, List<String> operators, @Nullable String where,
			@Nullable Deferral deferral) implements KeyForm {

	}

	/**
	 * An index.
	 */
	record Index(List<Part> parts, boolean unique, @Nullable String where, @Nullable String method, Set<String> include,
			boolean nullsNotDistinct, Set<StorageParameter> with, @Nullable String tablespace) implements KeyForm {

	}

	/**
	 * One part of an index.
	 */
	record Part(String text, boolean expression, boolean descending, @Nullable String collation,
			@Nullable String operatorClass, @Nullable NullsOrder nullsOrder, @Nullable Integer prefix) {

	}

}
