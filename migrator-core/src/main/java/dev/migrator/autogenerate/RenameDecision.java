package dev.migrator.autogenerate;

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

}
