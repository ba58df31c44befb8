package dev.migrator.dialect.standard;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.migrator.dialect.Dialect;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/**
 * Constraints, as they stand in {@code create table} and behind {@code add}.
 */
final class ConstraintSql {

	private final Dialect dialect;

	ConstraintSql(Dialect dialect) {
		this.dialect = dialect;
	}

	String write(Constraint constraint) {
		String name = constraint.name();
		return (name != null) ? "constraint " + this.dialect.quote(name) + " " + body(constraint) : body(constraint);
	}

	private String body(Constraint constraint) {
		if (constraint instanceof Constraint.PrimaryKey key) {
			return "primary key " + columns(key.columns());
		}
		if (constraint instanceof Constraint.Unique unique) {
			return "unique " + columns(unique.columns());
		}
		if (constraint instanceof Constraint.Check check) {
			return "check (" + check.condition() + ")";
		}
		if (constraint instanceof Constraint.ForeignKey key) {
			return foreignKey(key);
		}
		throw new IllegalStateException("No words for " + constraint);
	}

	private String foreignKey(Constraint.ForeignKey key) {
		return "foreign key " + columns(key.columns()) + " references " + this.dialect.quote(key.referencedTable())
				+ " " + columns(key.referencedColumns()) + action(" on delete ", key.onDelete())
				+ action(" on update ", key.onUpdate());
	}

	private static String action(String event, @Nullable ReferentialAction action) {
		return (action != null) ? event + action.name().toLowerCase(Locale.ROOT).replace('_', ' ') : "";
	}

	private String columns(List<String> names) {
		return names.stream().map(this.dialect::quote).collect(Collectors.joining(", ", "(", ")"));
	}

}
