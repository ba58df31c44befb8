package dev.migrator.dialect.syntax;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scripts as people write them: the databases at hand run each statement by itself, which
 * is the proof that it was cut in the right places.
 */
class RealisticScriptTests {

	private static final String POSTGRESQL = """
			-- Heroes; and their audit trail
			create schema app
				create table hero (id bigint generated always as identity primary key, name text not null default ';')
				create view hero_names as select name from hero;

			create table app.audit (at timestamptz default now(), what text, "who;" text);
			comment on column app.audit."who;" is 'it''s; who';

			/* The trigger /* nested; */ writes; */
			create or replace function app.note() returns trigger language plpgsql as $body$
			declare
				message text := $$inner; 'quote'$$;
			begin
				if tg_op = 'INSERT' then
					message := case when new.name = E'it\\'s;' then 'odd' else message end;
					insert into app.audit (what) values (message);
				end if;
				return new; -- done;
			end;
			$body$;
			create trigger note_hero after insert or update on app.hero for each row execute function app.note();

			create function app.grade(points int) returns text
				language sql
				immutable
			begin atomic
				select case when points > 10 then 'a;' else case points when 0 then 'none' else 'b' end end;
			end;
			create procedure app.fill(n int) language sql begin atomic
				insert into app.hero (name) select 'hero ' || g from generate_series(1, n) g;
				insert into app.audit (what) values ('filled; end;');
			end;

			create rule keep as on delete to app.audit do instead (
				insert into app.audit (what) values ('kept;');
				insert into app.audit (what) values ('twice')
			);
			do $$ begin perform 1; end $$;
			insert into app.hero (name) values (E'it\\'s;'), ('a\\'), (U&'d\\0061t;'), ($tag$x;$tag$);
			call app.fill(3);
			delete from app.audit where what = 'odd';
			select app.grade(11), '{"a;": 1}'::jsonb ? 'a;', (array[1,2])[1], null::int4range @> 5;;
			""";

	private static final String H2 = """
			// a comment; of H2
			create table hero (id int generated always as identity, name varchar(20) default ';'); -- c;
			/* outer /* inner; */ still; */
			create alias twice as $$
			int twice(int a) {
				int b = a; // semicolons;
				return a + b;
			}
			$$;
			create alias hello as 'String hello() { return "it''s;"; }';
			create trigger t before insert on hero for each row as $$
			org.h2.api.Trigger create() {
				return (connection, oldRow, newRow) -> newRow[1] = newRow[1] + ";";
			}
			$$;
			insert into hero (name) values ('a\\'), (U&'d\\0061t;');
			insert into hero (name) values (hello() || twice(2))
			""";

	private static final String MYSQL_PROCEDURES = """
			create procedure restock(in item int, out result varchar(20))
				modifies sql data
				comment 'restock; if needed'
			main: begin
				declare done boolean default false;
				declare `end` int default 0;
				declare c cursor for select if(stock > 0, id, 0) from items where case when id then 1 else 0 end;
				declare continue handler for not found begin set done = true; end;
				declare exit handler for sqlexception
				begin
					rollback;
					set result = 'failed;';
				end;
				open c;
				read_loop: loop
					fetch c into item;
					if done then leave read_loop; end if;
					case item
						when 1 then set @a = repeat('x;', 3);
						when 2 then
							if item > 1 then
								set @b = case when item then if(item > 2, 1, 2) else if(item, 3, 4) end;
							elseif item = 0 then
								begin end;
							else
								while `end` < 3 do
									set `end` = `end` + 1;
								end while;
							end if;
						else begin set @c = 1; end;
					end case;
					repeat
						set item = item - 1;
					until case when item < 0 then 1 else 0 end
					end repeat;
				end loop read_loop;
				close c;
				drop temporary table if exists t;
				insert into log (begin_at, t) select log.begin, log.end from log; # the end;
			end main""";

	private static final String MYSQL_FUNCTION = """
			CREATE DEFINER=`root`@`localhost` FUNCTION level_of(credit DECIMAL(10,2)) RETURNS VARCHAR(20)
			DETERMINISTIC
			BEGIN
				DECLARE level VARCHAR(20);
				IF (credit > 50000) THEN SET level = 'PLATINUM';
				ELSEIF (credit >= 10000) THEN SET level = "GOLD\\";";
				ELSE SET level = IF(credit < 0, 'NONE', 'SILVER');
				END IF;
				RETURN (level);
			END""";

