package dev.migrator.autogenerate.compare;

import java.util.HashSet;
import java.util.Set;

/**
 * What the changes of a table's columns mean to constraints and indexes.
 *
 * @param rebuilt the columns that are dropped and added again
 * @param changed the columns whose values become others in kind
 * @param touched the columns that are not the same before and after: new, gone, rebuilt,
 * or of another type
 * @param goneWithKey the columns that take the primary key with them
 * @param addedWithKey the columns that bring the primary key with them
 */
record ColumnEffects(Set<String> rebuilt, Set<String> changed, Set<String> touched, Set<String> goneWithKey,
		Set<String> addedWithKey) {

	ColumnEffects() {
		this(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
	}

}
