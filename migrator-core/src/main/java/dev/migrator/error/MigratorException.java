package dev.migrator.error;

import org.jspecify.annotations.Nullable;

/**
 * The one exception of the engine: a sentence that says what is wrong and where, and one
 * that says what to do.
 */
public class MigratorException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final ErrorCategory category;

	private final String problem;

	private final @Nullable String action;

	public MigratorException(ErrorCategory category, String problem) {
		this(category, problem, null, null);
	}

	public MigratorException(ErrorCategory category, String problem, @Nullable String action) {
		this(category, problem, action, null);
	}

	/**
	 * Create an exception.
	 * @param category the kind of error
	 * @param problem what is wrong and where: a whole sentence
	 * @param action what to do about it: a whole sentence, or {@code null}
	 * @param cause what led to it, or {@code null}
	 */
	public MigratorException(ErrorCategory category, String problem, @Nullable String action,
			@Nullable Throwable cause) {
		super((action != null) ? problem + " " + action : problem, cause);
		this.category = category;
		this.problem = problem;
		this.action = action;
	}

	/**
	 * Return the kind of error.
	 * @return the category
	 */
	public ErrorCategory category() {
		return this.category;
	}

	/**
	 * Return what is wrong, without what to do about it.
	 * @return a whole sentence
	 */
	public String problem() {
		return this.problem;
	}

	/**
	 * Return what to do.
	 * @return a whole sentence, or {@code null} if there is no advice
	 */
	public @Nullable String action() {
		return this.action;
	}

}
