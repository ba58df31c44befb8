package dev.migrator.dialect.syntax;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SqlFingerprint}.
 */
class SqlFingerprintTests {

	@Test
	void commentsWhitespaceCaseAndEmptyStatementsLeaveNoTrace() {
		String expected = "create table hero ( id integer , name varchar ( 10 ) )\ndrop table \"Old Hero\"";
		assertThat(pg("create table hero (id integer, name varchar(10)); drop table \"Old Hero\"")).isEqualTo(expected);
		String written = """
				-- Heroes
				CREATE TABLE hero(
					id INTEGER, -- key
					name VARCHAR(10)/* short */
				);;

				DROP TABLE "Old Hero";
				""";
		assertThat(pg(written)).isEqualTo(expected);
		assertThat(pg(written.replace("\n", "\r\n"))).isEqualTo(expected);
	}

	@Test
	void stringsAndQuotedIdentifiersAreKept() {
		assertThat(pg("select 'A  b', \"C\", E'\\n', $x$ D $x$"))
			.isEqualTo("select 'A  b' , \"C\" , E'\\n' , $x$ D $x$");
		assertThat(pg("select 'a'")).isNotEqualTo(pg("select 'A'")).isNotEqualTo(pg("select 'a '"));
		assertThat(pg("select n'a'")).isNotEqualTo(pg("select n 'a'"));
	}

	@Test
	void lineEndsInsideABodyDoNoHarm() {
		String function = "create function f() returns void language plpgsql as $$\nbegin\n  null;\nend\n$$;";
		assertThat(pg(function.replace("\n", "\r\n"))).isEqualTo(pg(function))
			.isEqualTo(pg(function.replace('\n', '\r')));
		assertThat(pg(function.replace("null", "NULL"))).isNotEqualTo(pg(function));
	}

	@Test
	void theSeparatorInUseDoesNotMatter() {
		String procedure = "create procedure p()\nbegin\n  select 1;\n  select 2;\nend";
		assertThat(SqlFingerprint.of("DELIMITER //\n" + procedure + ";\n//\nDELIMITER ;\nselect 3;", SqlSyntax.MYSQL))
			.isEqualTo(SqlFingerprint.of(procedure + ";\nselect 3", SqlSyntax.MYSQL))
			.isEqualTo("create procedure p ( ) begin select 1 ; select 2 ; end\nselect 3");
	}

	@Test
	void conditionalCommentsAreCode() {
		assertThat(SqlFingerprint.of("create table t (a int) /*!50100 engine = InnoDB */ /* c */", SqlSyntax.MYSQL))
			.isEqualTo("create table t ( a int ) /*!50100 engine = innodb */");
	}

	@Test
	void joinedOperatorsDifferFromSeparateOnes() {
		assertThat(pg("select a @- b")).isNotEqualTo(pg("select a @ - b"));
	}

	private static String pg(String sql) {
		return SqlFingerprint.of(sql, SqlSyntax.POSTGRESQL);
	}

}
