package dev.migrator.script.source;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.script.RevisionFileName;
import dev.migrator.script.RevisionHeader;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The names of new files.
 */
class FileNamesTests {

	@ParameterizedTest
	@CsvSource(
			textBlock = """
					Add hero table,                                  1975_add_hero_table.sql,                              R1975_AddHeroTable
					'',                                              1975.sql,                                             R1975
					'!?',                                            1975.sql,                                             R1975
					'Add  "hero"/team_2 -- now',                     1975_add_hero_team_2_now.sql,                         R1975_AddHeroTeam2Now
					Größe der Helden,                                1975_größe_der_helden.sql,                            R1975_GrößeDerHelden
					Make the names of all the heroes much longer,    1975_make_the_names_of_all_the_heroes_much.sql,       R1975_MakeTheNamesOfAllTheHeroesMuch
					abcdefghijabcdefghijabcdefghijabcdefghijk more,  1975_abcdefghijabcdefghijabcdefghijabcdefghij.sql,    R1975_Abcdefghijabcdefghijabcdefghijabcdefghij
					m² and 日本,                                      1975_m²_and_日本.sql,                                   R1975_M_And日本
					""")
	void aNameIsTheIdAndTheWordsOfTheMessage(String message, String sql, String java) {
		RevisionHeader header = Headers.header("1975", message);
		assertThat(names("{rev}_{slug}").sql(header)).isEqualTo(sql);
		assertThat(names("{rev}_{slug}").java(header)).isEqualTo(new FileNames.JavaName(List.of(), java));
	}

	@ParameterizedTest
	@CsvSource(
			textBlock = """
					{year}-{month}-{day}_{rev}_{slug},        2026-01-15_a1_add_hero.sql,         '',            R2026_01_15_a1_AddHero
					{year}/{month}/{rev}_{slug},              2026/01/a1_add_hero.sql,            _2026._01,     Ra1_AddHero
					{year}{month}{day}{hour}{minute}{second}_{rev},  20260115233000_a1.sql,       '',            R20260115233000_a1
					{epoch}_{rev}-{slug},                     1768516200_a1-add_hero.sql,         '',            R1768516200_a1_AddHero
					done/int/{rev},                           done/int/a1.sql,                    done._int,     Ra1
					""")
	void aTemplateMayHaveDatesAndFolders(String template, String sql, String packages, String className) {
		RevisionHeader header = new RevisionHeader("a1", List.of(), "Add hero",
				Headers.CREATED.plusSeconds(12 * 3600 + 1800), List.of(), List.of(), true, List.of());
		FileNames names = new FileNames(template, ZoneId.of("Europe/Berlin"), 40);
		assertThat(names.sql(header)).isEqualTo(sql);
		assertThat(names.java(header).packages())
			.isEqualTo(packages.isEmpty() ? List.of() : List.of(packages.split("\\.")));
		assertThat(names.java(header).className()).isEqualTo(className);
	}

	@Test
	void anIdWithDotsGivesALegalClassName() {
		RevisionHeader header = Headers.header("1.2.0", "Add hero");
		assertThat(names("{rev}_{slug}").java(header).className()).isEqualTo("R1_2_0_AddHero");
		assertThat(names("{rev}_{slug}").sql(header)).isEqualTo("1.2.0_add_hero.sql");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{slug}", "{slug}_{rev}", "x_{rev}", "{rev}{slug}", "{rev}.{slug}", "{rev}/x",
			"{nope}_{rev}", "../{rev}", "/{rev}", "{rev}_{slug", "{rev}_:", "{rev}_a b", "{day}_{rev}", "{rev}/",
			"a\\{rev}" })
	void aTemplateWhoseFilesAreNotFoundAgainIsRefused(String template) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> names(template)).satisfies((ex) -> {
			assertThat(ex.category()).isEqualTo(ErrorCategory.CONFIGURATION);
			assertThat(ex.problem()).startsWith("migrator.script.file-template '" + template + "' ");
			assertThat(ex.action()).isNotBlank();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "a1.sql", "a1_x.sql", "a1-x.sql", "2026_a1_x.sql", "2026-01-15_10-00_a1.sql",
			"1768516200_a1_x.sql" })
	void aFilesNameTellsItsId(String name) {
		assertThat(RevisionFileName.fits(name, "a1")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "b1_x.sql", "b1_a1.sql", "a12_x.sql", "a1.2_x.sql", "copy_of_a1_x.sql", "001_a1_x.sql",
			"2026a1.sql", "a2_add_a1.sql", ".sql" })
	void aCopyUnderAnotherNameIsNoticed(String name) {
		assertThat(RevisionFileName.fits(name, "a1")).isFalse();
	}

	@Property
	void anyMessageGivesALegalName(@ForAll("headers") RevisionHeader header) {
		String sql = names("{rev}_{slug}").sql(header);
		assertThat(RevisionFileName.fits(sql, header.id())).isTrue();
		assertThat(sql).matches("[\\p{L}\\p{M}\\p{N}_.]+\\.sql");
		assertThat(names("{rev}_{slug}").java(header).className()).matches("R[\\p{javaJavaIdentifierPart}]+");
	}

	@Provide
	Arbitrary<RevisionHeader> headers() {
		return Headers.headers();
	}

	private static FileNames names(String template) {
		return new FileNames(template, ZoneOffset.UTC, 40);
	}

}
