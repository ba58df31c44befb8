package dev.migrator.dialect.mariadb;

import java.util.List;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.LiveDatabase;
import dev.migrator.test.Observed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two schemas of MariaDB or MySQL have the same lines if they are the same, and only
 * then.
 */
@ParameterizedClass
@ValueSource(strings = { "mariadb", "mysql" })
class MariadbSchemaLinesTests {

	@Parameter
	String product = "";

	private static final List<String> STATEMENTS = List.of("create sequence number_seq start with 5 increment by 2",
			"create sequence `it's`",
			"create table team (id bigint auto_increment primary key, name varchar(80) not null unique)",
			"""
					create table hero (id integer auto_increment primary key, team_id bigint,
					name varchar(40) not null default 'no\\none', mood enum('sad', 'happy'), age integer check (age > 0),
					number integer default (nextval(number_seq)), twice integer as (age * 2) stored, tags json,
					seen timestamp(3) not null default current_timestamp(3) on update current_timestamp(3),
					constraint ck_hero_name check (name <> ''),
					constraint fk_team foreign key (team_id) references team (id) on delete cascade,
					key ix_hero_name (name(10) desc, age)) comment 'it''s' row_format=compressed""",
			"alter table hero modify column mood enum('sad', 'happy') comment 'its mood'",
			"create view grown as select h.id, t.name from hero h join team t on t.id = h.team_id where h.age > 18",
			"create function f(a integer) returns integer deterministic return a + 1",
			"create procedure p(in a integer, out b varchar(10)) comment 'x' begin select a into b; end",
			"create trigger tr before update on hero for each row set new.age = 1",
			"create event ev on schedule every 1 day do delete from hero");

	private static final List<String> CHANGES = List.of("alter table hero rename to heroine",
			"alter table hero add x integer", "alter table hero modify number bigint default (nextval(number_seq))",
			"alter table hero modify name varchar(40) null default 'no\\none'",
			"alter table hero alter name set default 'x'", "alter table hero comment 'x'",
			"alter table hero modify column mood enum('sad', 'happy')",
			"alter table hero modify column mood enum('sad', 'happy', 'angry') comment 'its mood'",
			"alter table hero modify id integer", "alter table hero modify seen timestamp(3) not null default now(3)",
			"alter table hero drop column twice, add column twice integer as (age * 2) virtual after number",
			"alter table hero drop constraint ck_hero_name", "alter table hero drop foreign key fk_team",
			"alter table hero drop foreign key fk_team, add constraint fk foreign key (team_id) references team (id)",
			"drop index ix_hero_name on hero", "alter table hero rename index ix_hero_name to ix",
			"alter table hero alter index ix_hero_name ignored", "create index i on hero (mood)",
			"create unique index u on hero (team_id)", "alter table team drop index name",
			"create table u (id integer) engine = Aria",
			"alter table hero convert to character set utf8mb4 collate utf8mb4_bin",
			"alter table hero row_format=dynamic", "alter sequence number_seq increment 3", "drop sequence `it's`",
			"create or replace view grown as select h.id, t.name from hero h join team t on t.id = h.team_id",
			"create or replace function f(a integer) returns integer deterministic return a + 2",
			"create or replace function f(a bigint) returns integer deterministic return a + 1", "drop procedure p",
			"create or replace trigger tr after update on hero for each row set @x = 1",
			"create or replace trigger tr before update on hero for each row set new.age = 2",
			"alter event ev on schedule every 2 day", "drop event ev", "drop table hero");

	// A schema is one of the whole server.
	private final String prefix = "s" + System.nanoTime() + "_";

	private LiveDatabase database;

	private Observed observed;

	private SqlSession session;

	@BeforeEach
	void open() {
		this.database = new LiveDatabase(this.product);
		this.observed = new Observed(this.database.dataSource());
		this.session = JdbcSession.open(this.observed.dataSource());
	}

	@AfterEach
	void close() {
		List.of("one", "another", "two", "small", "large", "changed", "unchanged")
			.forEach((schema) -> execute("drop database if exists " + this.prefix + schema));
		this.session.close();
		this.database.close();
	}

