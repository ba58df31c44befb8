package dev.migrator.script.body;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import dev.migrator.operation.Operation;
import dev.migrator.operation.OperationTarget;
import dev.migrator.operation.Operations;
import dev.migrator.operation.Row;
import dev.migrator.script.Migration;
import dev.migrator.script.source.JavaSources;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Runs sources of revisions without a database.
 */
final class Compiled {

	private Compiled() {
	}

	/**
	 * Compile classes, any warning being an error, and tell what each upgrade does.
	 * @param sources the sources in package {@code p} by the names of their classes
	 * @return the operations by the names
	 */
	static Map<String, List<Operation>> upgrades(Map<String, String> sources) {
		return run(sources, Migration::upgrade);
	}

	static Map<String, List<Operation>> run(Map<String, String> sources, BiConsumer<Migration, Operations> direction) {
		Map<String, List<Operation>> operations = new LinkedHashMap<>();
		try {
			Path folder = Files.createTempDirectory("compiled");
			try {
				Map<String, String> files = new LinkedHashMap<>();
				sources.forEach((name, source) -> files.put("p/" + name + ".java", source));
				JavaSources.compile(folder, files);
				try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() },
						Compiled.class.getClassLoader())) {
					for (String name : sources.keySet()) {
						Migration migration = (Migration) loader.loadClass("p." + name).getConstructor().newInstance();
						Recorder recorder = new Recorder();
						Operations op = new Operations(recorder);
						direction.accept(migration, op);
						op.flush();
						operations.put(name, recorder.operations);
					}
				}
			}
			finally {
				FileSystemUtils.deleteRecursively(folder);
			}
		}
		catch (IOException | ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
		return operations;
	}

	private static final class Recorder implements OperationTarget {

		private final List<Operation> operations = new ArrayList<>();

		@Override
		public String dialect() {
			return "postgresql";
		}

		@Override
		public long apply(Operation operation) {
			this.operations.add(operation);
			return 0;
		}

		@Override
		public List<Row> query(String sql, List<@Nullable Object> binds) {
			throw new UnsupportedOperationException();
		}

		@Override
		public JdbcClient jdbc() {
			throw new UnsupportedOperationException();
		}

		@Override
		public void autocommit(Runnable work) {
			work.run();
		}

	}

}
