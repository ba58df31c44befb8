package dev.migrator.sample;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application as an IDE runs it, with devtools: on its folder of classes, restarted
 * when one of them changes.
 */
class DevtoolsIT {

	private static final String ADDED = "bbbbbbbbbbb1";

	@TempDir
	private Path directory;

	@Test
	void aRevisionThatIsSavedWhileTheApplicationRunsIsApplied() throws IOException {
		SampleDatabase database = Databases.h2(this.directory);
		Path classes = copy(Path.of(System.getProperty("sample.classes")), this.directory.resolve("classes"));

		try (SampleProcess process = SampleProcess.startWithDevtools(classes, this.directory, database,
				"--spring.devtools.restart.poll-interval=200ms", "--spring.devtools.restart.quiet-period=100ms")) {
			process.awaitHealth().awaitOutput("6 revisions applied");
			new RevisionFolder(classes.resolve("db/migrations")).table(ADDED, Databases.HEAD, "quest");
			process.awaitOutput("1 revision applied");
			Awaitility.await().until(() -> process.ports().size() == 2);
			assertThat(process.get("/actuator/migrations")).contains("\"state\":\"up-to-date\"", ADDED);
			process.stop();
		}
		assertThat(database.versions()).containsExactly(ADDED);
		assertThat(database.strings(SampleDatabase.TABLES)).contains("quest");
	}

	private static Path copy(Path from, Path to) throws IOException {
		Files.walkFileTree(from, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
					throws IOException {
				Files.createDirectories(to.resolve(from.relativize(directory)));
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.copy(file, to.resolve(from.relativize(file)));
				return FileVisitResult.CONTINUE;
			}

		});
		return to;
	}

}
