package dev.migrator.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

/**
 * MySQL's program {@code mysqld}, which comes packed on the class path, for Linux on
 * amd64 only. Its options make it fast, and forget about a crash of the machine.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.0/en/server-options.html">Server
 * Command Options</a>
 */
final class MysqlProgram {

	private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";

	private static final Path RENAMED_LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/libaio.so.1t64");

	private static final Pattern MISSING = Pattern.compile("error while loading shared libraries: ([^:\\s]+)");

	private final Path folder;

	private final List<Process> processes = new ArrayList<>();

	/**
	 * Create the program.
	 * @param folder where it is to be unpacked, and to keep its data
	 */
	MysqlProgram(Path folder) {
		this.folder = folder;
	}

	static boolean isForThisMachine() {
		return System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64");
	}

	Path folder() {
		return this.folder;
	}

	void unpack() throws IOException {
		try (InputStream archive = MysqlProgram.class.getResourceAsStream(ARCHIVE)) {
			if (archive == null) {
				throw new IOException("There is no %s on the class path".formatted(ARCHIVE));
			}
			Process tar = start(List.of("tar", "xzf", "-", "-C", path(""), "bin/mysqld", "lib", "share"));
			try (OutputStream target = tar.getOutputStream()) {
				archive.transferTo(target);
			}
			await(tar);
		}
		// a newer Debian has the same library under another name
		if (Files.exists(RENAMED_LIBRARY)) {
			Files.createSymbolicLink(this.folder.resolve("lib/private/libaio.so.1"), RENAMED_LIBRARY);
		}
	}

	/**
	 * Look whether the program runs at all.
	 * @return the library that the machine lacks for that, if it lacks one
	 */
	@Nullable String missingLibrary() throws IOException {
		try {
			await(run("--version"));
			return null;
		}
		catch (IOException ex) {
			Matcher line = MISSING.matcher(String.valueOf(ex.getMessage()));
			if (line.find()) {
				return line.group(1);
			}
			throw ex;
		}
	}

	/**
	 * Create the data and start the server.
	 * @param options its options besides the usual ones
	 */
	void serve(String... options) throws IOException {
		await(run("--initialize-insecure"));
		Process server = run(options);
		while (!Files.readString(log()).contains("ready for connections")) {
			if (!server.isAlive()) {
				throw new IOException(Files.readString(log()));
			}
			pause();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(20);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Process run(String... options) throws IOException {
		List<String> command = new ArrayList<>(List.of(path("bin/mysqld"), "--no-defaults", "--datadir=" + path("data"),
				"--lc-messages-dir=" + path("share"), "--tmpdir=" + this.folder, "--socket=" + path("socket"),
				"--pid-file=" + path("pid"), "--mysqlx=0", "--skip-ssl", "--auto-generate-certs=0",
				"--sha256-password-auto-generate-rsa-keys=0", "--caching-sha2-password-auto-generate-rsa-keys=0",
				"--default-authentication-plugin=mysql_native_password", "--disable-log-bin", "--performance-schema=0",
				"--innodb-flush-log-at-trx-commit=0", "--innodb-flush-method=nosync", "--innodb-doublewrite=0",
				"--innodb-use-native-aio=0", "--innodb-redo-log-capacity=32M", "--innodb-buffer-pool-size=64M",
				"--innodb-data-file-path=ibdata1:5M:autoextend"));
		if (System.getProperty("user.name").equals("root")) {
			command.add("--user=root");
		}
		command.addAll(List.of(options));
		return start(command);
	}

	private String path(String name) {
		return this.folder.resolve(name).toString();
	}

	private Path log() {
		return this.folder.resolve("log");
	}

	private synchronized Process start(List<String> command) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
			.start();
		this.processes.add(process);
		return process;
	}

	private void await(Process process) throws IOException {
		try {
			if (process.waitFor() != 0) {
				throw new IOException(Files.readString(log()));
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * End the server at once, whose data nobody needs any more, and delete the folder.
	 */
	synchronized void remove() {
		try {
			for (Process process : this.processes) {
				process.destroyForcibly().waitFor();
			}
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
