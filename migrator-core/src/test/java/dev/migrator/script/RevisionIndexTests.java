package dev.migrator.script;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RevisionIndex}.
 */
class RevisionIndexTests {

	private static final String LOCATION = "classpath:indexed/revisions";

	private static final String CLASS_PATH = "java.class.path";

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
	void inThePackedApplicationItCounts() throws IOException {
		Path jar = this.root.resolve("application.jar");
		pack(jar);
		try (URLClassLoader classes = new URLClassLoader(new URL[] { jar.toUri().toURL() }, null)) {
			assertThat(ids(classes)).as("A library's").containsExactlyInAnyOrder("aaa111", "bbb222");
			String classPath = System.getProperty(CLASS_PATH);
			System.setProperty(CLASS_PATH, jar.toString());
			try {
				assertThat(ids(classes)).as("The application's").containsExactly("aaa111");
			}
			finally {
				System.setProperty(CLASS_PATH, classPath);
			}
		}
	}

	@Test
	void itIsWrittenAmongTheClasses() throws IOException {
		RevisionIndexer.main(this.root.toString(), "classpath:nowhere");
		assertThat(this.root.resolve(RevisionIndex.PATH)).hasContent("location classpath*:nowhere");
		String nowhere = this.root.resolve("nowhere").toString();
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> RevisionIndexer.main(nowhere))
			.withMessageContaining("'" + nowhere + "' is none");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(RevisionIndexer::main)
			.withMessageStartingWith("The index of revisions needs the directory of the application's classes.");
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

	private void pack(Path jar) throws IOException {
		write("aaa111");
		String index = RevisionIndex.of(List.of(LOCATION), new NamedFiles(this.root, true)).write();
		write("bbb222");
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
			add(out, RevisionIndex.PATH, index);
			for (String directory : List.of("indexed/", "indexed/revisions/")) {
				add(out, directory, "");
			}
			for (String id : List.of("aaa111", "bbb222")) {
				String file = "indexed/revisions/%s_test.sql".formatted(id);
				add(out, file, Files.readString(this.root.resolve(file)));
			}
		}
	}

	private static void add(JarOutputStream jar, String entry, String content) throws IOException {
		jar.putNextEntry(new JarEntry(entry));
		jar.write(content.getBytes(StandardCharsets.UTF_8));
		jar.closeEntry();
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
