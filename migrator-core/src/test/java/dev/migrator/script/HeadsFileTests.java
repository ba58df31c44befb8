package dev.migrator.script;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

import dev.migrator.Migrator;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The file that names the heads.
 */
class HeadsFileTests {

	@TempDir
	Path folder;

	private RevisionFolder revisions = new RevisionFolder(Path.of(""));

	@BeforeEach
	void writeRevisions() {
		this.revisions = new RevisionFolder(this.folder);
		write("aaaa", "");
	}

	@Test
	void aFileNamesHeadsOnOneLine() {
		assertThat(HeadsFile.write(List.of("b", "a"))).isEqualTo("a b\n");
		assertThat(HeadsFile.read("heads", " b  a\r\n").names()).containsExactly("a", "b");
		assertThat(HeadsFile.read("heads", "\n").names()).isEmpty();
		assertThat(HeadsFile.read("heads", HeadsFile.write(List.of())).names()).isEmpty();
	}

	@Test
	void withoutAFileNothingIsChecked() {
		assertThat(migrator().upgrade().steps()).hasSize(1);
	}

	@Test
	void aFileThatAgreesLetsAnUpgradeRun() {
		this.revisions.write("heads", "aaaa\n");
		assertThat(migrator().upgrade().steps()).hasSize(1);
		assertThat(migrator().scripts().heads("file:" + this.folder)).containsExactly("aaaa");
	}

	@Test
	void aRevisionWithoutItsLineInTheFileStopsAnUpgrade() {
		this.revisions.write("heads", "aaaa\n");
		write("bbbb", "aaaa");
		String message = "%s says that the head is aaaa, but the revisions have bbbb. Bring back the file of a revision that is missing, or run 'migrator heads --write'."
			.formatted(this.folder.resolve("heads"));
		Migrator migrator = migrator();
		refused(migrator::upgrade, message);
		refused(migrator::check, message);
		assertThat(migrator.status().current()).isEmpty();
		assertThat(migrator.downgrade("base").steps()).isEmpty();
	}

	@Test
	void severalHeadsAreToldBeforeTheFile() {
		this.revisions.write("heads", "aaaa\n");
		write("bbbb", "");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(migrator()::upgrade)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.MULTIPLE_HEADS));
		refused(() -> migrator().upgrade("heads"),
				"%s says that the head is aaaa, but the revisions have aaaa and bbbb. Run 'migrator merge heads', or 'migrator heads --write' if they are to stay apart."
					.formatted(this.folder.resolve("heads")));
		this.revisions.write("heads", "aaaa bbbb\n");
		assertThat(migrator().upgrade("heads").steps()).hasSize(2);
	}

	@Test
	void aConflictIsToldAsSuch() {
		this.revisions.write("heads", "<<<<<<< HEAD\nbbbb\n=======\ncccc\n>>>>>>> theirs\n");
		write("bbbb", "aaaa");
		write("cccc", "bbbb");
		refused(migrator()::upgrade,
				"%s holds a conflict that version control left: two branches each added a revision. The head is now cccc. Run 'migrator heads --write'."
					.formatted(this.folder.resolve("heads")));
		HeadsFile file = HeadsFile.read("db/heads", "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n");
		refused(() -> file.check(new TreeSet<>(List.of("a", "b"))),
				"db/heads holds a conflict that version control left: two branches each added a revision. The head is now a and b. Run 'migrator merge heads', which writes the file anew.");
	}

	@Test
	void eachLocationHasItsOwnHeads(@TempDir Path other) {
		new RevisionFolder(other).write("bbbb", "aaaa", "", "");
		this.revisions.write("heads", "aaaa");
		new RevisionFolder(other).write("heads", "bbbb");
		Migrator migrator = this.revisions.builder(Databases.h2())
			.locations("file:" + this.folder, "file:" + other)
			.build();
		assertThat(migrator.upgrade().steps()).hasSize(2);
		assertThat(migrator.scripts().locationOf("bbbb")).contains("file:" + other);
		assertThat(migrator.scripts().locationOf("cccc")).isEmpty();
	}

	private Migrator migrator() {
		return this.revisions.migrator(Databases.h2());
	}

	private void write(String id, String down) {
		this.revisions.write(id, down, "", "");
	}

	private static void refused(ThrowingCallable call, String message) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(call)
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.HEADS_FILE));
	}

}
