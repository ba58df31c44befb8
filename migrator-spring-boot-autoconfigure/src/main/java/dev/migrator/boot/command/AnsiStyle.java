package dev.migrator.boot.command;

import dev.migrator.boot.command.graph.Style;

/**
 * Gives the parts of a revision's text the colours that git gives those of a commit.
 */
final class AnsiStyle implements Style {

	private final Console console;

	AnsiStyle(Console console) {
		this.console = console;
	}

	@Override
	public String id(String text) {
		return this.console.styled("fg(yellow)", text);
	}

	@Override
	public String head(String text) {
		return this.console.styled("bold,fg(cyan)", text);
	}

	@Override
	public String current(String text) {
		return this.console.styled("bold,fg(green)", text);
	}

	@Override
	public String label(String text) {
		return this.console.styled("bold,fg(magenta)", text);
	}

}
