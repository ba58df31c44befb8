package dev.migrator.script.writing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrator.script.HeadsFile;
import dev.migrator.script.ScriptDirectory;
import dev.migrator.script.source.RevisionFormat;
import dev.migrator.script.source.RevisionTemplates;
import dev.migrator.script.writing.LocationFolders.JavaFolder;

/**
 * Lays out a project for revisions: their folders, templates to change, and the
 * configuration. What is there stays as it is.
 */
public final class ProjectInit {

	private static final String PACKAGE_INFO = """
			/**
			 * Revisions of the database in Java. Those in SQL stand among the resources, in a folder
			 * of the same name; both kinds form one graph.
			 */
			package %s;
			""";

	private static final Pattern CONFIGURED = Pattern.compile("^migrator[:.]", Pattern.MULTILINE);

	private final ScriptSettings settings;

	private final ScriptDirectory scripts;

	private final ProjectLayout layout;

	/**
	 * Lay out a project.
	 * @param settings where and how its revisions are written
	 * @param scripts the revisions that are there
	 */
	public ProjectInit(ScriptSettings settings, ScriptDirectory scripts) {
		this.settings = settings;
		this.scripts = scripts;
		this.layout = new ProjectLayout(settings);
	}

	/**
	 * Do it.
	 * @return what was done
	 * @throws dev.migrator.error.MigratorException {@code CONFIGURATION} if the directory
	 * is no project's, {@code NOT_WRITTEN} if a file cannot be written; then none is
	 */
	public InitReport run() {
		List<InitReport.Entry> report = new ArrayList<>();
		String snippet;
		try (FileChanges changes = new FileChanges()) {
			for (String location : this.settings.locations()) {
				layOut(location, changes, report);
			}
			RevisionTemplates templates = new RevisionTemplates(this.settings.templates());
			for (RevisionFormat format : RevisionFormat.values()) {
				put(templates.file(format), RevisionTemplates.builtIn(format).text(), changes, report);
			}
			snippet = configure(changes, report);
			changes.keep();
		}
		return new InitReport(report, snippet);
	}

	private void layOut(String location, FileChanges changes, List<InitReport.Entry> report) {
		LocationFolders folders = this.layout.folders(location);
		if (this.settings.headsFile()) {
			put(folders.sql().resolve(HeadsFile.NAME), HeadsFile.write(this.scripts.heads(location)), changes, report);
		}
		else if (isEmpty(folders.sql())) {
			// Git keeps no empty folders.
			put(folders.sql().resolve(".gitkeep"), "", changes, report);
		}
		JavaFolder java = folders.java();
		if (java != null && this.settings.format() == RevisionFormat.JAVA) {
			put(java.folder().resolve("package-info.java"), PACKAGE_INFO.formatted(java.packageName()), changes,
					report);
		}
	}

	private static boolean isEmpty(Path folder) {
		if (!Files.isDirectory(folder)) {
			return true;
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.findAny().isEmpty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A configuration that is there is a person's, so it is not touched. */
	private String configure(FileChanges changes, List<InitReport.Entry> report) {
		Path resources = this.settings.directory().resolve(ProjectLayout.RESOURCES);
		Optional<Path> there = Stream.of("application.yml", "application.yaml", "application.properties")
			.flatMap((name) -> Stream.of(resources.resolve(name), resources.resolve("config").resolve(name)))
			.filter(Files::isRegularFile)
			.findFirst();
		if (there.isPresent()) {
			report.add(new InitReport.Entry(there.get(), false));
			return snippet(there.get());
		}
		ConfigurationSnippet snippet = new ConfigurationSnippet(this.settings);
		if (!this.layout.isProject()) {
			return snippet.yaml();
		}
		put(resources.resolve("application.yml"), snippet.yaml(), changes, report);
		return "";
	}

	private String snippet(Path configuration) {
		try {
			// Properties may be in Latin-1, which reads every byte.
			if (CONFIGURED.matcher(Files.readString(configuration, StandardCharsets.ISO_8859_1)).find()) {
				return "";
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		ConfigurationSnippet snippet = new ConfigurationSnippet(this.settings);
		return configuration.toString().endsWith(".properties") ? snippet.properties() : snippet.yaml();
	}

	private static void put(Path file, String content, FileChanges changes, List<InitReport.Entry> report) {
		boolean created = !Files.exists(file);
		if (created) {
			changes.create(file, content);
		}
		report.add(new InitReport.Entry(file, created));
	}

}
