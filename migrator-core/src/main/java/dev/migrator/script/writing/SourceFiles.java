package dev.migrator.script.writing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.script.RevisionHeader;
import dev.migrator.script.RevisionScript;
import dev.migrator.script.ScriptDirectory;

/**
 * The sources of revisions in a project. A running application knows its revisions by
 * what was built of them.
 */
public final class SourceFiles {

	private static final List<String> ROOTS = List.of(ProjectLayout.RESOURCES, ProjectLayout.JAVA, "src/test/resources",
			"src/test/java");

	/** At the start of a line, so that an example in a comment is none. */
	private static final Pattern ANNOTATION = Pattern.compile("^@Revision\\s*\\([^)]*?\\bid\\s*=\\s*\"([^\"]+)\"",
			Pattern.MULTILINE);

	private final ProjectLayout layout;

	/**
	 * Look into a project.
	 * @param settings its directory and locations
	 */
	public SourceFiles(ScriptSettings settings) {
		this(new ProjectLayout(settings));
	}

	SourceFiles(ProjectLayout layout) {
		this.layout = layout;
	}

	/**
	 * Find the source of a revision.
	 * @param script the revision
	 * @return the file
	 * @throws MigratorException {@code NOT_FOUND} if the project does not have it
	 */
	public Path get(RevisionScript script) {
		return find(script).orElseThrow(() -> new MigratorException(ErrorCategory.NOT_FOUND,
				"The source of revision %s (%s) is not in %s.".formatted(script.info().id(), script.location(),
						this.layout.directory()),
				"Run this in the directory of its project, or set migrator.script.directory to it; a library's revisions are in the library's."));
	}

	/**
	 * Look for the source of a revision.
	 * @param script the revision
	 * @return the file, if the project has it
	 */
	public Optional<Path> find(RevisionScript script) {
		String place = script.location();
		String outerClass = place.contains("$") ? place.substring(0, place.indexOf('$')) : place;
		String javaFile = outerClass.replace('.', '/') + ".java";
		Path workingDirectory = Path.of("").toAbsolutePath();
		return Stream
			.concat(ROOTS.stream().map((root) -> this.layout.directory().resolve(root)), Stream.of(workingDirectory))
			.flatMap((root) -> Stream.of(place, javaFile).flatMap((name) -> resolve(root, name).stream()))
			.filter(Files::isRegularFile)
			.findFirst();
	}

	private static Optional<Path> resolve(Path root, String name) {
		try {
			return Optional.of(root.resolve(name));
		}
		catch (InvalidPathException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Make sure that each revision in the project's sources is in the application that
	 * runs. Else a new one would follow a revision that is followed already.
	 * @param scripts the revisions of the application
	 * @throws MigratorException {@code INVALID_REVISION} if one is not
	 */
	public void requireBuilt(ScriptDirectory scripts) {
		for (String location : this.layout.locations()) {
			LocationFolders folders = this.layout.folders(location);
			requireBuilt(scripts, folders.sql(), ".sql");
			if (folders.java() != null) {
				requireBuilt(scripts, folders.java().folder(), ".java");
			}
		}
	}

	private static void requireBuilt(ScriptDirectory scripts, Path folder, String ending) {
		if (!Files.isDirectory(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			files.filter((file) -> file.toString().endsWith(ending) && Files.isRegularFile(file))
				.sorted()
				.forEach((file) -> requireBuilt(scripts, file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void requireBuilt(ScriptDirectory scripts, Path file) {
		id(file).filter((id) -> !scripts.contains(id)).ifPresent((id) -> {
			throw new MigratorException(ErrorCategory.INVALID_REVISION,
					"Revision %s (%s) is not in the application that runs.".formatted(id, file),
					"Build the project first.");
		});
	}

	private static Optional<String> id(Path file) {
		try {
			String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
			if (file.toString().endsWith(".sql")) {
				return Optional.of(RevisionHeader.ofSql(content, file.toString()).id());
			}
			Matcher annotation = ANNOTATION.matcher(content);
			return annotation.find() ? Optional.of(annotation.group(1)) : Optional.empty();
		}
		catch (IOException ex) {
			throw new MigratorException(ErrorCategory.INVALID_REVISION,
					"%s cannot be read: %s.".formatted(file, ex.getMessage()), "Check its rights.", ex);
		}
	}

}
