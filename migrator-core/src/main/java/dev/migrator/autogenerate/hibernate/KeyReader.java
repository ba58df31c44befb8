package dev.migrator.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.schema.Constraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads the primary key and the unique constraints of a table. Hibernate knows of a
 * unique column in up to three places; here it is one constraint, with the name if
 * somebody gave one.
 */
final class KeyReader {

	private final HibernateNames names;

	KeyReader(HibernateNames names) {
		this.names = names;
	}

	List<Constraint> read(Table table) {
		List<Constraint> constraints = new ArrayList<>();
		PrimaryKey key = table.getPrimaryKey();
		List<String> identifier = (key != null) ? this.names.columns(key.getColumns()) : List.of();
		if (key != null) {
			constraints.add(new Constraint.PrimaryKey(nameOf(key.getOrderingUniqueKey()), identifier));
		}
		Map<List<String>, @Nullable String> uniques = new LinkedHashMap<>();
		for (UniqueKey unique : table.getUniqueKeys().values()) {
			uniques.merge(this.names.columns(unique.getColumns()), orEmpty(nameOf(unique)), KeyReader::either);
		}
		for (Column column : table.getColumns()) {
			if (column.isUnique()) {
				uniques.merge(List.of(this.names.column(column)), orEmpty(this.names.chosen(column.getUniqueKeyName())),
						KeyReader::either);
			}
		}
		uniques.remove(identifier);
		uniques.forEach((columns, name) -> constraints
			.add(new Constraint.Unique((name != null && !name.isEmpty()) ? name : null, columns)));
		return constraints;
	}

	private @Nullable String nameOf(@Nullable UniqueKey key) {
		return (key != null) ? this.names.chosen(key.getName()) : null;
	}

	private static String orEmpty(@Nullable String name) {
		return (name != null) ? name : "";
	}

	private static String either(String first, String second) {
		return (first.isEmpty()) ? second : first;
	}

}
