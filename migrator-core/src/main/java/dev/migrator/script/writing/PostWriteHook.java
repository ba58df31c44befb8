package dev.migrator.script.writing;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that runs after a file was written, such as a formatter. No shell is involved
 * unless it is the program.
 *
 * @param command the program and its arguments, in which <code>{file}</code> stands for
 * the file's path; if none has it, the path is added as the last one
 */
public record PostWriteHook(List<String> command) {

	private static final String FILE = "{file}";

	public PostWriteHook {
		command = List.copyOf(command);
	}

	/**
	 * Read a command line.
	 * @param text the program and its arguments, which may stand in quotes
	 * @return the hook
	 * @throws dev.migrator.error.MigratorException {@code CONFIGURATION} if it is empty
	 * or a quote is never closed
	 */
	public static PostWriteHook of(String text) {
		return new PostWriteHook(Words.split(text));
	}

	List<String> command(Path file) {
		String path = file.toString();
		Stream<String> words = this.command.stream().map((word) -> word.replace(FILE, path));
		boolean told = this.command.stream().anyMatch((word) -> word.contains(FILE));
		return Stream.concat(words, told ? Stream.empty() : Stream.of(path)).toList();
	}

}
