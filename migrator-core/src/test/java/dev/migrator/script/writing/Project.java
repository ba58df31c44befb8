package dev.migrator.script.writing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.script.HeadsFile;
import dev.migrator.script.MigrationFactory;
import dev.migrator.script.RevisionHeader;
import dev.migrator.script.ScriptDirectory;
import dev.migrator.script.draft.MergeRequest;
import dev.migrator.script.draft.RevisionDraft;
import dev.migrator.script.draft.RevisionDrafts;
import dev.migrator.script.draft.RevisionRequest;
import dev.migrator.script.source.JavaSources;
import dev.migrator.script.source.RevisionFormat;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * A project in a folder, which is built as Maven does.
 */
final class Project {

	static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");

	private final Path directory;

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private ScriptSettings settings;

	private ScriptDirectory scripts;

	Project(Path directory, String... locations) {
		this.directory = directory;
		this.settings = ScriptSettings.defaults(directory,
				(locations.length > 0) ? List.of(locations) : List.of("classpath:db/migrations"));
		folder("src/main/resources");
		this.scripts = build();
	}

	Project settings(ScriptSettings newSettings) {
		this.settings = newSettings;
		return this;
	}

	Project with(RevisionFormat format, String fileTemplate, boolean headsFile, String... hooks) {
		return settings(new ScriptSettings(this.directory, this.settings.locations(), format, fileTemplate,
				ZoneOffset.UTC, 40, this.settings.templates(), headsFile,
				Stream.of(hooks).map(PostWriteHook::of).toList(), this.settings.hookTimeout()));
	}

	ScriptSettings settings() {
		return this.settings;
	}

	/** Build the project, so that the application that runs has what was written. */
	ScriptDirectory build() {
		try {
			Path classes = folder("target/classes");
			FileSystemUtils.deleteRecursively(classes);
			Files.createDirectories(classes);
			FileSystemUtils.copyRecursively(path("src/main/resources"), classes);
			List<Path> sources = files("src/main/java");
			if (!sources.isEmpty()) {
				JavaSources.compile(classes, sources);
			}
			this.scripts = ScriptDirectory.load(this.settings.locations(), List.of(),
					new URLClassLoader(new URL[] { url(classes) }, Project.class.getClassLoader()),
					MigrationFactory.constructor());
			return this.scripts;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static URL url(Path folder) {
		try {
			return folder.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	ScriptDirectory scripts() {
		return this.scripts;
	}

	RevisionWriter writer() {
		return new RevisionWriter(this.settings, this.scripts, this.output);
	}

	RevisionDraft draft(String id, String head, String message) {
		return drafts().revision(new RevisionRequest(message, head, true, id, List.of(), List.of()));
	}

	RevisionDrafts drafts() {
		return new RevisionDrafts(this.scripts.graph(), Clock.fixed(NOW, ZoneOffset.UTC));
	}

	/** Write a revision and build the project. */
	WrittenRevision revision(String id, String head, String message) {
		return revision(id, head, message, null, null);
	}

	WrittenRevision revision(String id, String head, String message, @Nullable String location,
			@Nullable RevisionFormat format) {
		return write(draft(id, head, message), location, format);
	}

	WrittenRevision merge(String id) {
		return write(drafts().merge(new MergeRequest(List.of("heads"), "", false, id, List.of())), null, null);
	}

	WrittenRevision write(RevisionDraft draft, @Nullable String location, @Nullable RevisionFormat format) {
		RevisionWriter writer = writer();
		WrittenRevision written = writer.write(draft, writer.place(draft, location, format));
		build();
		return written;
	}

	/** Put an SQL revision there by hand, as version control does. */
	Path sql(String id, String down) {
		return file("src/main/resources/db/migrations/" + id + ".sql",
				"-- revision: %s\n-- down-revision: %s\n-- migrator:upgrade\n".formatted(id, down));
	}

	String heads() {
		return read("src/main/resources/db/migrations/" + HeadsFile.NAME);
	}

	Path path(String name) {
		return this.directory.resolve(name);
	}

	Path file(String name, String content) {
		try {
			Path file = path(name);
			Files.createDirectories(file.toAbsolutePath().getParent());
			return Files.writeString(file, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path folder(String name) {
		try {
			return Files.createDirectories(path(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String read(String name) {
		try {
			return Files.readString(path(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** All files and folders under a folder, sorted. */
	List<String> tree(String name) {
		return walk(name).map((path) -> this.directory.relativize(path).toString()).toList();
	}

	private List<Path> files(String name) {
		return walk(name).filter(Files::isRegularFile).toList();
	}

	private Stream<Path> walk(String name) {
		if (!Files.exists(path(name))) {
			return Stream.empty();
		}
		try (Stream<Path> paths = Files.walk(path(name))) {
			return paths.sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String output() {
		return this.output.toString(StandardCharsets.UTF_8);
	}

	RevisionHeader header(String id) {
		var info = this.scripts.graph().get(id);
		return new RevisionHeader(info.id(), info.downRevisions(), info.message(), info.createdAt(),
				List.copyOf(info.branchLabels()), info.dependsOn(), this.scripts.get(id).transactional(), List.of());
	}

}
