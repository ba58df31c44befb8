package dev.migrator.script.source;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import io.spring.javaformat.config.JavaFormatConfig;
import io.spring.javaformat.formatter.StreamsFormatter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Formats and compiles sources as the build of a project does.
 */
public final class JavaSources {

	private JavaSources() {
	}

	/**
	 * Format a source as spring-javaformat does.
	 * @param source the source
	 * @return it as it should be
	 */
	public static String format(String source) {
		StringBuilder formatted = new StringBuilder();
		new StreamsFormatter(JavaFormatConfig.DEFAULT).format(new StringReader(source), "\n").writeTo(formatted);
		return formatted.toString();
	}

	/**
	 * Compile sources; any warning is an error.
	 * @param folder where the sources are put, and the classes
	 * @param sources the sources by file under the folder
	 */
	public static void compile(Path folder, Map<String, String> sources) {
		sources.forEach((name, source) -> write(folder.resolve(name), source));
		compile(folder, sources.keySet().stream().map(folder::resolve).toList());
	}

	/**
	 * Compile files; any warning is an error.
	 * @param classes where the classes go
	 * @param files the files
	 */
	public static void compile(Path classes, List<Path> files) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter messages = new StringWriter();
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			boolean done = compiler
				.getTask(messages, manager, null,
						List.of("-Xlint:all", "-Werror", "-proc:none", "-encoding", "UTF-8", "--release", "17", "-cp",
								classPath, "-d", classes.toString()),
						null, manager.getJavaFileObjectsFromPaths(files))
				.call();
			assertThat(done).as(messages.toString()).isTrue();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(Path file, String content) {
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			Files.writeString(file, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
