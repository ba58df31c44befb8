package dev.migrator.boot.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.bootstrap.BootstrapRegistry;
import org.springframework.boot.bootstrap.BootstrapRegistryInitializer;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a command ended that was run in this JVM, where an exception stands in for the end
 * of the process.
 *
 * @param status the exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record CommandResult(int status, String out, String err) {

	/**
	 * Run a command.
	 * @param application the application, whose source is known
	 * @param arguments its arguments
	 * @return how it ended
	 */
	static CommandResult run(SpringApplication application, String... arguments) {
		Exit exit = new Exit();
		application.addBootstrapRegistryInitializer(exit);
		return run(exit, () -> application.run(arguments));
	}

	/**
	 * Run a command.
	 * @param exit what all applications were given as initializer of their registry
	 * @param application runs the applications
	 * @return how it ended
	 */
	static CommandResult run(Exit exit, Runnable application) {
		PrintStream out = System.out;
		PrintStream err = System.err;
		ByteArrayOutputStream results = new ByteArrayOutputStream();
		ByteArrayOutputStream errors = new ByteArrayOutputStream();
		System.setOut(new PrintStream(results, true, StandardCharsets.UTF_8));
		System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
		try {
			application.run();
			throw new AssertionError("The application was run in place of the command");
		}
		catch (AbandonedRunException ex) {
			assertThat(exit.statuses).as("Ends of the process").hasSize(1);
			return new CommandResult(exit.statuses.get(0), results.toString(StandardCharsets.UTF_8),
					errors.toString(StandardCharsets.UTF_8));
		}
		finally {
			System.setOut(out);
			System.setErr(err);
			System.clearProperty("spring.devtools.restart.enabled");
			LoggingSystem.get(CommandResult.class.getClassLoader())
				.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
		}
	}

	/**
	 * Make sure that the command was done without a word of complaint.
	 * @return this
	 */
	CommandResult done() {
		assertThat(this.err).isEmpty();
		assertThat(this.status).isZero();
		return this;
	}

	/**
	 * Make sure that the command failed with one line on standard error.
	 * @return the line
	 */
	String error() {
		assertThat(this.out).isEmpty();
		assertThat(this.status).as(this.err).isOne();
		assertThat(this.err.lines()).singleElement().asString().startsWith("error: ");
		return this.err.strip();
	}

	/**
	 * Return the results as a program reads them.
	 * @return what stands in their one line
	 */
	JsonNode json() {
		assertThat(this.out.lines()).hasSize(1);
		return JsonMapper.builder().build().readTree(this.out);
	}

	/**
	 * Ends a run where it would end the process.
	 */
	static final class Exit implements BootstrapRegistryInitializer {

		private final List<Integer> statuses = new ArrayList<>();

		@Override
		public void initialize(BootstrapRegistry registry) {
			registry.register(ExitHandler.class, (context) -> (status) -> {
				this.statuses.add(status);
				throw new AbandonedRunException();
			});
		}

	}

}
