package dev.migrator.dialect.syntax;

import java.util.List;
import java.util.stream.Stream;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link StatementSplitter}.
 */
class StatementSplitterTests {

	private static final SqlSyntax PG = SqlSyntax.POSTGRESQL;

	private static final SqlSyntax MYSQL = SqlSyntax.MYSQL;

	private static final SqlSyntax SQLITE = SqlSyntax.SQLITE;

	private static final SqlSyntax H2 = SqlSyntax.H2;

	private static final SqlSyntax STANDARD = SqlSyntax.STANDARD;

	static Stream<Arguments> everywhere() {
		return Stream.of(PG, MYSQL, SQLITE, H2, STANDARD)
			.flatMap((syntax) -> Stream.of(split(syntax, ""), split(syntax, " ;; \n ; "), split(syntax, "-- nothing"),
					split(syntax, "/* nothing; */;"), split(syntax, "select 1", "select 1"),
					split(syntax, "select 1;", "select 1"), split(syntax, "select 1;select 2", "select 1", "select 2"),
					split(syntax, "select 1;;select 2;;", "select 1", "select 2"),
					split(syntax, "select 1 -- trailing", "select 1"),
					split(syntax, "-- leading ; \n/* a; b */ select 1; -- c", "select 1"),
					split(syntax, "select 1 -- in; side\n+ 1;", "select 1 -- in; side\n+ 1"),
					split(syntax, "select 1 /* in; side */ + 1;", "select 1 /* in; side */ + 1"),
					split(syntax, "/*+ hint */ select 1; select 2", "/*+ hint */ select 1", "select 2"),
					split(syntax, "select 'a;b', 'it''s;', '''';select 2", "select 'a;b', 'it''s;', ''''", "select 2"),
					split(syntax, "select \"a;b\", \"a\"\";\";select 2", "select \"a;b\", \"a\"\";\"", "select 2"),
					split(syntax, "select ';' ; select ''", "select ';'", "select ''"), split(syntax,
							"create table t (a int; b int); select 1", "create table t (a int; b int)", "select 1"),
					split(syntax, "select 1);select 2", "select 1)", "select 2"),
					split(syntax, "BEGIN;\ninsert into t values (1);\nCOMMIT;", "BEGIN", "insert into t values (1)",
							"COMMIT"),
					split(syntax, "begin transaction; end;", "begin transaction", "end"),
					split(syntax, "\uFEFFselect 1;\uFEFF select 2", "select 1", "select 2"),
					split(syntax, "select 1;\r\n\r\nselect\r\n2;\r\n", "select 1", "select\r\n2"),
					split(syntax, "select case when a then b else c end; select 2",
							"select case when a then b else c end", "select 2"),
					split(syntax, "select é, 'ü;' from ñandú; select '😀;'", "select é, 'ü;' from ñandú",
							"select '😀;'"),
					split(syntax, "drop table if exists t; drop table u", "drop table if exists t", "drop table u"),
					split(syntax, "select t.begin, t.end from t; select 2", "select t.begin, t.end from t",
							"select 2")));
	}

