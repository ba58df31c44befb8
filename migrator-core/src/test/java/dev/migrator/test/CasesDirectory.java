package dev.migrator.test;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the cases are: the folder that the system property {@code migrator.cases} names,
 * else the copy among the test resources.
 */
public final class CasesDirectory {

	private CasesDirectory() {
	}

	/**
	 * Find the cases of a kind.
	 * @param kind the name of their folder
	 * @return the folder, or the one above it if that has files of cases itself
	 */
	public static Path of(String kind) {
		String named = System.getProperty("migrator.cases", "");
		Path directory = named.isBlank() ? copy()
				: Path.of(System.getProperty("migrator.build.directory", ""), "")
					.toAbsolutePath()
					.resolve(named)
					.normalize();
		Path cases = directory.resolve(kind);
		if (Files.isDirectory(cases)) {
			return cases;
		}
		if (!hasCases(directory)) {
			throw new IllegalStateException("There are no cases in " + cases);
		}
		return directory;
	}

	private static boolean hasCases(Path directory) {
		String[] files = directory.toFile().list((folder, name) -> name.endsWith(".jsonl"));
		return files != null && files.length > 0;
	}

	private static Path copy() {
		URL cases = CasesDirectory.class.getResource("/cases");
		if (cases == null) {
			throw new IllegalStateException("The cases are missing among the test resources");
		}
		try {
			return Path.of(cases.toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
