package dev.migrator.autogenerate.hibernate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The groups of entities that each database has.
 */
final class MappingGroups {

	private MappingGroups() {
	}

	/**
	 * Return the groups.
	 * @return the entities by what they show, in a map of the caller's own
	 */
	static Map<String, List<Class<?>>> all() {
		Map<String, List<Class<?>>> groups = new TreeMap<>(TypeMappings.GROUPS);
		groups.putAll(RelationMappings.GROUPS);
		groups.putAll(TableMappings.GROUPS);
		groups.putAll(RarerMappings.GROUPS);
		groups.putAll(RarerRelations.GROUPS);
		return groups;
	}

}
