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
 */
record ColumnEffects(Set<String> rebuilt, Set<String> changed, Set<String> touched) {

	ColumnEffects() {
		this(new HashSet<>(), new HashSet<>(), new HashSet<>());
	}

}
