package dev.migrator.script.writing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * A program in a process of its own. What can go wrong with it comes as half a sentence,
 * to stand behind the program's name.
 */
final class ExternalProgram {

	/**
	 * How long to wait for output that is still on its way when the program has ended.
	 */
	private static final long LAST_OUTPUT_SECONDS = 5;

	private final List<String> command;

	private final ProcessBuilder builder;

	ExternalProgram(List<String> command, Path directory) {
		this.command = command;
		List<String> located = new ArrayList<>(command);
		located.set(0, locate(command.get(0), directory));
		this.builder = new ProcessBuilder(located).directory(directory.toFile());
	}

	/** A relative path is meant from the directory, which not every system does. */
	private static String locate(String program, Path directory) {
		boolean path = program.contains("/") || program.contains("\\");
		Path file = path ? directory.resolve(program) : null;
		return (file != null && Files.exists(file)) ? file.toString() : program;
	}

	/**
	 * Run it with the terminal that this process has, until it ends.
	 * @return what is wrong, or {@code null}
	 */
	@Nullable String runInTerminal() {
		try {
			return status(this.builder.inheritIO().start().waitFor());
		}
		catch (IOException ex) {
			return notStarted(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "was interrupted";
		}
	}

	/**
	 * Run it without input.
	 * @param output where its output goes
	 * @param timeout how long it may take
	 * @return what is wrong, or {@code null}
	 */
	@Nullable String run(OutputStream output, Duration timeout) {
		Process process;
		try {
			process = this.builder.redirectErrorStream(true).start();
			process.getOutputStream().close();
		}
		catch (IOException ex) {
			return notStarted(ex);
		}
		CompletableFuture<Void> copied = CompletableFuture.runAsync(() -> copy(process.getInputStream(), output),
				ExternalProgram::startDaemon);
		try {
			if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
				end(process);
				return "took longer than %s and was ended".formatted(shown(timeout));
			}
			copied.get(LAST_OUTPUT_SECONDS, TimeUnit.SECONDS);
			return status(process.exitValue());
		}
		catch (TimeoutException ex) {
			// A process that it left behind still holds its output.
			return status(process.exitValue());
		}
		catch (ExecutionException ex) {
			end(process);
			return "wrote output that could not be passed on: " + ex.getCause();
		}
		catch (InterruptedException ex) {
			end(process);
			Thread.currentThread().interrupt();
			return "was interrupted";
		}
	}

	/** A process that a program left behind must not keep this one from ending. */
	private static void startDaemon(Runnable task) {
		Thread thread = new Thread(task, "migrator-hook-output");
		thread.setDaemon(true);
		thread.start();
	}

	private static void copy(InputStream input, OutputStream output) {
		try {
			input.transferTo(output);
			output.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void end(Process process) {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
	}

	private String notStarted(IOException ex) {
		return "cannot be started: " + ex.getMessage();
	}

	private static @Nullable String status(int status) {
		return (status != 0) ? "ended with status " + status : null;
	}

	private static String shown(Duration timeout) {
		return (timeout.toMillis() % 1000 == 0) ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
	}

	@Override
	public String toString() {
		return String.join(" ", this.command);
	}

}
