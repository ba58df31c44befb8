package dev.migrator.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.schema.Constraint;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads the checks of a table and of its columns: those of {@code @Check}, those that
 * Hibernate makes for enumerations, converters and discriminators, those of Bean
 * Validation, and those of the parts of an embeddable that is stored as JSON.
 */
final class CheckReader {

	private final Metadata metadata;

	private final HibernateNames names;

	private final NamedEnums enums;

	private final Dialect hibernateDialect;

	private final AggregateChecks aggregates;

	CheckReader(Metadata metadata, HibernateNames names, NamedEnums enums) {
		this.metadata = metadata;
		this.names = names;
		this.enums = enums;
		this.hibernateDialect = metadata.getDatabase().getDialect();
		this.aggregates = new AggregateChecks(this.hibernateDialect);
	}

	List<Constraint> read(Table table) {
		Set<Constraint> checks = new LinkedHashSet<>();
		for (Column column : table.getColumns()) {
			checks.addAll(read(column.getCheckConstraints()));
			add(this.enums.checkOf(column.getSqlType(this.metadata), column.getQuotedName(this.hibernateDialect)),
					checks);
			if (column instanceof AggregateColumn aggregate) {
				add(this.aggregates.of(aggregate), checks);
			}
		}
		table.getChecks().forEach((check) -> checks.add(read(check)));
		return List.copyOf(checks);
	}

	// As Hibernate does, those without names are one.
	private List<Constraint> read(List<CheckConstraint> checks) {
		List<Constraint> constraints = new ArrayList<>();
		List<String> conditions = checks.stream()
			.filter((check) -> this.names.chosen(check.getName()) == null)
			.map(CheckConstraint::getConstraint)
			.toList();
		if (!conditions.isEmpty()) {
			constraints.add(new Constraint.Check(null, (conditions.size() == 1) ? conditions.get(0)
					: conditions.stream().collect(Collectors.joining(") and (", "(", ")"))));
		}
		checks.stream()
			.filter((check) -> this.names.chosen(check.getName()) != null)
			.forEach((check) -> constraints.add(read(check)));
		return constraints;
	}

	private static void add(@Nullable String condition, Set<Constraint> checks) {
		if (condition != null) {
			checks.add(new Constraint.Check(null, condition));
		}
	}

	private Constraint read(CheckConstraint check) {
		return new Constraint.Check(this.names.chosen(check.getName()), check.getConstraint());
	}

}
