package dev.migrator.boot.command;

import java.io.PrintStream;

/**
 * What {@code System.out} is while a command runs: whatever writes there, loggers above
 * all, reaches standard error and does not mix with the results.
 */
final class RedirectedOutput extends PrintStream {

	private final PrintStream results;

	private RedirectedOutput(PrintStream results, PrintStream errors) {
		super(errors, true, Terminal.charset());
		this.results = results;
	}

	/**
	 * Take {@code System.out} away from all but the results.
	 */
	static void begin() {
		if (!(System.out instanceof RedirectedOutput)) {
			System.setOut(new RedirectedOutput(System.out, System.err));
		}
	}

	/**
	 * Return where results go.
	 * @return standard output, also when {@code System.out} leads elsewhere
	 */
	static PrintStream results() {
		return (System.out instanceof RedirectedOutput redirected) ? redirected.results : System.out;
	}

}
