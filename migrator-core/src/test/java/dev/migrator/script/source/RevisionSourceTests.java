package dev.migrator.script.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.script.MigrationFactory;
import dev.migrator.script.RevisionHeader;
import dev.migrator.script.ScriptDirectory;
import dev.migrator.script.draft.MessageText;
import dev.migrator.script.draft.RevisionDraft;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The source of new revisions.
 */
class RevisionSourceTests {

	private static final Path NOWHERE = Path.of("nowhere");

	private static final RevisionSource BUILT_IN = new RevisionSource(new RevisionTemplates(NOWHERE));

	private static final FileNames NAMES = new FileNames(FileNames.DEFAULT_TEMPLATE, ZoneOffset.UTC, 40);

	@Test
	void aRevisionInJavaSaysWhatIsToBeWritten() {
		assertThat(java(RevisionDraft.of(Headers.header("27c6a30d7c24", "Add \"hero\"", "1975ea83b712")))).isEqualTo("""
				package db.migrations;

				import dev.migrator.operation.Operations;
				import dev.migrator.script.Migration;
				import dev.migrator.script.Revision;

				@Revision(id = "27c6a30d7c24", downRevision = "1975ea83b712", message = "Add \\"hero\\"",
						createdAt = "2026-01-15T10:00:00Z")
				public class R27c6a30d7c24_AddHero implements Migration {

					@Override
					public void upgrade(Operations op) {
						// Write here what changes, such as op.addColumn("hero", "age", Types.integer());
					}

					@Override
					public void downgrade(Operations op) {
						// Undo it here, in reverse order; without this method there is no way back.
					}

				}
				""");
	}

	@Test
	void aRevisionInJavaHasWhatItDoes() {
		RevisionDraft draft = RevisionDraft.of(Headers.header("27c6a30d7c24", "Add age", "1975ea83b712"))
			.doing(List.of("List.of(\"hero\").forEach((table) -> {", "\top.addColumn(table, \"age\", integer());",
					"});", "", "op.execute(\"\"\"\n\t\tupdate hero\n\t\t\n\t\tset age = 0\"\"\");"),
					List.of("op.dropColumn(\"hero\", \"age\");"),
					Set.of("java.util.List", "static dev.migrator.schema.Types.integer"));
		String source = java(draft);
		assertThat(source).contains("""
				import java.util.List;

				import dev.migrator.operation.Operations;
				import dev.migrator.script.Migration;
				import dev.migrator.script.Revision;

				import static dev.migrator.schema.Types.integer;
				""").contains("""
					public void upgrade(Operations op) {
						List.of("hero").forEach((table) -> {
							op.addColumn(table, "age", integer());
						});

						op.execute(""\"
								update hero

								set age = 0""\");
					}
				""").contains("""
					public void downgrade(Operations op) {
						op.dropColumn("hero", "age");
					}
				""");
		assertThat(JavaSources.format(source)).isEqualTo(source);
	}

	@Test
	void aRevisionInSqlSaysWhatIsToBeWritten() {
		assertThat(sql(RevisionDraft.of(Headers.header("27c6a30d7c24", "Add hero -- now", "1975ea83b712")))).isEqualTo(
				"""
						-- revision: 27c6a30d7c24
						-- down-revision: 1975ea83b712
						-- message: Add hero -- now
						-- created-at: 2026-01-15T10:00:00Z

						-- migrator:upgrade
						-- Write here what changes, each statement with its semicolon: alter table hero add column age integer;

						-- migrator:downgrade
						-- Undo it here, in reverse order; without this section there is no way back.
						""");
	}

	@Test
	void aRevisionInSqlHasWhatItDoes() {
		assertThat(sql(RevisionDraft.of(Headers.header("a1", ""))
			.doing(List.of("create table hero (\n    id integer\n);", "", "select '{{id}} <&>  ';"),
					List.of("drop table hero;"), Set.of())))
			.isEqualTo("""
					-- revision: a1
					-- created-at: 2026-01-15T10:00:00Z

					-- migrator:upgrade
					create table hero (
					    id integer
					);

					select '{{id}} <&>  ';

					-- migrator:downgrade
					drop table hero;
					""");
	}

