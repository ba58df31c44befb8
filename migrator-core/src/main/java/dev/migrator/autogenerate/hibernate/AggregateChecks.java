package dev.migrator.autogenerate.hibernate;

import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.tool.schema.internal.StandardTableExporter;
import org.jspecify.annotations.Nullable;

/**
 * Asks Hibernate for the check of a column that holds a whole embeddable, since its model
 * does not have it: it is written along with the table.
 */
final class AggregateChecks extends StandardTableExporter {

	private static final String BEFORE = ", check (";

	AggregateChecks(Dialect dialect) {
		super(dialect);
	}

	@Nullable String of(AggregateColumn column) {
		if (this.dialect.getAggregateSupport() == null
				|| !this.dialect.getAggregateSupport().supportsComponentCheckConstraints()
				|| column.getSqlTypeCode() == null || column.getComponent() == null) {
			return null;
		}
		StringBuilder text = new StringBuilder();
		applyAggregateColumnCheck(text, column);
		return (text.length() > BEFORE.length()) ? text.substring(BEFORE.length(), text.length() - 1) : null;
	}

}