	static Stream<Arguments> postgresql() {
		return Stream.of(split(PG, "select $$a;b$$; select 2", "select $$a;b$$", "select 2"),
				split(PG, "select $a$ $$;$$ $b$;$b$ $a$;select 2", "select $a$ $$;$$ $b$;$b$ $a$", "select 2"),
				split(PG, "select a$b$c; select d$b$e", "select a$b$c", "select d$b$e"),
				split(PG, "execute p($1);select $2", "execute p($1)", "select $2"),
				split(PG, "select $é_1$;$é_1$;select 2", "select $é_1$;$é_1$", "select 2"),
				split(PG, "select E'it\\'s;', e'\\\\';select 2", "select E'it\\'s;', e'\\\\'", "select 2"),
				split(PG, "select E'a'\n'b\\';c';select 2", "select E'a'\n'b\\';c'", "select 2"),
				split(PG, "select E'a'\n -- c\n 'b\\';c';select 2", "select E'a'\n -- c\n 'b\\';c'", "select 2"),
				split(PG, "select 'a\\';select 2", "select 'a\\'", "select 2"),
				split(PG, "select U&'d\\0061t;' uescape '!';select 2", "select U&'d\\0061t;' uescape '!'", "select 2"),
				split(PG, "select U&\"a;b\";select 2", "select U&\"a;b\"", "select 2"),
				split(PG, "select 1 /* a /* b; */ c; */ + 1;select 2", "select 1 /* a /* b; */ c; */ + 1", "select 2"),
				split(PG, "select 5 #- 3, a->'b', '{}'::jsonb ? 'a;', 1 # 2;select 2",
						"select 5 #- 3, a->'b', '{}'::jsonb ? 'a;', 1 # 2", "select 2"),
				split(PG, "select a[1], b[1:2]; select 2", "select a[1], b[1:2]", "select 2"),
				split(PG,
						"create rule r as on insert to t do also (insert into a values (1); insert into b values (2));"
								+ "select 2",
						"create rule r as on insert to t do also (insert into a values (1); insert into b values (2))",
						"select 2"),
				split(PG,
						"create schema s create table t (a int) create view v as select 1 grant select on v to u;select 2",
						"create schema s create table t (a int) create view v as select 1 grant select on v to u",
						"select 2"),
				split(PG, "create function f() returns int language sql as 'select 1; select 2;';select 2",
						"create function f() returns int language sql as 'select 1; select 2;'", "select 2"),
				split(PG,
						"create function f(a int) returns int begin atomic select 1; select case when a > 1 then 2 end;"
								+ " select case a when 1 then 2 end as \"end\"; END; select 2",
						"create function f(a int) returns int begin atomic select 1; select case when a > 1 then 2 end;"
								+ " select case a when 1 then 2 end as \"end\"; END",
						"select 2"),
				split(PG, "create or replace procedure p() begin\n/* c */ atomic end; select 2",
						"create or replace procedure p() begin\n/* c */ atomic end", "select 2"),
				split(PG, "create procedure p() begin atomic insert into t values (1); -- end;\n end; select 2",
						"create procedure p() begin atomic insert into t values (1); -- end;\n end", "select 2"),
				split(PG,
						"create function fn_atomic() returns void language plpgsql as $$\nbegin\n  null;\nend;\n$$;"
								+ "select 1",
						"create function fn_atomic() returns void language plpgsql as $$\nbegin\n  null;\nend;\n$$",
						"select 1"),
				split(PG, "create trigger t before insert on u for each row execute function f(); select 2",
						"create trigger t before insert on u for each row execute function f()", "select 2"),
				split(PG, "do $do$ begin if true then raise notice ';'; end if; end $do$; select 2",
						"do $do$ begin if true then raise notice ';'; end if; end $do$", "select 2"),
				split(PG, "copy t to '/tmp/x'; copy t from '/tmp/stdin'; select 1", "copy t to '/tmp/x'",
						"copy t from '/tmp/stdin'", "select 1"),
				split(PG, "select \"stdin\" from stdin; select 2", "select \"stdin\" from stdin", "select 2"));
	}