	@Test
	void aMergeAsksForNothing() {
		RevisionDraft merge = RevisionDraft.of(Headers.header("a3", "Merge", "a1", "a2"));
		assertThat(java(merge)).contains("downRevision = { \"a1\", \"a2\" }")
			.contains("// A merge need not do anything: it joins the lines that it follows.")
			.contains("// Nor is there anything to undo.")
			.doesNotContain("Write here");
		assertThat(sql(merge)).contains("-- down-revision: a1, a2\n")
			.contains("-- A merge need not do anything: it joins the lines that it follows.")
			.contains("-- Nor is there anything to undo.")
			.doesNotContain("Write here");
	}

	@Property(tries = 300)
	void aRevisionInJavaIsFormattedAsSpringDoes(@ForAll("headers") RevisionHeader header) {
		Assume.that(Stream.of(header.downRevisions(), header.branchLabels(), header.dependsOn(), header.replaces())
			.allMatch((names) -> String.join("\", \"", names).length() < 90));
		String source = java(RevisionDraft.of(header));
		assertThat(JavaSources.format(source)).isEqualTo(source);
	}

	@Test
	void aMessageOfAnyLengthIsBrokenAsSpringDoes() {
		for (int length = 20; length < 260; length++) {
			for (String words : List.of("add a hero \\ ", "hero")) {
				String message = words.repeat(100).substring(0, length).strip();
				for (String[] down : List.of(new String[0], new String[] { "1975ea83b712" })) {
					String source = java(RevisionDraft.of(Headers.header("d569a505f7e7", message, down)));
					assertThat(JavaSources.format(source)).isEqualTo(source);
				}
			}
		}
	}

	@Test
	void manyReplacedRevisionsFillLines() {
		RevisionHeader header = new RevisionHeader("27c6a30d7c24", List.of(), "Squash", Headers.CREATED, List.of(),
				List.of(), false, Collections.nCopies(20, "1975ea83b712"));
		String source = java(RevisionDraft.of(header));
		assertThat(JavaSources.format(source)).isEqualTo(source);
	}

