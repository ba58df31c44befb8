package dev.migrator.boot.command;

/**
 * What a command does that needs nothing of the application, which is not even prepared
 * for it.
 */
interface PlainAction {

	/**
	 * Run the command.
	 * @param console where results go
	 * @return the exit status
	 */
	int run(Console console);

}