	static Stream<Arguments> mysql() {
		return Stream.of(split(MYSQL, "select 1 # c; d\n;select 2", "select 1", "select 2"),
				split(MYSQL, "select 1--1;select 2 -- c; d", "select 1--1", "select 2"),
				split(MYSQL, "select 5 --\n-- c;\n;select 2 --", "select 5", "select 2"),
				split(MYSQL, "select 'a\\';b', \"a\\\";b\", '\\\\';select 2", "select 'a\\';b', \"a\\\";b\", '\\\\'",
						"select 2"),
				split(MYSQL, "select `a;b`, `a``;`;select 2", "select `a;b`, `a``;`", "select 2"),
				split(MYSQL, "select N'a\\';', _utf8mb4'b\\';', x'41', b'1';select 2",
						"select N'a\\';', _utf8mb4'b\\';', x'41', b'1'", "select 2"),
				split(MYSQL, "select $$;select $a$;select 3", "select $$", "select $a$", "select 3"),
				split(MYSQL, "select /* a /* b */ 1;select 2", "select /* a /* b */ 1", "select 2"),
				split(MYSQL, "/*!40101 SET NAMES utf8mb4 */;\n/*!50503 SET a = ';' */;",
						"/*!40101 SET NAMES utf8mb4 */", "/*!50503 SET a = ';' */"),
				split(MYSQL, "create table t (a int) /*!50100 partition by hash(a) */ ;select 2",
						"create table t (a int) /*!50100 partition by hash(a) */", "select 2"),
				split(MYSQL, "select 1 /*M!100100 , 2 */;select 2", "select 1 /*M!100100 , 2 */", "select 2"),
				split(MYSQL, "delimiter //\nselect 1; select 2//\nDELIMITER ;\nselect 3; select 4;",
						"select 1; select 2", "select 3", "select 4"),
				split(MYSQL,
						"DELIMITER $$\ncreate procedure p() begin select 1; end$$\nselect 2 $$\n  delimiter ;\nselect 3",
						"create procedure p() begin select 1; end", "select 2", "select 3"),
				split(MYSQL, "DELIMITER ;;\nselect 'a;;b'; end ;;\nDELIMITER ;\nselect 3", "select 'a;;b'; end",
						"select 3"),
				split(MYSQL, "DELIMITER //\r\ncreate procedure p()\r\nbegin\r\nend;\r\n//\r\nDELIMITER ;\r\n",
						"create procedure p()\r\nbegin\r\nend"),
				split(MYSQL, "-- c\nDELIMITER go extra\nselect 1 go select 2\ngo", "select 1", "select 2"),
				split(MYSQL, "select delimiter from t; select 2", "select delimiter from t", "select 2"),
				split(MYSQL,
						"create trigger t before insert on u for each row set new.a = if(new.b > 1, 2, 3); select 2",
						"create trigger t before insert on u for each row set new.a = if(new.b > 1, 2, 3)", "select 2"),
				split(MYSQL,
						"create trigger t before insert on u for each row begin set new.a = 1; set new.b = 2; end;"
								+ "select 2",
						"create trigger t before insert on u for each row begin set new.a = 1; set new.b = 2; end",
						"select 2"),
				split(MYSQL,
						"create trigger t before insert on u for each row if new.a then set new.b = 1; end if;"
								+ "select 2",
						"create trigger t before insert on u for each row if new.a then set new.b = 1; end if",
						"select 2"),
				split(MYSQL,
						"create trigger t after insert on u for each row follows v if new.a then set @b = 1; end if;"
								+ "select 2",
						"create trigger t after insert on u for each row follows v if new.a then set @b = 1; end if",
						"select 2"),
				split(MYSQL,
						"create function f(a int) returns int deterministic return case when a then if(a, 1, 2) else 3 end;"
								+ "select 2",
						"create function f(a int) returns int deterministic return case when a then if(a, 1, 2) else 3 end",
						"select 2"),
				split(MYSQL,
						"create procedure p() begin declare exit handler for sqlstate '02000', not found if @a then"
								+ " set @b = 1; end if; declare c cursor for select case when a then 1 end from t; end; select 2",
						"create procedure p() begin declare exit handler for sqlstate '02000', not found if @a then"
								+ " set @b = 1; end if; declare c cursor for select case when a then 1 end from t; end",
						"select 2"),
				split(MYSQL, "create procedure p() begin end; create procedure q() begin begin end; end; select 2",
						"create procedure p() begin end", "create procedure q() begin begin end; end", "select 2"),
				split(MYSQL, "create function if not exists f() returns int return 1; select 2",
						"create function if not exists f() returns int return 1", "select 2"),
				split(MYSQL,
						"create event e on schedule every 1 day do begin delete from t; delete from u; end; select 2",
						"create event e on schedule every 1 day do begin delete from t; delete from u; end",
						"select 2"),
				split(MYSQL, "alter event e on schedule every 1 day do delete from t; select 2",
						"alter event e on schedule every 1 day do delete from t", "select 2"),
				split(MYSQL, "create or replace definer=`root`@`%` procedure p() begin select 1; end; select 2",
						"create or replace definer=`root`@`%` procedure p() begin select 1; end", "select 2"),
				split(MYSQL, "create table `trigger` (`begin` int, `end` int); select 2",
						"create table `trigger` (`begin` int, `end` int)", "select 2"),
				split(MYSQL, "create view v as select if(a, 1, 2) from t; select 2",
						"create view v as select if(a, 1, 2) from t", "select 2"),
				split(MYSQL, "begin not atomic declare a int; set a = 1; end; select 2",
						"begin not atomic declare a int; set a = 1; end", "select 2"),
				split(MYSQL, "if @a then select 1; else select 2; end if; select 3",
						"if @a then select 1; else select 2; end if", "select 3"),
				split(MYSQL, "BEGIN WORK; select 1; COMMIT WORK;", "BEGIN WORK", "select 1", "COMMIT WORK"),
				split(MYSQL,
						"/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER t BEFORE INSERT ON u FOR EACH ROW"
								+ " BEGIN SET NEW.a = 1; END */; select 2",
						"/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER t BEFORE INSERT ON u FOR EACH ROW"
								+ " BEGIN SET NEW.a = 1; END */",
						"select 2"));
	}

