package dev.migrator.boot.command;

/**
 * What one command does.
 */
interface CommandAction {

	/** The exit status of what is done. */
	int DONE = 0;

	/** The exit status of an error, or of a check that does not hold. */
	int FAILED = 1;

	/** The exit status of wrong usage. */
	int USAGE = 2;

	/**
	 * Run the command.
	 * @param context the application
	 * @return the exit status
	 * @throws dev.migrator.error.MigratorException if it cannot be done
	 */
	int run(CommandContext context);

}
