package dev.migrator.script.writing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import javax.lang.model.SourceVersion;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.script.writing.LocationFolders.JavaFolder;

import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.ResourceUtils;

/**
 * Where the sources of revisions are in a project of Maven's or Gradle's layout. A
 * location {@code file:…} is the folder that it names, seen from the working directory as
 * when revisions are read.
 */
final class ProjectLayout {

	static final String JAVA = "src/main/java";

	static final String RESOURCES = "src/main/resources";

	private static final List<String> BUILD_FILES = List.of("pom.xml", "build.gradle", "build.gradle.kts");

	private static final Pattern PARENT_POM = Pattern.compile("<packaging>\\s*pom\\s*</packaging>");

	private final Path directory;

	private final List<String> locations;

	ProjectLayout(ScriptSettings settings) {
		this.directory = settings.directory();
		this.locations = settings.locations();
	}

	Path directory() {
		return this.directory;
	}

	List<String> locations() {
		return this.locations;
	}

	/**
	 * Find the location that a person names.
	 * @param name a location, with or without {@code classpath:} and slashes at its ends
	 * @return it as it is configured
	 * @throws MigratorException {@code CONFIGURATION} if there is none
	 */
	String named(String name) {
		return this.locations.stream()
			.filter((location) -> isFile(location) ? withoutSlash(location).equals(withoutSlash(name))
					: path(location).equals(path(name)))
			.findFirst()
			.orElseThrow(() -> new MigratorException(ErrorCategory.CONFIGURATION,
					"'%s' is none of the locations.".formatted(name),
					"The locations are: %s.".formatted(String.join(", ", this.locations))));
	}

	/**
	 * Find the folders of a location.
	 * @param location a location
	 * @return the folders, which need not exist yet
	 * @throws MigratorException {@code CONFIGURATION} if nothing can be written there
	 */
	LocationFolders folders(String location) {
		if (isFile(location)) {
			return new LocationFolders(location, file(location), null);
		}
		String path = path(location);
		if (path.contains("*") || path.contains("?") || path.contains("{") || ResourceUtils.isUrl(path)) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"A revision cannot be written under '%s', which names no single folder.".formatted(location),
					"Name another location with --location.");
		}
		requireProject();
		String packageName = path.replace('/', '.');
		JavaFolder java = SourceVersion.isName(packageName)
				? new JavaFolder(this.directory.resolve(JAVA).resolve(path), packageName) : null;
		return new LocationFolders(location, this.directory.resolve(RESOURCES).resolve(path), java);
	}

	private static boolean isFile(String location) {
		return location.startsWith(ResourceUtils.FILE_URL_PREFIX);
	}

	private static Path file(String location) {
		try {
			return ResourceUtils.getFile(location).toPath().toAbsolutePath().normalize();
		}
		catch (FileNotFoundException ex) {
			throw new MigratorException(ErrorCategory.CONFIGURATION, "'%s' is no folder.".formatted(location),
					"Check migrator.locations.", ex);
		}
	}

	private static String path(String location) {
		String path = location;
		for (String prefix : List.of(ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX,
				ResourceUtils.CLASSPATH_URL_PREFIX)) {
			path = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
		}
		path = path.startsWith("/") ? path.substring(1) : path;
		return withoutSlash(path);
	}

	private static String withoutSlash(String path) {
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

	/**
	 * Make sure that the directory is a project's.
	 * @throws MigratorException {@code CONFIGURATION} if it is not
	 */
	void requireProject() {
		if (isProject()) {
			return;
		}
		boolean parent = isParent();
		throw new MigratorException(ErrorCategory.CONFIGURATION,
				"%s is no project that revisions can be written into: it %s.".formatted(this.directory,
						parent ? "is only the parent of some"
								: "has neither %s, %s nor a build file".formatted(JAVA, RESOURCES)),
				"Run this in the directory of the application's project, or set migrator.script.directory to it.");
	}

	boolean isProject() {
		boolean sources = Files.isDirectory(this.directory.resolve(JAVA))
				|| Files.isDirectory(this.directory.resolve(RESOURCES));
		boolean build = BUILD_FILES.stream().anyMatch((file) -> Files.isRegularFile(this.directory.resolve(file)));
		return sources || (build && !isParent());
	}

	private boolean isParent() {
		Path pom = this.directory.resolve("pom.xml");
		try {
			return Files.isRegularFile(pom)
					&& PARENT_POM.matcher(Files.readString(pom, StandardCharsets.ISO_8859_1)).find();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
