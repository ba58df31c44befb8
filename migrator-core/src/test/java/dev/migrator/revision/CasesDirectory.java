package dev.migrator.revision;

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

	public static Path of(String kind) {
		String named = System.getProperty("migrator.cases", "");
		Path directory = named.isBlank() ? copy()
				: Path.of(System.getProperty("migrator.build.directory", ""), "")
					.toAbsolutePath()
					.resolve(named)
					.normalize();
		Path cases = directory.resolve(kind);
		if (!Files.isDirectory(cases)) {
			throw new IllegalStateException("There are no cases in " + cases);
		}
		return cases;
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
