package dev.migrator.boot.command;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What the terminal can do, if there is one.
 */
final class Terminal {

	private Terminal() {
	}

	/**
	 * Return whether a person sits at the process's standard streams. From Java 22 on
	 * there is a console without one, which says so itself.
	 * @return whether standard input and output are a terminal
	 */
	@SuppressWarnings("SystemConsoleNull") // it is asked further where it is not null
	static boolean isInteractive() {
		Console console = System.console();
		if (console == null) {
			return false;
		}
		try {
			return (boolean) Console.class.getMethod("isTerminal").invoke(console);
		}
		catch (NoSuchMethodException ex) {
			return true;
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException("Cannot ask the console whether it is a terminal", ex);
		}
	}

	/**
	 * Return how the terminal encodes characters.
	 * @return the charset of standard output, which Java 17 tells for a terminal only and
	 * is UTF-8 where nothing is said
	 */
	static Charset charset() {
		String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
		if (name == null) {
			name = System.getProperty("native.encoding");
		}
		// The C locale says ASCII, which nobody means.
		return (name == null || name.startsWith("ANSI_X3.4")) ? StandardCharsets.UTF_8 : Charset.forName(name);
	}

}