	static Stream<Arguments> sqliteAndOthers() {
		return Stream.of(
				split(SQLITE, "select [a;'b], `c;`, \"d;\"; select 2", "select [a;'b], `c;`, \"d;\"", "select 2"),
				split(SQLITE, "select /* a /* b */ 1; select 2", "select /* a /* b */ 1", "select 2"),
				split(SQLITE,
						"create trigger t after update on u begin update v set a = case when b then 1 else 2 end;"
								+ " delete from w; end; select 2",
						"create trigger t after update on u begin update v set a = case when b then 1 else 2 end;"
								+ " delete from w; end",
						"select 2"),
				split(SQLITE,
						"create temp trigger if not exists t after update of a on u when case when new.a then 1 else 0 end"
								+ " begin select 1; END; select 2",
						"create temp trigger if not exists t after update of a on u when case when new.a then 1 else 0 end"
								+ " begin select 1; END",
						"select 2"),
				split(SQLITE, "begin immediate; select 1; end; select 2", "begin immediate", "select 1", "end",
						"select 2"),
				split(SQLITE, "select $$;select $a", "select $$", "select $a"),
				split(H2, "create alias f as $$\nint f() { int a = 1; return a; }\n$$; select 2",
						"create alias f as $$\nint f() { int a = 1; return a; }\n$$", "select 2"),
				split(H2, "create alias f as 'int f() { return 1; }'; select 2",
						"create alias f as 'int f() { return 1; }'", "select 2"),
				split(H2, "select 1 // c; d\n; select 2", "select 1", "select 2"),
				split(H2, "select 1 /* a /* b; */ ; */ + 1; select 2", "select 1 /* a /* b; */ ; */ + 1", "select 2"),
				split(H2, "select 'a\\'; select 2", "select 'a\\'", "select 2"),
				split(H2, "select `a;b`;\u00a0select 2", "select `a;b`", "select 2"),
				split(H2, "create trigger t before insert on u for each row call 'a.B'; select 2",
						"create trigger t before insert on u for each row call 'a.B'", "select 2"),
				split(STANDARD, "create procedure p() begin atomic if a then set b = 1; end if; end; select 2",
						"create procedure p() begin atomic if a then set b = 1; end if; end", "select 2"));
	}

	private static Arguments split(SqlSyntax syntax, String script, String... statements) {
		return arguments(syntax, script, List.of(statements));
	}

