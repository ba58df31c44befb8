package dev.migrator.schema;

import java.util.Collection;
import java.util.Set;

/**
 * Which schemas of a database are looked at. The schemas that the database itself needs
 * never are.
 *
 * @param defaultSchema whether the one is in which a session creates things
 * @param others the names of others
 * @param all whether all are
 */
public record SchemaFilter(boolean defaultSchema, Set<String> others, boolean all) {

	/** The one in which a session creates things. */
	public static final SchemaFilter DEFAULT = new SchemaFilter(true, Set.of(), false);

	/** All. */
	public static final SchemaFilter ALL = new SchemaFilter(true, Set.of(), true);

	public SchemaFilter {
		others = Set.copyOf(others);
	}

	/**
	 * Look at the default schema and at others.
	 * @param others the names of the others
	 * @return the filter
	 */
	public static SchemaFilter defaultAnd(Collection<String> others) {
		return new SchemaFilter(true, Set.copyOf(others), false);
	}

	/**
	 * Look at some schemas only.
	 * @param names their names
	 * @return the filter
	 */
	public static SchemaFilter of(Collection<String> names) {
		return new SchemaFilter(false, Set.copyOf(names), false);
	}

	/**
	 * Return whether a schema is looked at.
	 * @param name its name
	 * @param isDefault whether it is the default one
	 * @return whether it is
	 */
	public boolean includes(String name, boolean isDefault) {
		return this.all || (isDefault && this.defaultSchema) || this.others.contains(name);
	}

}
