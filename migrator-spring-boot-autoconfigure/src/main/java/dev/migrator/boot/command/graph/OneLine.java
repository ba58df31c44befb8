package dev.migrator.boot.command.graph;

import java.util.regex.Pattern;

/**
 * Makes one line of what a revision file says, and takes out what a terminal would obey.
 */
final class OneLine {

	private static final Pattern NOT_SHOWN = Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+");

	private OneLine() {
	}

	static String of(String text) {
		return NOT_SHOWN.matcher(text).replaceAll(" ").strip();
	}

}
