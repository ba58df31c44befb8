package dev.migrator.script.writing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import dev.migrator.script.source.FileNames;
import dev.migrator.script.source.RevisionFormat;

/**
 * How new revision files are written: the properties {@code migrator.script.*}.
 *
 * @param directory the project's directory, with {@code src/main} under it
 * @param locations where revisions are, as in {@code migrator.locations}
 * @param format what they are written in unless something else is asked for
 * @param fileTemplate how files are called, as {@link FileNames} understands it
 * @param timeZone the time zone of dates in the names of files
 * @param slugLength how many characters of the message stand in the name of a file
 * @param templates the folder of the project's own templates
 * @param headsFile whether each new revision writes the file {@code heads}, and not only
 * where there is one
 * @param hooks what runs after a file was written
 * @param hookTimeout how long each of these may take
 */
public record ScriptSettings(Path directory, List<String> locations, RevisionFormat format, String fileTemplate,
		ZoneId timeZone, int slugLength, Path templates, boolean headsFile, List<PostWriteHook> hooks,
		Duration hookTimeout) {

	/**
	 * Outside of {@code src/main}, so that templates are not packed into the application.
	 */
	private static final String TEMPLATES = ".migrator/templates";

	private static final int SLUG_LENGTH = 40;

	public ScriptSettings {
		directory = directory.toAbsolutePath().normalize();
		locations = List.copyOf(locations);
		templates = directory.resolve(templates);
		hooks = List.copyOf(hooks);
	}

	/**
	 * The settings by default.
	 * @param directory the project's directory; an empty path is the working directory
	 * @param locations where revisions are
	 * @return the settings
	 */
	public static ScriptSettings defaults(Path directory, List<String> locations) {
		return new ScriptSettings(directory, locations, RevisionFormat.JAVA, FileNames.DEFAULT_TEMPLATE, ZoneOffset.UTC,
				SLUG_LENGTH, Path.of(TEMPLATES), true, List.of(), Duration.ofMinutes(2));
	}

}
