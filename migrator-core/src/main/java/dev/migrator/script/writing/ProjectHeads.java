package dev.migrator.script.writing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.script.HeadsFile;
import dev.migrator.script.ScriptDirectory;

/**
 * The files {@code heads} in the sources of a project.
 */
public final class ProjectHeads {

	private final ProjectLayout layout;

	private final SourceFiles sources;

	/**
	 * Look into a project.
	 * @param settings its directory and locations
	 */
	public ProjectHeads(ScriptSettings settings) {
		this(new ProjectLayout(settings));
	}

	ProjectHeads(ProjectLayout layout) {
		this.layout = layout;
		this.sources = new SourceFiles(layout);
	}

	/**
	 * Write the file of each location that the project has a folder of, whatever it says.
	 * @param scripts the revisions
	 * @return the files
	 * @throws MigratorException if a revision was not built yet, or a file cannot be
	 * written
	 */
	public List<Path> write(ScriptDirectory scripts) {
		this.sources.requireBuilt(scripts);
		List<Path> written = new ArrayList<>();
		try (FileChanges changes = new FileChanges()) {
			for (String location : this.layout.locations()) {
				LocationFolders folders = this.layout.folders(location);
				if (exist(folders)) {
					write(changes, location, scripts.heads(location));
					written.add(file(location));
				}
			}
			changes.keep();
		}
		return written;
	}

	private static boolean exist(LocationFolders folders) {
		return Files.isDirectory(folders.sql())
				|| (folders.java() != null && Files.isDirectory(folders.java().folder()));
	}

	void write(FileChanges changes, String location, Collection<String> heads) {
		changes.replace(file(location), HeadsFile.write(heads));
	}

	Path file(String location) {
		return this.layout.folders(location).sql().resolve(HeadsFile.NAME);
	}

	boolean exists(String location) {
		return Files.isRegularFile(file(location));
	}

	/**
	 * Make sure that a location's file says what its revisions do. To a merge it is no
	 * matter: it joins what two branches left.
	 */
	void check(String location, ScriptDirectory scripts, boolean merge) {
		Optional<HeadsFile> file = read(location);
		if (file.isEmpty()) {
			return;
		}
		if (!merge) {
			file.get().check(scripts.heads(location));
			return;
		}
		SortedSet<String> unknown = file.get().names();
		unknown.removeIf(scripts::contains);
		if (!unknown.isEmpty()) {
			throw new MigratorException(ErrorCategory.HEADS_FILE,
					"%s names %s, which no revision file has.".formatted(file(location), String.join(" and ", unknown)),
					"Bring that file back, or run 'migrator heads --write' first.");
		}
	}

	private Optional<HeadsFile> read(String location) {
		Path file = file(location);
		if (!exists(location)) {
			return Optional.empty();
		}
		try {
			return Optional.of(HeadsFile.read(file.toString(), Files.readString(file)));
		}
		catch (IOException ex) {
			throw new MigratorException(ErrorCategory.HEADS_FILE,
					"%s cannot be read: %s.".formatted(file, ex.getMessage()), "Check its rights.", ex);
		}
	}

}
