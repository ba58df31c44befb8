package dev.migrator.dialect.mariadb;

import java.util.List;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Dialect.Effect;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.Operations;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.DialectTarget;
import dev.migrator.test.LiveDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the catalogs of MariaDB and MySQL tell of a statement whose process died.
 */
@ParameterizedClass
@ValueSource(strings = { "mariadb", "mysql" })
class MariadbEffectTests {

	@Parameter
	String product = "";

	// A schema is one of the whole server.
	private final String app = "app_" + System.nanoTime();

	private LiveDatabase database;

	private SqlSession session;

	private Dialect dialect;

	@BeforeEach
	void open() {
		this.database = new LiveDatabase(this.product);
		this.session = this.database.session();
		this.dialect = this.database.dialect();
	}

	@AfterEach
	void close() {
		execute("drop database if exists " + this.app);
		this.database.close();
	}

	private void execute(String... statements) {
		for (String sql : statements) {
			this.session.execute(SqlStatement.of(sql));
		}
	}

	private Effect effectOf(String sql) {
		return this.dialect.effectOf(SqlStatement.of(sql), this.session);
	}

	private void assertSeen(String sql) {
		assertThat(effectOf(sql)).as("before: %s", sql).isEqualTo(Effect.NOT_DONE);
		assertThat(this.dialect.beforeRetry(SqlStatement.of(sql), this.session)).isEmpty();
		execute(sql);
		assertThat(effectOf(sql)).as("after: %s", sql).isEqualTo(Effect.DONE);
	}

	@Test
	void statementsOfAnAuthorAreSeenBeforeAndAfter() {
		execute("create table Target (id integer, other integer, index ix_other (other))",
				"create table parent (id integer primary key)");
		List<String> statements = List.of("create database " + this.app,
				"create table hero (id int not null, name varchar(20) default 'a, as b', team int)",
				"CREATE TABLE -- why\n IF NOT EXISTS " + this.app + ".Hero2 (id int);",
				"create table `odd ``name` like hero", "create index IX on hero (name)",
				"create unique index if not exists ux on hero (id)", "create fulltext index ft on hero (name)",
				"create view seen as select * from hero", "create sequence seq start with 5",
				"alter table Target add c1 int", "alter table Target add column `C2` int default 1 after id",
				"alter table Target add column if not exists `C8` int",
				"alter table hero add constraint pk_hero primary key (id)", "alter table hero drop primary key",
				"alter table hero add primary key (id)", "alter table hero add constraint uq unique (id, name)",
				"alter table hero add unique key uk (name, id)",
				"alter table hero add index if not exists i3 (id, team)",
				"alter table hero add constraint ck check (id > 0)",
				"alter table hero add constraint fk foreign key (team) references parent (id)",
				"alter table hero drop foreign key fk", "alter table hero drop constraint ck",
				"alter table hero drop constraint if exists uq", "alter table hero drop key uk",
				"alter table hero drop index if exists i3", "alter table Target rename index ix_other to ix_another",
				"alter table Target rename key ix_another to ix_other", "alter table Target rename column c1 to c3",
				"alter table Target change column c3 c4 bigint not null default 1",
				"alter table Target drop column `c2`", "alter table Target change c4 c6 int, add c7 int",
				"alter table Target rename column c6 to c4, drop c7", "alter table Target drop C4, add c5 int",
				"alter table Target rename to `target 2`", "rename table `target 2` to Target",
				"alter table " + this.app + ".Hero2 rename to " + this.app + ".hero3",
				"alter table Target rename as " + this.app + ".target",
				"create procedure p() begin select 1; select 2; end",
				"create function f(a int) returns int return a + 1",
				"create definer = current_user trigger tr before insert on hero for each row begin set new.id = 1; end",
				"create definer=`migrator`@`127.0.0.1` event ev on schedule every 1 day do delete from hero",
				"drop event ev", "drop trigger if exists tr", "drop function f", "drop procedure if exists p",
				"drop view seen", "drop index ix on hero", "drop index if exists ux on hero", "drop sequence seq",
				"drop table " + this.app + ".hero3", "drop table if exists hero", "/* all */ drop table `odd ``name` ;",
				"drop schema " + this.app);
		statements.stream().filter(this::isKnown).forEach(this::assertSeen);
	}

	// MySQL has conditions for few things, and no sequences.
	private boolean isKnown(String sql) {
		return !this.database.isMysql() || !sql.matches(
				"(?i)create or replace procedure .*|(alter table|create( unique)? index|drop index) .*\\bif (not )?exists .*|.* sequence .*");
	}