	@Property(tries = 10)
	void aRevisionInJavaCompilesAndIsReadAsItWasMeant(@ForAll("manyHeaders") List<RevisionHeader> headers)
			throws IOException {
		Path folder = Files.createTempDirectory("sources");
		try {
			// Each on a level of its own, so that the graph need not be one.
			Map<String, RevisionHeader> byLocation = new LinkedHashMap<>();
			Map<String, String> sources = new LinkedHashMap<>();
			headers.forEach((header) -> {
				String name = "p" + byLocation.size();
				RevisionHeader alone = new RevisionHeader(header.id(), List.of(), header.message(), header.createdAt(),
						header.branchLabels().stream().map((label) -> "y" + label).toList(), List.of(),
						header.transactional(), header.replaces());
				byLocation.put(name, alone);
				String className = NAMES.java(alone).className();
				sources.put(name + "/" + className + ".java", BUILT_IN.java(RevisionDraft.of(alone), name, className));
			});
			JavaSources.compile(folder, sources);
			try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() },
					getClass().getClassLoader())) {
				byLocation.forEach((location, header) -> {
					ScriptDirectory scripts = ScriptDirectory.load(List.of("classpath:" + location), List.of(), loader,
							MigrationFactory.constructor());
					assertThat(scripts.graph().revisions()).containsExactly(header.toInfo());
					assertThat(scripts.get(header.id()).transactional()).isEqualTo(header.transactional());
				});
			}
		}
		finally {
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	@Property
	void aRevisionInSqlIsReadAsItWasMeant(@ForAll("headers") RevisionHeader header) {
		String name = NAMES.sql(header);
		assertThat(RevisionHeader.ofSql(BUILT_IN.sql(RevisionDraft.of(header), name), name)).isEqualTo(header);
	}

	@Property
	void aMessageIsNormalisedOnce(@ForAll("messages") String message) {
		String normal = MessageText.normalise(message);
		assertThat(MessageText.normalise(normal)).isEqualTo(normal);
		assertThat(normal).isEqualTo(normal.strip()).doesNotContain("\n", "\r", "  ");
	}

	@Provide
	Arbitrary<RevisionHeader> headers() {
		return Headers.headers();
	}

	@Provide
	Arbitrary<List<RevisionHeader>> manyHeaders() {
		return Headers.headers().list().ofSize(30);
	}

	@Provide
	Arbitrary<String> messages() {
		return Headers.messages();
	}

	@Test
	void aProjectsOwnTemplateIsTaken(@TempDir Path folder) {
		write(folder.resolve("java.mustache"), """
				{{! Ours: with a licence. }}
				// Licence \\ of ours
				package {{{package}}};
				{{{imports}}}
				/** {{message}} */
				{{{annotation}}}
				class {{className}} implements Migration { String message = "{{message}}"; }
				""".replace("\n", "\r\n"));
		RevisionDraft draft = RevisionDraft.of(Headers.header("a1", "Say \"no\" \\u002a/ */ now", "a0"));
		String source = new RevisionSource(new RevisionTemplates(folder)).java(draft, "p", "Ra1");
		assertThat(source).startsWith("// Licence \\ of ours\npackage p;\n")
			.contains("/** Say \\\"no\\\" \\\\u002a/ *\\57 now */")
			.contains("String message = \"Say \\\"no\\\" \\\\u002a/ *\\57 now\";")
			.doesNotContain("\r");
		assertThat(new RevisionTemplates(folder).list())
			.extracting(RevisionTemplate::name, RevisionTemplate::description, RevisionTemplate::origin)
			.containsExactly(tuple("java", "Ours: with a licence.", folder.resolve("java.mustache").toString()),
					tuple("sql", "A revision in SQL: a header, and a section for each direction.", "built-in"));
	}

	@Test
	void aTemplateMayWriteTheHeaderItself(@TempDir Path folder) {
		write(folder.resolve("java.mustache"), """
				package {{{package}}};
				@Revision(id = "{{id}}", downRevision = {{=<% %>=}}{<%={{ }}=%> \
				{{#downRevisions}}"{{.}}"{{^-last}}, {{/-last}}{{/downRevisions}} })
				class {{className}} implements Migration { }
				""");
		RevisionDraft draft = RevisionDraft.of(Headers.header("a2", "x", "a0", "a1"));
		assertThat(new RevisionSource(new RevisionTemplates(folder)).java(draft, "p", "Ra2"))
			.contains("@Revision(id = \"a2\", downRevision = { \"a0\", \"a1\" })");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{nothing}}", "{{#upgrade}}", "{{#nothing}}{{/nothing}}", "{{{header}}}",
			"-- revision: {{id}}\n-- migrator:upgrade\n", "{{{header}}}\n-- migrator:upgrade\n-- migrator:upgrade\n" })
	void aBrokenTemplateOfSqlIsRefused(String template, @TempDir Path folder) {
		write(folder.resolve("sql.mustache"), template);
		RevisionSource source = new RevisionSource(new RevisionTemplates(folder));
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> source.sql(RevisionDraft.of(Headers.header("a1", "x", "a0")), "a1_x.sql"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{nothing}}", "{{{package}}} {{{className}}} {{{annotation}}}",
			"{{{package}}} class {{{className}}}", "class {{{className}}} {{{annotation}}}",
			"{{{package}}} class {{{className}}} \"{{id}}\"" })
	void aBrokenTemplateOfJavaIsRefused(String template, @TempDir Path folder) {
		write(folder.resolve("java.mustache"), template);
		RevisionSource source = new RevisionSource(new RevisionTemplates(folder));
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> source.java(RevisionDraft.of(Headers.header("a1", "x", "a0")), "db.migrations", "Ra1_X"))
			.satisfies((ex) -> {
				assertThat(ex.category()).isEqualTo(ErrorCategory.CONFIGURATION);
				assertThat(ex).hasMessageContaining(folder.resolve("java.mustache").toString());
				assertThat(ex.action()).isNotBlank();
			});
	}

	private static String java(RevisionDraft draft) {
		return BUILT_IN.java(draft, "db.migrations", NAMES.java(draft.header()).className());
	}

	private static String sql(RevisionDraft draft) {
		return BUILT_IN.sql(draft, NAMES.sql(draft.header()));
	}

	private static void write(Path file, String content) {
		try {
			Files.writeString(file, content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
