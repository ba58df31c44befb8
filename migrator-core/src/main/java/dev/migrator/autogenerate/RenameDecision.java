package dev.migrator.autogenerate;

import java.util.Map;

/**
 * Says whether what looks like a rename is one. It is asked once for each candidate, the
 * most alike first; what went into a rename is in no later candidate.
 */
@FunctionalInterface
public interface RenameDecision {

	/** Nothing is a rename. */
	RenameDecision NEVER = (candidate) -> false;

	/**
	 * Decide.
	 * @param candidate what looks like a rename
	 * @return whether it is one
	 */
	boolean isRename(RenameCandidate candidate);

	/**
	 * Return the renames that were said by name. They need not look like one, and nobody
	 * is asked of them.
	 * @return the new names, without schema and table, by the old ones: {@code hero} for
	 * a table, {@code hero.name} for a column, or an attribute of a type, by the name in
	 * the database of what has it
	 */
	default Map<String, String> named() {
		return Map.of();
	}

}
