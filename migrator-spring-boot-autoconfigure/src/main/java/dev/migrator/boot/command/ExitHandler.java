package dev.migrator.boot.command;

/**
 * Ends the process when a command is through. One in the bootstrap registry takes the
 * place of {@link System#exit(int)}.
 */
@FunctionalInterface
interface ExitHandler {

	/**
	 * End the process.
	 * @param status the exit status
	 */
	void exit(int status);

}
