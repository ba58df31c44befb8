package dev.migrator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import javax.sql.DataSource;

import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Revisions in SQL and Java, and the scripts that are written of them.
 */
abstract class OfflineScripts {

	@TempDir
	Path folder;

	RevisionFolder revisions = new RevisionFolder(Path.of(""));

	@BeforeEach
	void writeRevisions() {
		this.revisions = new RevisionFolder(this.folder);
		String forMysql = """
				alter database character set utf8mb4;
				create table hero (id integer primary key, name varchar(200) not null, age integer)
				    comment 'Who saves us; ''all'' of them -- often';
				insert into hero values (1, 'Dead;pond -- ''the'' \\\\ \\"hero\\" //', 30), (2, 'Мстители 🦸', null);
				""";
		this.revisions.write("aaa111", "", """
				create table hero (id integer primary key, name varchar(200) not null, age integer);
				comment on table hero is 'Who saves us; ''all'' of them -- often';
				insert into hero values (1, 'Dead;pond -- ''the'' \\ "hero"', 30), (2, 'Мстители 🦸', null);

				-- migrator:upgrade mariadb
				%1$s
				-- migrator:upgrade mysql
				%1$s
				""".formatted(forMysql), "drop table hero;");
		this.revisions.write("bbb222_test.sql", """
				-- revision: bbb222
				-- down-revision: aaa111
				-- branch-labels: watch
				-- message: Watch heroes; -- 'closely'

				-- migrator:upgrade postgresql
				create type mood as enum ('sad', 'happy');
				alter table hero add column mood mood;
				create function hero_changed() returns trigger language plpgsql as $body$
				begin
				    -- ages; are never negative
				    if new.age < 0 then
				        raise exception 'no; %', $$not; that$$;
				    end if;
				    return new;
				end;
				$body$;
				create trigger hero_changed before insert or update on hero
				    for each row execute function hero_changed();
				create function hero_count() returns bigint language sql begin atomic select count(*) from hero; end;
				create view grown_hero as select id, name from hero where age > 18; -- as of today;
				update hero set mood = 'happy' where id = 1;

				-- migrator:upgrade
				create view grown_hero as select id, name from hero where age > 18; -- as of today;
				create alias shout as $$ String shout(String text) { return text.toUpperCase() + ";"; } $$;
				create sequence hero_seq start with 100;

				-- migrator:upgrade mariadb
				create view grown_hero as select id, name from hero where age > 18; # as of today;
				create trigger hero_changed before insert on hero for each row
				begin
				    -- ages; are // never negative
				    if new.age < 0 then
				        signal sqlstate '45000' set message_text = 'no; not that';
				    end if;
				end;
				delimiter $$
				create procedure hero_count(out n bigint)
				begin
				    select count(*) into n from hero; /* all; */
				end$$
				delimiter ;
				create function twice(n bigint) returns bigint deterministic return n * 2;
				/*!50000 insert into hero values (3, 'Rusty', 40) */;
				begin not atomic
				    declare i int default 10;
				    while i < 13 do
				        insert into hero values (i, 'Many', i);
				        set i = i + 1;
				    end while;
				end;
				create sequence hero_seq start with 100;

				-- migrator:upgrade mysql
				create view grown_hero as select id, name from hero where age > 18;
				create trigger hero_changed before insert on hero for each row
				begin
				    -- ages; are // never negative
				    if new.age < 0 then
				        signal sqlstate '45000' set message_text = 'no; not that';
				    end if;
				end;
				create function twice(n bigint) returns bigint deterministic return n * 2;
				/*!50000 insert into hero values (3, 'Rusty', 40) */;

				-- migrator:downgrade postgresql
				drop view grown_hero;
				drop trigger hero_changed on hero;
				drop function hero_changed(), hero_count();
				alter table hero drop column mood;
				drop type mood;

				-- migrator:downgrade
				drop view grown_hero;
				drop alias shout;
				drop sequence hero_seq;

				-- migrator:downgrade mariadb
				drop sequence hero_seq;
				drop function twice;
				drop procedure hero_count;
				drop trigger hero_changed;
				drop view grown_hero;

				-- migrator:downgrade mysql
				drop function twice;
				drop trigger hero_changed;
				drop view grown_hero;
				""");
		this.revisions.write("ddd444", "bbb222, ccc333", "", "");
		this.revisions.write("eee555", "-- branch-labels: blog\n", "",
				"create table post (id integer primary key, hero_id integer);", "drop table post;");
		this.revisions.write("fff666", "-- depends-on: ddd444\n", "eee555", """
				insert into post values (1, 1);
				create index concurrently ix_post_hero on post (hero_id);
				insert into post values (2, 2);
				alter table post add constraint fk_post_hero foreign key (hero_id) references hero (id);
				""".replace("concurrently ", "${concurrently}"), """
				alter table post drop constraint fk_post_hero;
				drop index ${concurrently}ix_post_hero${onpost};
				delete from post;
				""");
		this.revisions.write("ggg777", "-- transactional: false\n", "fff666",
				"create table log (id integer);\ninsert into log values (1);\nupdate log set id = id + 1;",
				"drop table log;");
	}

	MigratorBuilder builder(OfflineDatabase database) {
		return this.revisions.builder(database.create())
			.migrations(List.of(OfflineValues.class))
			.placeholders(Map.of("concurrently", (database == OfflineDatabase.POSTGRESQL) ? "concurrently " : "",
					"onpost", (database.isMysqlFamily()) ? " on post" : ""));
	}

	static String script(MigratorBuilder builder, OfflineDatabase database, Consumer<Writing> content) {
		StringBuilder script = new StringBuilder();
		content.accept(new Writing(builder.buildOffline(database.dialect()), script));
		return script.toString();
	}

	static List<String> versions(DataSource database) {
		return JdbcClient.create(database)
			.sql("select version_num from migrator_version order by 1")
			.query(String.class)
			.list();
	}

	/**
	 * Something that is written.
	 *
	 * @param migrator what writes it
	 * @param script where
	 */
	record Writing(OfflineMigrator migrator, StringBuilder script) {

	}

}
