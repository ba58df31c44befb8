package dev.migrator.script;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RevisionIndex}.
 */
class RevisionIndexTests {

	private static final String LOCATION = "classpath:indexed/revisions";

	private static final String AOT = "spring.aot.enabled";

	@TempDir
	Path root;

	@Test
	void withItNothingIsLookedFor() throws IOException {
		write("aaa111");
		write("bbb222");
		Files.createDirectories(this.root.resolve("META-INF/migrator"));
		Files.writeString(this.root.resolve(RevisionIndex.PATH),
				RevisionIndex.of(List.of(LOCATION, "file:elsewhere"), new NamedFiles(this.root, true)).write());
		assertThat(ids(new NamedFiles(this.root, false))).as("Directories cannot be looked into").isEmpty();
		System.setProperty(AOT, "true");
		try {
			assertThat(ids(new NamedFiles(this.root, false))).containsExactlyInAnyOrder("aaa111", "bbb222");
		}
		finally {
			System.clearProperty(AOT);
		}
	}

	@Test
	void withoutAheadOfTimeProcessingAnOldOneDoesNotCount() throws IOException {
		write("aaa111");
		Files.createDirectories(this.root.resolve("META-INF/migrator"));
		Files.writeString(this.root.resolve(RevisionIndex.PATH),
				RevisionIndex.of(List.of(LOCATION), new NamedFiles(this.root, true)).write());
		write("bbb222");
		assertThat(ids(new NamedFiles(this.root, true))).containsExactlyInAnyOrder("aaa111", "bbb222");
	}

	@Test
	void itNamesEachLocationOnTheClassPathWithItsFiles() throws IOException {
		write("aaa111");
		assertThat(RevisionIndex
			.of(List.of(LOCATION + "/", "classpath:nowhere", "file:elsewhere"), new NamedFiles(this.root, true))
			.write()).isEqualTo("""
					location classpath*:indexed/revisions
					  indexed/revisions/aaa111_test.sql
					location classpath*:nowhere
					""");
	}

	private void write(String id) throws IOException {
		Path folder = Files.createDirectories(this.root.resolve("indexed/revisions"));
		Files.writeString(folder.resolve(id + "_test.sql"),
				"-- revision: %s\n-- down-revision:\n-- migrator:upgrade\nselect 1;\n".formatted(id));
	}

	private static Set<String> ids(ClassLoader classLoader) {
		return Set
			.copyOf(ScriptDirectory.load(List.of(LOCATION), List.of(), classLoader, MigrationFactory.constructor())
				.heads(LOCATION));
	}

	/**
	 * Files by their names, and directories only where they are to be seen.
	 */
	private static final class NamedFiles extends ClassLoader {

		private final Path root;

		private final boolean directories;

		NamedFiles(Path root, boolean directories) {
			super(RevisionIndexTests.class.getClassLoader());
			this.root = root;
			this.directories = directories;
		}

		@Override
		protected @Nullable URL findResource(String name) {
			Path file = this.root.resolve(name);
			try {
				return (Files.isRegularFile(file) || (this.directories && Files.isDirectory(file)))
						? file.toUri().toURL() : null;
			}
			catch (MalformedURLException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		protected Enumeration<URL> findResources(String name) {
			URL found = findResource(name);
			return Collections.enumeration((found != null) ? List.of(found) : List.of());
		}

	}

}