	@Test
	void schemasThatStatementsMadeAlikeHaveTheSameLines() {
		create("one", statements());
		create("another", known(List.of("create table other (id integer)", "create sequence s")));
		create("two", statements());
		execute("insert into hero (name) values ('Dora')");
		known(List.of("alter sequence number_seq restart 5")).forEach(this::execute);
		List<String> lines = lines("one");
		assertThat(lines).hasSizeGreaterThan(statements().size()).doesNotHaveDuplicates();
		assertThat(lines).noneMatch((line) -> line.contains("\n")).noneMatch((line) -> line.contains(this.prefix));
		assertThat(lines("two")).isEqualTo(lines);
		assertThat(lines("nowhere")).isEmpty();
	}

	@Test
	void aTableIsDescribedByOneLineForEachPart() {
		create("one", List.of("create table team (id integer primary key) engine=InnoDB collate utf8mb4_bin", """
				create table hero (id integer not null auto_increment, name varchar(40) not null default 'x',
				team_id integer comment 'its team', primary key (id), unique key uq (name desc), key fk (team_id),
				constraint fk foreign key (team_id) references team (id) on delete set null,
				constraint ck check (name <> '')) engine=InnoDB collate utf8mb4_bin comment 'Heroes'"""));
		assertThat(lines("one")).containsExactly("table `hero` engine InnoDB collate utf8mb4_bin comment 'Heroes'",
				"table `team` engine InnoDB collate utf8mb4_bin",
				typed("column `hero`.`id` int(11) not null auto_increment"),
				"column `hero`.`name` varchar(40) collate utf8mb4_bin not null default 'x'",
				typed("column `hero`.`team_id` int(11) default NULL comment 'its team'"),
				typed("column `team`.`id` int(11) not null"), "primary key on `hero` (`id`)",
				"unique `uq` on `hero` (`name` desc)", "index `fk` on `hero` (`team_id`)",
				"primary key on `team` (`id`)",
				"foreign key `hero`.`fk` (`team_id`) references `team` (`id`) on update %s on delete set null"
					.formatted((this.database.isMysql()) ? "no action" : "restrict"),
				"check `hero`.`ck` (%s)"
					.formatted((this.database.isMysql()) ? "(`name` <> _utf8mb4\\'\\')" : "`name` <> ''"));
	}

	private String typed(String line) {
		return this.database.asPrinted((this.database.isMysql()) ? line.replace(" default NULL", "") : line);
	}

	@Test
	void eachChangeOfASchemaChangesItsLines() {
		create("unchanged", statements());
		List<String> lines = lines("unchanged");
		for (String change : known(CHANGES)) {
			create("changed", statements());
			execute(change.split("; "));
			assertThat(lines("changed")).as(change).isNotEqualTo(lines);
			execute("drop database %schanged".formatted(this.prefix));
		}
	}

	@Test
	void theNumberOfQueriesDoesNotDependOnHowMuchThereIs() {
		create("small", known(List.of("create sequence s")));
		create("large", statements());
		this.observed.clear();
		lines("small");
		int queries = this.observed.statements().size();
		this.observed.clear();
		lines("large");
		assertThat(this.observed.statements()).hasSize(queries);
	}

	@Test
	void theSessionStaysAsItWas() {
		execute("set session group_concat_max_len = 1234");
		lines("nowhere");
		assertThat(this.session.query(SqlStatement.of("select @@group_concat_max_len as n")).get(0).number("n"))
			.isEqualTo(1234);
	}

	private List<String> statements() {
		return known(STATEMENTS);
	}

	// MySQL has no sequences, and other words for some things.
	private List<String> known(List<String> statements) {
		return (!this.database.isMysql()) ? statements
				: statements.stream()
					.filter((sql) -> !sql.contains(" sequence "))
					.map((sql) -> sql.replace("nextval(number_seq)", "1 + 1")
						.replace("Aria", "MyISAM")
						.replace(" ignored", " invisible")
						.replaceFirst("create or replace ((function f|trigger tr).*)", "drop $2; create $1"))
					.toList();
	}

	private void create(String schema, List<String> statements) {
		execute("create database " + this.prefix + schema, "use " + this.prefix + schema);
		statements.forEach(this::execute);
	}

	private void execute(String... statements) {
		for (String sql : statements) {
			this.session.execute(SqlStatement.of(sql));
		}
	}

	private List<String> lines(String schema) {
		return Dialects.of(this.session.database()).describeSchema(this.prefix + schema, this.session);
	}

}
