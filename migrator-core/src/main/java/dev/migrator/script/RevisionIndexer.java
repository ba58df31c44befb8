package dev.migrator.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * Writes the index of an application's revisions while it is built, for builds without
 * ahead-of-time processing. It belongs after the compiler, with the class path that the
 * application will have.
 */
public final class RevisionIndexer {

	private static final String LOCATION = "classpath:db/migrations";

	private RevisionIndexer() {
	}

	/**
	 * Write the index.
	 * @param arguments the directory of the application's classes, and the locations of
	 * its revisions if they are not in {@code classpath:db/migrations}
	 * @throws MigratorException if there is no such directory, it cannot be written, or a
	 * location cannot be read
	 */
	public static void main(String... arguments) {
		if (arguments.length == 0 || !Files.isDirectory(Path.of(arguments[0]))) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"The index of revisions needs the directory of the application's classes%s."
						.formatted((arguments.length == 0) ? "" : "; '" + arguments[0] + "' is none"),
					"Give it, and then the locations of the revisions if they are not in " + LOCATION + ".");
		}
		List<String> locations = (arguments.length == 1) ? List.of(LOCATION)
				: List.of(arguments).subList(1, arguments.length);
		write(Path.of(arguments[0]).resolve(RevisionIndex.PATH),
				RevisionIndex.of(locations, RevisionIndexer.class.getClassLoader()));
	}

	private static void write(Path file, RevisionIndex index) {
		try {
			Files.createDirectories(file.getParent());
			Files.writeString(file, index.write());
		}
		catch (IOException ex) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"%s cannot be written: %s.".formatted(file, ex.getMessage()), "Check its rights.", ex);
		}
	}

}
