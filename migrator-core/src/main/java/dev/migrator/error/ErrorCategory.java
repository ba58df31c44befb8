package dev.migrator.error;

import java.util.Locale;

/**
 * The kinds of things that go wrong, told apart so that a program can react to them. The
 * {@link #code()} is what {@code --json} prints as {@code error}.
 */
public enum ErrorCategory {

	/** One head was asked for and there are several. */
	MULTIPLE_HEADS,

	/** A symbol fits several revisions. */
	AMBIGUOUS,

	/** A symbol fits no revision. */
	NOT_FOUND,

	/** The one revision does not lead to the other. */
	NOT_ANCESTOR,

	/** A relative symbol walks past the end of the graph. */
	RELATIVE_OUT_OF_RANGE,

	/** Down revisions form a cycle. */
	CYCLE,

	/** Down revisions together with dependencies form a cycle. */
	DEPENDENCY_CYCLE,

	/** Two revisions carry one id. */
	DUPLICATE_REVISION,

	/** Two revisions carry one branch label, or a label is also an id. */
	DUPLICATE_LABEL,

	/** A revision cannot be read: a broken header, an illegal id, an unreadable file. */
	INVALID_REVISION,

	/** There is not a single revision under the configured locations. */
	NO_REVISIONS,

	/** The file that names the heads says something else than the revisions do. */
	HEADS_FILE,

	/**
	 * A revision was to follow one that is no head, without a word that this is meant.
	 */
	NOT_A_HEAD,

	/** The revisions named for a merge are no several lines. */
	NOTHING_TO_MERGE,

	/** A file could not be written, such as one that is there already. */
	NOT_WRITTEN,

	/** A hook or an editor could not be started, failed, or took too long. */
	PROGRAM_FAILED,

	/** The database is at a revision that no file has. */
	UNKNOWN_REVISION,

	/** The database is at a revision that a newer version of the application has. */
	DATABASE_AHEAD,

	/** Revisions are pending although none should be. */
	PENDING_REVISIONS,

	/** A revision was edited after it had been applied. */
	CHANGED_REVISION,

	/** There is no way back behind a revision. */
	IRREVERSIBLE,

	/** A statement of a revision failed. */
	MIGRATION_FAILED,

	/** It cannot be told whether a statement took effect before its process died. */
	IN_DOUBT,

	/** Another process kept the migration lock for longer than one may wait. */
	LOCK_NOT_OBTAINED,

	/** The process was asked to end while it migrated. */
	STOPPED,

	/** The database cannot do what an operation says. */
	UNSUPPORTED,

	/** The database refused something that is no part of a revision. */
	DATABASE,

	/** The configuration does not make sense. */
	CONFIGURATION;

	/**
	 * Return the name of this category as it stands in JSON.
	 * @return the name in lower case, words joined by hyphens
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
