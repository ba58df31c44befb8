package dev.migrator.execution;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * A revision failed.
 */
public class MigrationFailedException extends MigratorException {

	private static final long serialVersionUID = 1L;

	private final String revision;

	private final String location;

	private final @Nullable String statement;

	/**
	 * Create an exception.
	 * @param revision the revision's id
	 * @param location the file and line, or the class
	 * @param statement the statement, or {@code null} if it was no statement that failed
	 * @param problem what went wrong: a whole sentence
	 * @param action what to do: a whole sentence
	 * @param cause what led to it
	 */
	public MigrationFailedException(String revision, String location, @Nullable String statement, String problem,
			String action, Throwable cause) {
		super(ErrorCategory.MIGRATION_FAILED, problem, action, cause);
		this.revision = revision;
		this.location = location;
		this.statement = statement;
	}

	/**
	 * Return the revision that failed.
	 * @return its id
	 */
	public String revision() {
		return this.revision;
	}

	/**
	 * Return where it failed.
	 * @return the file and line, or the class
	 */
	public String location() {
		return this.location;
	}

	/**
	 * Return what failed.
	 * @return the statement, or {@code null} if it was no statement
	 */
	public @Nullable String statement() {
		return this.statement;
	}

}