	@Test
	void renderedStatementsAreSeenBeforeAndAfter() {
		DialectTarget target = new DialectTarget(this.dialect, null);
		Operations op = target.operations();
		op.createTable("order", (t) -> {
			t.column("id", integer()).notNull();
			t.column("Name", varchar(10)).check("`Name` <> ','");
			t.index("ix", "Name");
			t.comment("Orders; all");
		});
		op.createPrimaryKey("pk", "order", "id");
		op.addColumn("order", "age", integer());
		op.createUniqueConstraint("uq", "order", "age");
		op.createCheckConstraint("ck", "order", "age > 0");
		op.createForeignKey("fk", "order", "order", List.of("age"), List.of("id"));
		op.createIndex("ix2", "order", (index) -> index.columns("id", "age").concurrently().unique());
		op.dropConstraint("fk", "order", ConstraintType.FOREIGN_KEY);
		op.dropConstraint("ck", "order", ConstraintType.CHECK);
		op.dropConstraint("uq", "order", ConstraintType.UNIQUE);
		op.dropConstraint("pk", "order", ConstraintType.PRIMARY_KEY);
		op.renameColumn("order", "age", "years");
		op.dropIndexConcurrently("ix2", "order");
		op.dropColumn("order", "years");
		op.renameTable("order", "orders");
		op.dropTable("orders");
		assertThat(target.sql()).hasSize(16);
		target.sql().forEach(this::assertSeen);
	}

	@Test
	void whatMayRunAgainCountsAsNotDone() {
		execute("create table hero (id integer, name varchar(10))");
		DialectTarget target = new DialectTarget(this.dialect, this.session);
		target.operations().alterColumn("hero", "id", (c) -> c.type(bigint()).notNull().dropDefault());
		List<String> statements = List.of("alter table hero comment = 'x'",
				"alter table hero alter column id set default 1", "alter table hero alter id drop default",
				"alter table hero modify column name varchar(20)", "alter table hero change name NAME varchar(30)",
				"alter table hero convert to character set utf8mb4", "alter table hero engine = InnoDB",
				"alter table hero auto_increment = 7", "analyze table hero", "optimize table hero",
				"create or replace view v as select id from hero",
				"create or replace procedure p() begin select 1; end", target.sql().get(0));
		statements.stream().filter(this::isKnown).forEach((sql) -> {
			execute(sql);
			assertThat(effectOf(sql)).as(sql).isEqualTo(Effect.NOT_DONE);
			execute(sql);
		});
	}

	@Test
	void whatTheCatalogDoesNotTellIsUnknown() {
		execute("create table hero (id integer, name varchar(10))", "create table copy as select 1 as id");
		for (String sql : List.of("insert into hero values (1, 'a')", "update hero set id = id + 1",
				"alter table hero add unique (id)", "alter table hero add foreign key (id) references t (id)",
				"alter table nowhere add c int", "alter table nowhere drop column c", "alter table hero rename to hero",
				"alter table hero rename column nothing to none", "create temporary table t (id int)",
				"create table t (id int); create table t2 (id int)", "drop table hero, other",
				"create table p (id int); drop table hero", "alter table hero alter id set default 1, add c int",
				"alter table hero modify id int, drop column name",
				"alter table hero add column if not exists c int, add column d int",
				"rename table hero to a, copy to b", "alter table hero change id id int, add c int",
				"create table copy as select 1 as id", "create table copy (id int) select 1 as id",
				"create user someone", "truncate table hero", "call p()", "select 1", "", "# nothing", "drop",
				"alter table", "create table 7", "create table \"hero\" (id int)",
				"create index ix using btree on hero (id)", "create aggregate", "rename table hero")) {
			assertThat(effectOf(sql)).as(sql).isEqualTo(Effect.UNKNOWN);
		}
	}

	@Test
	void aTableIsLookedForInTheSchemaThatIsMeant() {
		execute("create database " + this.app, "create table hero (id integer)");
		assertThat(effectOf("create table hero (id int)")).isEqualTo(Effect.DONE);
		assertThat(effectOf("create table Hero (id int)")).isEqualTo(Effect.NOT_DONE);
		assertThat(effectOf("create table %s.hero (id int)".formatted(this.app))).isEqualTo(Effect.NOT_DONE);
		assertThat(effectOf("alter table hero add column ID int")).isEqualTo(Effect.DONE);
		assertThat(effectOf("create index IX on %s.hero (id)".formatted(this.app))).isEqualTo(Effect.UNKNOWN);
		execute("use " + this.app);
		assertThat(effectOf("create table hero (id int)")).isEqualTo(Effect.NOT_DONE);
	}

}
