package dev.migrator.script.writing;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.SquashedGraph;
import dev.migrator.script.RevisionHeader;
import dev.migrator.script.ScriptDirectory;
import dev.migrator.script.draft.RevisionDraft;
import dev.migrator.script.source.FileNames;
import dev.migrator.script.source.FileNames.JavaName;
import dev.migrator.script.source.RevisionFormat;
import dev.migrator.script.source.RevisionSource;
import dev.migrator.script.source.RevisionTemplates;
import dev.migrator.script.writing.LocationFolders.JavaFolder;
import org.jspecify.annotations.Nullable;

/**
 * Writes new revisions into a project. Whatever can be wrong is looked for first; then
 * the file and the file {@code heads} are written, both or neither; then the hooks run.
 */
public final class RevisionWriter {

	private final ScriptSettings settings;

	private final ScriptDirectory scripts;

	private final OutputStream hookOutput;

	private final ProjectLayout layout;

	private final ProjectHeads heads;

	private final FileNames names;

	private final RevisionSource source;

	/**
	 * Write into a project.
	 * @param settings how
	 * @param scripts the revisions that are there
	 * @param hookOutput where the output of hooks goes
	 * @throws MigratorException {@code CONFIGURATION} if the settings make no sense
	 */
	public RevisionWriter(ScriptSettings settings, ScriptDirectory scripts, OutputStream hookOutput) {
		this.settings = settings;
		this.scripts = scripts;
		this.hookOutput = hookOutput;
		this.layout = new ProjectLayout(settings);
		this.heads = new ProjectHeads(this.layout);
		this.names = new FileNames(settings.fileTemplate(), settings.timeZone(), settings.slugLength());
		this.source = new RevisionSource(new RevisionTemplates(settings.templates()));
	}

	/**
	 * Decide where a revision goes. Nothing is written.
	 * @param draft the revision
	 * @param location the location that a person names, or {@code null} for that of its
	 * first down revision
	 * @param format what a person wants it written in, or {@code null}
	 * @return the place
	 * @throws MigratorException {@code CONFIGURATION} if there is no such place,
	 * {@code INVALID_REVISION} if the application that runs does not have all revisions
	 * of the project, {@code HEADS_FILE} if the file {@code heads} disagrees with them,
	 * {@code NOT_WRITTEN} if the file is there already
	 */
	public RevisionPlace place(RevisionDraft draft, @Nullable String location, @Nullable RevisionFormat format) {
		if (this.scripts.contains(draft.header().id())) {
			// The graph does not have those that were replaced.
			throw new MigratorException(ErrorCategory.DUPLICATE_REVISION,
					"There is a revision '%s' already.".formatted(draft.header().id()),
					"Take another id, or none to get a random one.");
		}
		LocationFolders folders = this.layout
			.folders((location != null) ? this.layout.named(location) : usualLocation(draft.header()));
		RevisionPlace place = place(draft.header(), folders, (format != null) ? format : usualFormat(folders));
		new SourceFiles(this.layout).requireBuilt(this.scripts);
		this.heads.check(folders.location(), this.scripts, draft.isMerge());
		if (Files.exists(place.file())) {
			throw FileChanges.exists(place.file(), null);
		}
		return place;
	}

