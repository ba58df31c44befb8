package dev.migrator.script.writing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * The editor that a person works with: what {@code VISUAL} or {@code EDITOR} says,
 * arguments included, or else the first one that is installed of those that Alembic tries
 * as well.
 */
public final class Editor {

	private static final List<String> VARIABLES = List.of("VISUAL", "EDITOR");

	private static final List<String> USUAL = List.of("sensible-editor", "editor", "nano", "vim", "code");

	private static final List<String> USUAL_ON_WINDOWS = List.of("code.cmd", "notepad++.exe", "notepad.exe");

	private final Map<String, String> environment;

	/**
	 * Look for an editor.
	 * @param environment the variables of the environment
	 */
	public Editor(Map<String, String> environment) {
		this.environment = Map.copyOf(environment);
	}

	/**
	 * Open a file, and wait until the editor is closed.
	 * @param file the file
	 * @throws MigratorException {@code PROGRAM_FAILED} if there is no editor, or it fails
	 */
	public void open(Path file) {
		List<String> command = new ArrayList<>(command());
		command.add(file.toString());
		String problem = new ExternalProgram(command, Path.of("").toAbsolutePath()).runInTerminal();
		if (problem != null) {
			throw failed("The editor '%s' %s.".formatted(String.join(" ", command), problem));
		}
	}

	/** The program and its arguments, without the file. */
	List<String> command() {
		for (String variable : VARIABLES) {
			String value = this.environment.get(variable);
			if (value != null && !value.isBlank()) {
				// A path may have blanks without quotes.
				return isProgram(value) ? List.of(value) : Words.split(value);
			}
		}
		boolean windows = File.separatorChar == '\\';
		return (windows ? USUAL_ON_WINDOWS : USUAL).stream()
			.flatMap((program) -> installed(program).stream())
			.findFirst()
			.map(List::of)
			.orElseThrow(() -> failed("There is no editor."));
	}

	private Optional<String> installed(String program) {
		return folders().map((folder) -> folder + File.separator + program).filter(Editor::isProgram).findFirst();
	}

	private Stream<String> folders() {
		@Nullable String path = this.environment.getOrDefault("PATH", this.environment.get("Path"));
		return (path != null) ? Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(path)
				: Stream.empty();
	}

	private static boolean isProgram(String path) {
		try {
			Path file = Path.of(path);
			return Files.isRegularFile(file) && Files.isExecutable(file);
		}
		catch (InvalidPathException ex) {
			return false;
		}
	}

	private static MigratorException failed(String problem) {
		return new MigratorException(ErrorCategory.PROGRAM_FAILED, problem,
				"Set the variable VISUAL or EDITOR to the editor's command.");
	}

}
