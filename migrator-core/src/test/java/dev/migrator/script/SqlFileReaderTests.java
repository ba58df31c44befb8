package dev.migrator.script;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link SqlFileReader}.
 */
class SqlFileReaderTests {

	private static final String FULL = """
			-- revision: 1975ea83b712
			-- down-revision: 27c6a30d7c24, a1
			-- message: Add hero table: and more
			-- created-at: 2026-01-15T10:00:00+01:00
			-- branch-labels: heroes
			-- depends-on: b1,b2
			-- transactional: false
			-- replaces: c1
			-- (also a free comment)

			-- migrator:upgrade
			create table hero (id integer);
			-- migrator:upgrade postgresql
			create table hero (id integer generated always as identity);

			-- migrator:downgrade
			drop table hero;
			""";

	private static final String HEADER = "-- revision: a\n";

	private static final String UP = "-- migrator:upgrade\n";

	@Test
	void aFileHasAHeaderAndSections() {
		SqlFile file = SqlFileReader.read(FULL, "db/migrations/1975ea83b712_add_hero_table.sql");
		assertThat(file.location()).isEqualTo("db/migrations/1975ea83b712_add_hero_table.sql");
		assertThat(file.header()).isEqualTo(new RevisionHeader("1975ea83b712", List.of("27c6a30d7c24", "a1"),
				"Add hero table: and more", Instant.parse("2026-01-15T09:00:00Z"), List.of("heroes"),
				List.of("b1", "b2"), false, List.of("c1")));
		assertThat(file.sections()).containsExactly(
				new SqlSection(SectionDirection.UPGRADE, null, "create table hero (id integer);\n", 12),
				new SqlSection(SectionDirection.UPGRADE, "postgresql",
						"create table hero (id integer generated always as identity);\n\n", 14),
				new SqlSection(SectionDirection.DOWNGRADE, null, "drop table hero;\n", 17));
	}

	@Test
	void aDialectsOwnSectionIsPreferred() {
		SqlFile file = SqlFileReader.read(FULL, "a");
		assertThat(file.section(SectionDirection.UPGRADE, "postgresql")).isSameAs(file.sections().get(1));
		assertThat(file.section(SectionDirection.UPGRADE, "h2")).isSameAs(file.sections().get(0));
		assertThat(file.section(SectionDirection.DOWNGRADE, "postgresql")).isSameAs(file.sections().get(2));
	}

	@Test
	void aSectionThatIsNotThereIsNull() {
		SqlFile file = SqlFileReader.read(HEADER + "-- migrator:upgrade h2\nselect 1", "a.sql");
		assertThat(file.section(SectionDirection.UPGRADE, "h2")).isNotNull();
		assertThat(file.section(SectionDirection.UPGRADE, "mysql")).isNull();
		assertThat(file.section(SectionDirection.DOWNGRADE, "h2")).isNull();
	}

