package dev.migrator.script.writing;

import java.nio.file.Path;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * The folders of a project that hold the sources of a location.
 *
 * @param location the location, as it is configured
 * @param sql the folder of SQL files and of the file {@code heads}
 * @param java where classes can be, or {@code null} if the location holds none
 */
record LocationFolders(String location, Path sql, @Nullable JavaFolder java) {

	/**
	 * Return where classes are.
	 * @return the folder
	 * @throws MigratorException {@code CONFIGURATION} if the location holds none
	 */
	JavaFolder requireJava() {
		if (this.java == null) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"A revision in Java cannot stand under '%s', which is no package on the class path."
						.formatted(this.location),
					"Write it in SQL with --sql-file, or name another location with --location.");
		}
		return this.java;
	}

	/**
	 * A folder of classes.
	 *
	 * @param folder the folder
	 * @param packageName its package
	 */
	record JavaFolder(Path folder, String packageName) {
	}

}