	@ParameterizedTest
	@MethodSource({ "everywhere", "postgresql", "mysql", "sqliteAndOthers" })
	void aScriptIsSplitIntoItsStatements(SqlSyntax syntax, String script, List<String> statements) {
		assertThat(StatementSplitter.split(script, syntax, 1)).extracting(SqlText::sql).isEqualTo(statements);
	}

	@Test
	void aStatementsLineIsThatOfItsFirstTokenWhateverTheLineEnds() {
		String script = "-- c\nselect 'a\nb';\n\n/* d\ne */ select\n2; select 3;\nselect 4";
		for (String lineEnd : List.of("\n", "\r\n", "\r")) {
			assertThat(StatementSplitter.split(script.replace("\n", lineEnd), SqlSyntax.H2, 10))
				.extracting(SqlText::line)
				.containsExactly(11, 15, 16, 17);
		}
	}

	@Test
	void aCommentInAFileWithReturnsEndsForEveryDatabase() {
		assertThat(StatementSplitter.split("select 1 -- one\r, 'a\rb';\r-- two\rselect 2", MYSQL, 1))
			.containsExactly(new SqlText("select 1 -- one\n, 'a\rb'", 1), new SqlText("select 2", 5));
	}

	@ParameterizedTest
	@MethodSource
	void aScriptThatCannotBeSplitIsRefusedWithItsLine(SqlSyntax syntax, String script, String message) {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> StatementSplitter.split(script, syntax, "a.sql", 5))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.INVALID_REVISION));
	}

	static Stream<Arguments> aScriptThatCannotBeSplitIsRefusedWithItsLine() {
		return Stream.of(
				arguments(PG, "select 1;\nselect 'a\nb",
						"a.sql:6: The string that opens here is never closed. Close it with ' ."),
				arguments(PG, "\n\nselect $x$ $$",
						"a.sql:7: The dollar quote that opens here is never closed. Close it with $x$ ."),
				arguments(PG, "/* /* */", "a.sql:5: The comment that opens here is never closed. Close it with */ ."),
				arguments(MYSQL, "select 1 /*!50000 + 1",
						"a.sql:5: The conditional comment that opens here is never closed. Close it with */ ."),
				arguments(SQLITE, "\r\nselect [a",
						"a.sql:6: The quoted identifier that opens here is never closed. Close it with ] ."),
				arguments(PG, "create table t (\n a int check ((a > 1)\n);\nselect 1;",
						"a.sql:5: The parenthesis that opens here is never closed. Close it with ) ."),
				arguments(SQLITE, "create trigger t after insert on u\nbegin\nselect 1 end; select 2;",
						"a.sql:6: The block that opens here is never closed."
								+ " Close it with END; its last inner statement needs a semicolon, too."),
				arguments(MYSQL, "create procedure p()\nbegin\nif a then select 1;\nend;\nselect 2;",
						"a.sql:6: The block that opens here is never closed."
								+ " Close it with END, or put DELIMITER // before the statement and // behind it."),
				arguments(MYSQL, "DELIMITER\nselect 1",
						"a.sql:5: DELIMITER does not say which separator comes next. Write for example `DELIMITER //`."),
				arguments(PG, "select 1;\ncopy public.t (a, b) from stdin;\n1\tit's\n\\.\n",
						"a.sql:6: COPY … FROM STDIN reads rows that only psql can send. Write the rows as INSERT"
								+ " statements, or load them with op.bulkInsert in a Java revision."),
				arguments(PG, "COPY t FROM -- c\n STDIN WITH (format csv);",
						"a.sql:5: COPY … FROM STDIN reads rows that only psql can send. Write the rows as INSERT"
								+ " statements, or load them with op.bulkInsert in a Java revision."),
				arguments(PG, "select 1;\n\\connect other\nselect 2;",
						"a.sql:6: A backslash starts a command of psql, which the database does not know."
								+ " Remove the command or write it as SQL."));
	}

	@Test
	void withoutAFilesNameAMessageNamesTheLine() {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> StatementSplitter.split("\nselect \"a", PG, 1))
			.withMessage("Line 2: The quoted identifier that opens here is never closed. Close it with \" .");
	}

}
