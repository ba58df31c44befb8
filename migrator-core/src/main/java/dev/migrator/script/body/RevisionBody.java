package dev.migrator.script.body;

import dev.migrator.script.draft.RevisionDraft;

/**
 * Says operations in the language of a revision file.
 */
public interface RevisionBody {

	/**
	 * Fill in what a revision does.
	 * @param draft the revision, which does nothing yet
	 * @param steps what it does
	 * @return the revision
	 * @throws dev.migrator.error.MigratorException {@code UNSUPPORTED} if an operation
	 * cannot be said
	 */
	RevisionDraft fill(RevisionDraft draft, RevisionSteps steps);

}