	@Test
	void aShortHeaderHasDefaults() {
		assertThat(SqlFileReader.read(HEADER + UP, "a.sql").header())
			.isEqualTo(new RevisionHeader("a", List.of(), "", null, List.of(), List.of(), true, List.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-- down-revision:", "-- down-revision: none", "-- down-revision:None",
			"--down-revision: <base>", "-- Down-Revision:  " })
	void aRevisionWithoutDownRevisionIsABase(String line) {
		assertThat(SqlFileReader.read(HEADER + line + "\n" + UP, "a.sql").header().downRevisions()).isEmpty();
	}

	@Test
	void anyLineEndsAndAByteOrderMarkAreRead() {
		for (String lineEnd : List.of("\r\n", "\r")) {
			SqlFile file = SqlFileReader.read("\uFEFF" + FULL.replace("\n", lineEnd), "1975ea83b712_x.sql");
			assertThat(file.header().message()).isEqualTo("Add hero table: and more");
			assertThat(file.sections()).extracting(SqlSection::firstLine).containsExactly(12, 14, 17);
			assertThat(file.sections().get(2).sql()).isEqualTo("drop table hero;" + lineEnd);
		}
	}

	@Test
	void commentsMayStandAroundTheHeader() {
		SqlFile file = SqlFileReader.read("""
				/* Licence: free
				   -- revision: not this one */
				-- Copyright: somebody

				-- see: the manual

				-- revision: a
				-- TODO: nothing
				-- a free comment: with a colon

				-- anything: goes here
				  -- migrator:upgrade
				select 1;
				""", "a_x.sql");
		assertThat(file.header().id()).isEqualTo("a");
		assertThat(file.sections()).containsExactly(new SqlSection(SectionDirection.UPGRADE, null, "select 1;\n", 13));
	}

	@Test
	void markersAreFoundOnLinesOfTheirOwnOnly() {
		String upgrade = """
				select 1; -- migrator:downgrade
				select '-- migrator:downgrade'
				-- see migrator:downgrade
				""";
		SqlFile file = SqlFileReader.read(HEADER + UP + upgrade + "--MIGRATOR: Downgrade  H2 \nselect 2", "a.sql");
		assertThat(file.sections()).extracting(SqlSection::direction, SqlSection::dialect, SqlSection::sql)
			.containsExactly(tuple(SectionDirection.UPGRADE, null, upgrade),
					tuple(SectionDirection.DOWNGRADE, "h2", "select 2"));
	}

	@Test
	void furtherDialectsCanBeNamed() {
		SqlFile file = SqlFileReader.read(HEADER + "-- migrator:upgrade oracle\nselect 1", "a.sql", Set.of("oracle"));
		assertThat(file.section(SectionDirection.UPGRADE, "oracle")).isNotNull();
	}

	@ParameterizedTest
	@MethodSource
	void aBrokenFileIsRefusedWithItsLine(String content, String message) {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> SqlFileReader.read(content, "db/a_add_hero.sql"))
			.withMessage("db/a_add_hero.sql:" + message)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.INVALID_REVISION));
	}

	static Stream<Arguments> aBrokenFileIsRefusedWithItsLine() {
		String missing = "The header with the revision's id is missing."
				+ " Begin the file with `-- revision: <id>` and `-- down-revision: <id>`.";
		String noId = " Ids and labels consist of letters, digits, underscores and dots.";
		String keys = "The keys are revision, down-revision, message, created-at, branch-labels, depends-on,"
				+ " transactional, replaces; if this is a comment, leave an empty line between it and the header.";
		return Stream.of(arguments("", "1: " + missing), arguments("\n\n", "2: " + missing),
				arguments("create table t (a int);", "1: " + missing),
				arguments("-- a comment\n" + UP + "select 1", "2: " + missing),
				arguments("-- message: x\n/* c */ select 1", "2: " + missing),
				arguments(HEADER + "\nselect 1;\n" + UP,
						"3: SQL stands in front of the first section."
								+ " Put `-- migrator:upgrade` on a line of its own above it."),
				arguments(HEADER + "-- down-revison: b\n" + UP,
						"2: The header has no key `down-revison`. Did you mean `down-revision`?"),
				arguments(HEADER + "-- down_revision: b\n" + UP,
						"2: The header has no key `down_revision`. Did you mean `down-revision`?"),
				arguments(HEADER + "-- depends: b\n" + UP,
						"2: The header has no key `depends`. Did you mean `depends-on`?"),
				arguments("-- Revison: a\n" + UP, "1: The header has no key `Revison`. Did you mean `revision`?"),
				arguments(HEADER + "-- author: me\n" + UP, "2: The header has no key `author`. " + keys),
				arguments(HEADER + "-- message: x\n\n-- Message: y\n" + UP,
						"4: The header has `message` a second time, first on line 2."
								+ " Remove one of the two; a list is written on one line, separated by commas."),
				arguments("-- revision:\n" + UP, "1: `revision` is empty. Write the id behind the colon."),
				arguments("-- revision: a-b\n" + UP, "1: `revision` holds `a-b`, which is no id." + noId),
				arguments("-- revision: a@b\n" + UP, "1: `revision` holds `a@b`, which is no id." + noId),
				arguments(HEADER + "-- down-revision: b c\n" + UP,
						"2: `down-revision` holds `b c`, which is no id." + noId),
				arguments(HEADER + "-- depends-on: b,,c\n" + UP,
						"2: `depends-on` has an empty place in its list. Separate its items by single commas."),
				arguments(HEADER + "-- branch-labels: b, b\n" + UP,
						"2: `branch-labels` names `b` twice. Remove one of them."),
				arguments(HEADER + "-- branch-labels: a b\n" + UP,
						"2: `branch-labels` holds `a b`, which is no label." + noId),
				arguments("\n-- revision: b\n" + UP,
						"2: The header says revision `b`, but the file is called `a_add_hero.sql`."
								+ " Rename the file to `b_<words>.sql` or correct the header."),
				arguments(HEADER + "-- created-at: 2026-01-15\n" + UP,
						"2: `created-at` holds `2026-01-15`, which is no point in time. Write it as 2026-01-15T10:00:00Z."),
				arguments(HEADER + "-- transactional: no\n" + UP,
						"2: `transactional` holds `no`, which is neither true nor false."
								+ " Write `-- transactional: false` if the revision cannot run in a transaction."),
				arguments(HEADER,
						"1: The file has no upgrade section."
								+ " Put `-- migrator:upgrade` on a line of its own above the statements."),
				arguments(HEADER + "-- migrator:downgrade\nselect 1;\n",
						"3: The file has no upgrade section."
								+ " Put `-- migrator:upgrade` on a line of its own above the statements."),
				arguments(HEADER + "-- migrator:upgrad\n",
						"2: There is no section `upgrad`. Did you mean `-- migrator:upgrade`?"),
				arguments(HEADER + UP + "-- migrator: rollback\n",
						"3: There is no section `rollback`. Write `-- migrator:upgrade` or `-- migrator:downgrade`."),
				arguments(HEADER + "-- migrator:\n",
						"2: The section's marker does not say which section begins."
								+ " Write `-- migrator:upgrade` or `-- migrator:downgrade`."),
				arguments(HEADER + "-- migrator:upgrade postgres\n",
						"2: There is no dialect `postgres`. Did you mean `postgresql`?"),
				arguments(HEADER + "-- migrator:upgrade dbase\n",
						"2: There is no dialect `dbase`. The dialects are h2, mariadb, mysql, postgresql, sqlite."),
				arguments(HEADER + "-- migrator:upgrade mysql, mariadb\n",
						"2: The section's marker goes on with `mariadb` behind the dialect."
								+ " Write one dialect at most; a section for another one repeats the statements."),
				arguments(HEADER + UP + "select 1;\n" + UP,
						"4: The section `upgrade` is there a second time, first on line 2. Join the two."),
				arguments(HEADER + "-- migrator:upgrade h2\n-- migrator:upgrade H2\n",
						"3: The section `upgrade h2` is there a second time, first on line 2. Join the two."));
	}

	@Test
	void readingCostsLittleHoweverLargeTheSections() {
		String content = HEADER + UP + "insert into t values ('it''s', $$ x $$); -- c\n".repeat(200_000);
		SqlFile file = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> SqlFileReader.read(content, "a.sql"));
		assertThat(file.sections()).hasSize(1);
	}

	@Property
	void anyTextIsReadOrRefusedWithItsPlace(@ForAll String text) {
		for (String content : List.of(text, HEADER + text, HEADER + UP + text, HEADER + "-- " + text,
				"-- migrator:" + text, HEADER + "-- migrator:" + text)) {
			try {
				assertThat(SqlFileReader.read(content, "a.sql").header().id()).isNotEmpty();
			}
			catch (MigratorException ex) {
				assertThat(ex.problem()).matches("(?s)a\\.sql:\\d+: .*");
				assertThat(ex.action()).isNotEmpty();
			}
		}
	}

}