	private static final String MYSQL_TRIGGER = """
			create trigger before_item_update before update on items for each row
			begin
				if new.stock <> old.stock then
					insert into stock_log set item = old.id, at = now();
				end if;
			end""";

	private static final String MARIADB_LOOP = """
			create or replace procedure p()
			begin
				for i in 1..10 do
					insert into t values (i);
				end for;
				for r in (select a from t) do
					if r.a then select 1; end if;
				end for;
			end""";

	@Test
	void postgresqlRunsEachStatement() throws IOException, SQLException {
		List<SqlText> statements = StatementSplitter.split(POSTGRESQL, SqlSyntax.POSTGRESQL, 1);
		assertThat(statements).hasSize(13);
		try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
				Connection connection = postgres.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			for (SqlText text : statements) {
				statement.execute(text.sql());
			}
			try (ResultSet rows = statement.executeQuery("select count(*) from app.hero")) {
				rows.next();
				assertThat(rows.getInt(1)).isEqualTo(7);
			}
			try (ResultSet rows = statement.executeQuery("select name from app.hero order by id limit 4")) {
				for (String name : List.of("it's;", "a\\", "dat;", "x;")) {
					rows.next();
					assertThat(rows.getString(1)).isEqualTo(name);
				}
			}
		}
	}

	@Test
	void h2RunsEachStatement() throws SQLException {
		List<SqlText> statements = StatementSplitter.split(H2, SqlSyntax.H2, 1);
		assertThat(statements).hasSize(6);
		try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:realistic");
				Statement statement = connection.createStatement()) {
			for (SqlText text : statements) {
				statement.execute(text.sql());
			}
			try (ResultSet rows = statement.executeQuery("select name from hero order by id")) {
				for (String name : List.of("a\\;", "dat;;", "it's;4;")) {
					rows.next();
					assertThat(rows.getString(1)).isEqualTo(name);
				}
			}
		}
	}

	@Test
	void mysqlsBodiesNeedNoDelimiter() {
		List<String> written = List.of("set names utf8mb4", MYSQL_PROCEDURES, MYSQL_FUNCTION, MYSQL_TRIGGER,
				MARIADB_LOOP, "call restock(1, @r)");
		assertThat(StatementSplitter.split(String.join(";\n\n", written), SqlSyntax.MYSQL, 1)).extracting(SqlText::sql)
			.isEqualTo(written);
	}

	@Test
	void mysqlsBodiesMayHaveADelimiter() {
		List<String> written = List.of(MYSQL_PROCEDURES, MYSQL_FUNCTION, MYSQL_TRIGGER, MARIADB_LOOP);
		for (String delimiter : List.of("//", "$$", ";;", "|", "--//")) {
			String script = "DELIMITER " + delimiter + "\n" + String.join(";" + delimiter + "\n", written) + delimiter
					+ "\nDELIMITER ;\nselect 1; select 2;";
			assertThat(StatementSplitter.split(script, SqlSyntax.MYSQL, 1)).extracting(SqlText::sql)
				.containsExactly(MYSQL_PROCEDURES, MYSQL_FUNCTION, MYSQL_TRIGGER, MARIADB_LOOP, "select 1", "select 2");
		}
	}

	@Test
	void aDumpOfMysqlIsSplit() {
		String dump = """
				-- MySQL dump 10.13  Distrib 8.4.0; for Linux
				/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
				DROP TABLE IF EXISTS `items`;
				CREATE TABLE `items` (
				  `id` int NOT NULL AUTO_INCREMENT COMMENT 'key; ''x'' \\'y\\'',
				  PRIMARY KEY (`id`)
				) ENGINE=InnoDB /*!50100 PARTITION BY HASH (`id`) */;
				LOCK TABLES `items` WRITE;
				/*!40000 ALTER TABLE `items` DISABLE KEYS */;
				INSERT INTO `items` VALUES (1,'a\\\\'),(2,'b;\\n');
				UNLOCK TABLES;
				DELIMITER ;;
				/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER `t` BEFORE INSERT ON `items`
				FOR EACH ROW BEGIN
				  SET NEW.id = 1;
				END */;;
				DELIMITER ;
				/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
				""";
		assertThat(StatementSplitter.split(dump, SqlSyntax.MYSQL, 1)).hasSize(9)
			.extracting(SqlText::line)
			.containsExactly(2, 3, 4, 8, 9, 10, 11, 13, 18);
	}

}
