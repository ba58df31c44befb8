package dev.migrator.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.NamingConvention;

import org.springframework.aot.AotDetector;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * Names the files of revisions that stand on the class path, by location, so that nobody
 * has to look for them: a native image has no directories to look into. It is written by
 * the ahead-of-time processing of an application and counts where what that made is used;
 * elsewhere it might be older than the files.
 */
public final class RevisionIndex {

	/** Where the index stands on the class path. */
	public static final String PATH = "META-INF/migrator/revisions.index";

	private static final String SECTION = "location ";

	private final Map<String, List<String>> files;

	private RevisionIndex(Map<String, List<String>> files) {
		this.files = files;
	}

	/**
	 * Look for the revisions on the class path.
	 * @param locations where to look; those that are not on the class path are left out
	 * @param classLoader the class loader
	 * @return the index
	 * @throws MigratorException if a location cannot be read
	 */
	public static RevisionIndex of(Collection<String> locations, ClassLoader classLoader) {
		RevisionScanner scanner = new RevisionScanner(classLoader, MigrationFactory.constructor(),
				NamingConvention.NONE);
		Map<String, List<String>> files = new LinkedHashMap<>();
		for (String location : locations) {
			String root = RevisionScanner.root(location);
			if (RevisionScanner.isOnClassPath(root)) {
				files.put(root, List.copyOf(new TreeSet<>(scanner.files(location))));
			}
		}
		return new RevisionIndex(files);
	}

	/**
	 * Read the index that counts.
	 * @param classLoader the class loader
	 * @return the index, which is empty if none counts
	 */
	static RevisionIndex read(ClassLoader classLoader) {
		Resource resource = new ClassPathResource(PATH, classLoader);
		if (!AotDetector.useGeneratedArtifacts() || !resource.exists()) {
			return new RevisionIndex(Map.of());
		}
		try {
			return parse(resource.getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new MigratorException(ErrorCategory.INVALID_REVISION,
					"%s cannot be read: %s.".formatted(PATH, ex.getMessage()), "Build the project again.", ex);
		}
	}

	private static RevisionIndex parse(String text) {
		Map<String, List<String>> files = new LinkedHashMap<>();
		List<String> section = new ArrayList<>();
		for (String line : text.lines().filter((candidate) -> !candidate.isBlank()).toList()) {
			if (line.startsWith(SECTION)) {
				section = new ArrayList<>();
				files.put(line.substring(SECTION.length()), section);
			}
			else {
				section.add(line.strip());
			}
		}
		return new RevisionIndex(files);
	}

	/**
	 * Find the files of a location.
	 * @param root the location as the scanner has it
	 * @return their paths, or nothing if the index does not know the location
	 */
	Optional<List<String>> files(String root) {
		return Optional.ofNullable(this.files.get(root));
	}

	/**
	 * Return all files.
	 * @return their paths on the class path
	 */
	public List<String> files() {
		return this.files.values().stream().flatMap(List::stream).distinct().toList();
	}

	/**
	 * Write the index.
	 * @return the content of the file
	 */
	public String write() {
		StringBuilder text = new StringBuilder();
		this.files.forEach((root, paths) -> {
			text.append(SECTION).append(root).append('\n');
			paths.forEach((path) -> text.append("  ").append(path).append('\n'));
		});
		return text.toString();
	}

}
