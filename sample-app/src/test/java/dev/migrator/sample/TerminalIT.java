package dev.migrator.sample;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A command in a terminal.
 */
class TerminalIT {

	private static final String ESCAPE = "\033[";

	@TempDir
	private Path directory;

	@Test
	void inATerminalThereAreColoursAndABarAndElsewhereNot() {
		CommandProcess.Setting application = new CommandProcess.Setting(this.directory, Databases.h2(this.directory))
			.packed();
		assertThat(application.run("history").out()).doesNotContain(ESCAPE);
		assumeThat(TerminalProcess.SCRIPT).exists();
		String upgrade = TerminalProcess.run(application, "", "upgrade");
		assertThat(upgrade).contains("3/6", "Applied 019999a2bbda").contains("\r" + ESCAPE + "K[====");
		assertThat(TerminalProcess.run(application, "", "history")).contains(ESCAPE + "33m019999a2bbda");
		assertThat(TerminalProcess.run(application.with("NO_COLOR", "1"), "", "history")).doesNotContain(ESCAPE);
	}

}
