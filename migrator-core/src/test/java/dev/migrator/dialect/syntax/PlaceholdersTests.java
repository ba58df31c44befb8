package dev.migrator.dialect.syntax;

import java.util.Map;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Placeholders}.
 */
class PlaceholdersTests {

	private static final Map<String, String> VALUES = Map.of("schema", "app", "suffix", "_2026", "app.owner-name",
			"O'Brien\\", "self", "${schema}");

	@Test
	void aPlaceholderInCodeIsFilledIn() {
		assertThat(pg("create table ${schema}.t${suffix} (a int)")).isEqualTo("create table app.t_2026 (a int)");
		assertThat(pg("${schema}")).isEqualTo("app");
		assertThat(pg("set x = ${self}")).isEqualTo("set x = ${schema}");
	}

	@Test
	void aTextWithoutPlaceholdersStaysAsItIs() {
		String sql = "select $1, '$', \"{}\", $$ a $$ -- {}";
		assertThat(pg(sql)).isSameAs(sql);
		assertThat(pg("select '${', ${ } , ${a b}")).isEqualTo("select '${', ${ } , ${a b}");
	}

	@Test
	void inAStringAKnownPlaceholderIsFilledInAndAnyOtherKept() {
		assertThat(pg("select '${schema}', 'Dear ${name}'")).isEqualTo("select 'app', 'Dear ${name}'");
	}

	@Test
	void inCommentsAndDollarQuotesNothingIsTouched() {
		String sql = "select 1 -- ${schema} ${x}\n/* ${schema} ${y} */ , $$ ${schema} ${z} $$";
		assertThat(pg(sql)).isEqualTo(sql);
	}

	@Test
	void aConditionalCommentIsCode() {
		assertThat(Placeholders.replace("/*!50100 use ${schema} */", SqlSyntax.MYSQL, VALUES, null, 1))
			.isEqualTo("/*!50100 use app */");
	}

	@Test
	void aValueIsEscapedInStringsAndQuotedIdentifiers() {
		assertThat(pg("select '${app.owner-name}', E'${app.owner-name}', \"${app.owner-name}\""))
			.isEqualTo("select 'O''Brien\\', E'O''Brien\\\\', \"O'Brien\\\"");
		assertThat(Placeholders.replace("select '${q}', \"${q}\", `${q}`", SqlSyntax.MYSQL, Map.of("q", "a'b\"c`d\\"),
				null, 1))
			.isEqualTo("select 'a''b\"c`d\\\\', \"a'b\"\"c`d\\\\\", `a'b\"c``d\\`");
	}

	@Test
	void anUnknownPlaceholderInCodeIsRefusedWithItsLineAndProperty() {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> Placeholders.replace("select 'a\n${b}',\r\n1 from\r\n${table-name}", SqlSyntax.POSTGRESQL,
					VALUES, "x.sql", 10))
			.withMessage(
					"x.sql:13: The placeholder ${table-name} has no value." + " Set migrator.placeholders.table-name .")
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.INVALID_REVISION));
	}

	@Test
	void anUnknownPlaceholderInAQuotedIdentifierIsRefused() {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> pg("select\n\"${b}\""))
			.withMessage("Line 2: The placeholder ${b} has no value. Set migrator.placeholders.b .");
	}

	private static String pg(String sql) {
		return Placeholders.replace(sql, SqlSyntax.POSTGRESQL, VALUES, null, 1);
	}

}
