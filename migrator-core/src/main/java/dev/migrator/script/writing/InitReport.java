package dev.migrator.script.writing;

import java.nio.file.Path;
import java.util.List;

/**
 * What was done to lay out a project.
 *
 * @param files the files it has now, in the order in which they were looked for
 * @param snippet what should stand in the application's configuration, for a person to
 * copy; empty if it stands there
 */
public record InitReport(List<Entry> files, String snippet) {

	public InitReport {
		files = List.copyOf(files);
	}

	/**
	 * A file.
	 *
	 * @param file its path
	 * @param created {@code true} if it is new, {@code false} if it was there and was
	 * left as it is
	 */
	public record Entry(Path file, boolean created) {
	}

}