	private String usualLocation(RevisionHeader header) {
		List<String> locations = this.layout.locations();
		if (locations.isEmpty()) {
			throw new MigratorException(ErrorCategory.CONFIGURATION, "There is no location.",
					"Set migrator.locations.");
		}
		if (header.downRevisions().isEmpty() && locations.size() > 1) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"Which location a new base belongs to cannot be told.",
					"Name it with --location: %s.".formatted(String.join(" or ", locations)));
		}
		return header.downRevisions()
			.stream()
			.limit(1)
			.flatMap((parent) -> this.scripts.locationOf(parent).stream())
			.filter(locations::contains)
			.findFirst()
			.orElse(locations.get(0));
	}

	private RevisionFormat usualFormat(LocationFolders folders) {
		return (folders.java() != null) ? this.settings.format() : RevisionFormat.SQL;
	}

	private RevisionPlace place(RevisionHeader header, LocationFolders folders, RevisionFormat format) {
		try {
			if (format == RevisionFormat.SQL) {
				return new RevisionPlace(folders.location(), format, folders.sql().resolve(this.names.sql(header)), "");
			}
			JavaFolder root = folders.requireJava();
			JavaName name = this.names.java(header);
			Path folder = root.folder();
			String packageName = root.packageName();
			for (String inner : name.packages()) {
				folder = folder.resolve(inner);
				packageName += "." + inner;
			}
			return new RevisionPlace(folders.location(), format, folder.resolve(name.className() + ".java"),
					packageName);
		}
		catch (InvalidPathException ex) {
			throw new MigratorException(ErrorCategory.NOT_WRITTEN,
					"This system can have no file of that name: %s.".formatted(ex.getMessage()),
					"Begin the message with words in plain letters, or let the system's language be one with UTF-8.",
					ex);
		}
	}

	/**
	 * Write a revision.
	 * @param draft the revision
	 * @param place where it goes
	 * @return what was written
	 * @throws MigratorException {@code CONFIGURATION} if a template is broken,
	 * {@code NOT_WRITTEN} if a file cannot be written, {@code PROGRAM_FAILED} if a hook
	 * fails, and as {@link SquashedGraph#of} if the revision does not fit to the others
	 */
	public WrittenRevision write(RevisionDraft draft, RevisionPlace place) {
		List<RevisionInfo> all = new ArrayList<>(this.scripts.graph().revisions());
		all.add(draft.header().toInfo());
		SquashedGraph.of(all, List.of(), List.of());
		WrittenRevision written = write(draft.header(), place, source(draft, place));
		for (PostWriteHook hook : this.settings.hooks()) {
			run(hook, place.file());
		}
		return written;
	}

	/**
	 * Say what a revision's file would hold.
	 * @param draft the revision
	 * @param place where it goes
	 * @return the source
	 * @throws MigratorException {@code CONFIGURATION} if a template is broken
	 */
	public String source(RevisionDraft draft, RevisionPlace place) {
		return (place.format() == RevisionFormat.SQL) ? this.source.sql(draft, place.fileName())
				: this.source.java(draft, place.packageName(), place.className());
	}

	private WrittenRevision write(RevisionHeader header, RevisionPlace place, String content) {
		String location = place.location();
		boolean writesHeads = this.settings.headsFile() || this.heads.exists(location);
		try (FileChanges changes = new FileChanges()) {
			changes.create(place.file(), content);
			if (writesHeads) {
				this.heads.write(changes, location, headsWith(header, location));
			}
			changes.keep();
		}
		return new WrittenRevision(header, place.file(), writesHeads ? this.heads.file(location) : null);
	}

	private SortedSet<String> headsWith(RevisionHeader header, String location) {
		SortedSet<String> heads = this.scripts.heads(location);
		List<String> replaced = header.replaces();
		if (replaced.isEmpty()) {
			heads.removeAll(Set.copyOf(header.downRevisions()));
			heads.add(header.id());
		}
		else if (heads.remove(replaced.get(replaced.size() - 1))) {
			heads.add(header.id());
		}
		return heads;
	}

	private void run(PostWriteHook hook, Path file) {
		ExternalProgram program = new ExternalProgram(hook.command(file), this.settings.directory());
		String problem = program.run(this.hookOutput, this.settings.hookTimeout());
		if (problem != null) {
			throw new MigratorException(ErrorCategory.PROGRAM_FAILED,
					"%s was written, but the hook '%s' %s.".formatted(file, program, problem),
					"Run it by hand on the file, and correct migrator.script.hooks.");
		}
	}

}
