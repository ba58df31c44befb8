package dev.migrator.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures how long it takes to read 1,000 tables of 10 columns, an index and a foreign
 * key each from PostgreSQL: the first time in a fresh JVM, several times, and when the
 * JVM is warm. Connecting is not counted.
 */
class ReflectionBenchmark {

	private static final int TABLES = 1000;

	private static final int PROCESSES = 7;

	private static final int ROUNDS = 10;

	private static final String CREATE = """
			do $$ begin
			    for i in 0..%d loop
			        execute format('create table t%%1$s (id bigint primary key, c1 integer not null, c2 varchar(80),
			            c3 boolean not null, c4 numeric(10, 2), c5 integer not null, c6 varchar(80),
			            c7 boolean not null, c8 numeric(10, 2),
			            ref bigint constraint fk_t%%1$s references t%%2$s (id))', i, i / 2);
			        execute format('create index ix_t%%1$s on t%%1$s (c1)', i);
			    end loop;
			end $$""";

	@Test
	void reflectAThousandTables() throws IOException, InterruptedException {
		PGSimpleDataSource database = (PGSimpleDataSource) Databases.postgresql();
		try (SqlSession session = JdbcSession.open(database)) {
			session.execute(SqlStatement.of(CREATE.formatted(TABLES - 1)));
			session.execute(SqlStatement.of("analyze"));
		}
		List<Long> first = new ArrayList<>();
		List<Long> warm = new ArrayList<>();
		for (int i = 0; i < PROCESSES; i++) {
			String[] times = measure(database.getUrl(), String.valueOf(database.getUser())).split(" ", -1);
			first.add(Long.valueOf(times[0]));
			warm.add(Long.valueOf(times[1]));
		}
		print("first time in a JVM", first);
		print("fastest of %d more in the same JVM".formatted(ROUNDS), warm);
	}

	@SuppressWarnings("SystemOut")
	private static void print(String what, List<Long> times) {
		System.out.printf("reflect %d tables, %s: median %d ms of %s%n", TABLES, what,
				times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow(), times);
	}

	private static String measure(String url, String user) throws IOException, InterruptedException {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				classPath, OneProcess.class.getName(), url, user)
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		try (InputStream output = process.getInputStream()) {
			String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor()).as(text).isZero();
			return text.lines().reduce((before, line) -> line).orElse("");
		}
	}

	/** What is measured, in a process of its own. */
	static final class OneProcess {

		private OneProcess() {
		}

		@SuppressWarnings("SystemOut")
		public static void main(String[] args) {
			PGSimpleDataSource database = new PGSimpleDataSource();
			database.setUrl(args[0]);
			database.setUser(args[1]);
			try (SqlSession session = JdbcSession.open(database)) {
				Dialect dialect = Dialects.of(session.database());
				long first = reflect(dialect, session);
				long fastest = Long.MAX_VALUE;
				for (int i = 0; i < ROUNDS; i++) {
					fastest = Math.min(fastest, reflect(dialect, session));
				}
				System.out.println(first + " " + fastest);
			}
		}

		private static long reflect(Dialect dialect, SqlSession session) {
			long start = System.nanoTime();
			Schema schema = dialect.reflect(SchemaFilter.DEFAULT, session);
			long millis = (System.nanoTime() - start) / 1_000_000;
			if (schema.tables().size() != TABLES) {
				throw new IllegalStateException("%d tables were read".formatted(schema.tables().size()));
			}
			return millis;
		}

	}

}
