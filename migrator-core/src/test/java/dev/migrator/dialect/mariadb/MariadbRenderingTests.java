package dev.migrator.dialect.mariadb;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.Operations;
import dev.migrator.schema.Column;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.TableName;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.DialectTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrator.operation.Sql.table;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.json;
import static dev.migrator.schema.Types.numeric;
import static dev.migrator.schema.Types.raw;
import static dev.migrator.schema.Types.text;
import static dev.migrator.schema.Types.timestamp;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Operations in the words of MariaDB and MySQL.
 */
class MariadbRenderingTests {

	@ParameterizedTest
	@ValueSource(strings = { "mariadb", "mysql" })
	void aTableIsOneStatementWithItsIndexesAndComments(String dialect) {
		assertThat(sql(dialect, (op) -> op.createTable("hero", (t) -> {
			t.column("id", bigint()).identity();
			t.column("name", varchar(200)).notNull().defaultValue("Dead'pond \\");
			t.column("age", integer()).defaultValue(-1);
			t.column("born", raw("timestamp")).defaultExpression("current_timestamp").notNull();
			t.column("died", raw("TIMESTAMP(3)"));
			t.column("pay", numeric(10, 2)).check("pay >= 0");
			t.column("team_id", bigint()).references("app.team", "id", ReferentialAction.SET_NULL);
			t.primaryKey("id");
			t.constraint("uq_hero_name").unique("name", "age");
			t.constraint("fk_hero_boss")
				.foreignKey("age")
				.references("hero", "id")
				.onDelete(ReferentialAction.CASCADE)
				.onUpdate(ReferentialAction.NO_ACTION);
			t.index("ix_hero_name", "name", "age");
			t.comment("Who fights");
			t.column("rank", varchar(9)).comment("It's a \\ word");
		}))).containsExactly(
				"""
						create table hero (
						    id bigint not null auto_increment,
						    name varchar(200) not null default 'Dead''pond \\\\',
						    age integer default -1,
						    born timestamp not null default current_timestamp,
						    died TIMESTAMP(3) null,
						    pay numeric(10, 2),
						    team_id bigint,
						    `rank` varchar(9) comment 'It''s a \\\\ word',
						    check (pay >= 0),
						    foreign key (team_id) references app.team (id) on delete set null,
						    primary key (id),
						    constraint uq_hero_name unique (name, age),
						    constraint fk_hero_boss foreign key (age) references hero (id) on delete cascade on update no action,
						    index ix_hero_name (name, age)
						) comment 'Who fights'""");
	}

	@Test
	void mysqlKnowsNoConditionForPartsOfATable() {
		assertUnsupported("mysql",
				(op) -> op
					.apply(new AddColumn(table("hero"), new Column("a", integer(), true, null, false, null), true)),
				"MySQL cannot add a column only where it is missing. Leave the condition out.");
		assertUnsupported("mysql", (op) -> op.apply(new DropColumn(table("hero"), "a", true)),
				"MySQL cannot drop a column only where there is one. Leave the condition out.");
		assertUnsupported("mysql", (op) -> op.createIndex("ix", "hero", (i) -> i.columns("a").ifNotExists()),
				"MySQL cannot create an index only where it is missing. Leave the condition out.");
		assertUnsupported("mysql", (op) -> op.apply(new DropIndex(table("hero"), "ix", true, false)),
				"MySQL cannot drop an index only where there is one. Leave the condition out.");
		assertUnsupported("mysql",
				(op) -> op.apply(new DropConstraint(table("hero"), "ck", ConstraintType.CHECK, true)),
				"MySQL cannot drop a constraint only where there is one. Leave the condition out.");
	}

	@ParameterizedTest
	@CsvSource({ "mariadb, MariaDB", "mysql, MySQL" })
	void aColumnThatCountsUpIsAKeyFromTheBeginning(String dialect, String product) {
		assertUnsupported(dialect, (op) -> op.addColumn("hero", "id", bigint(), (c) -> c.identity().primaryKey()),
				product + " counts up the values of a column only if it is a key from the beginning, as hero.id is not."
						+ " Say inline() and primaryKey() or unique().");
		assertThat(sql(dialect,
				(op) -> op.addColumn("hero", "id", bigint(),
						(c) -> c.identity((i) -> i.startWith(7)).inline().primaryKey())))
			.containsExactly("alter table hero add column id bigint not null auto_increment, add primary key (id), "
					+ "auto_increment = 7");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mariadb", "mysql" })
	void aColumnChangesItsDefaultAndItsNameAlone(String dialect) {
		assertThat(sql(dialect, (op) -> {
			op.alterColumn("hero", "age", (change) -> change.defaultValue(7).rename("years"));
			op.alterColumn("hero", "years", (change) -> change.defaultExpression("1 + 1"));
			op.alterColumn("hero", "years", (change) -> change.dropDefault());
			op.renameColumn("hero", "years", "age");
		})).containsExactly("alter table hero alter column age set default 7",
				"alter table hero rename column age to years",
				"alter table hero alter column years set default (1 + 1)",
				"alter table hero alter column years drop default", "alter table hero rename column years to age");
	}

	@ParameterizedTest
	@CsvSource({ "mariadb, MariaDB", "mysql, MySQL" })
	void aColumnIsStatedWholeByWhatItIsBeforeAndWhatChanges(String dialect, String product) {
		assertThat(sql(dialect, (op) -> {
			op.alterColumn("hero", "age",
					(c) -> c.type(bigint())
						.defaultValue(7)
						.rename("years")
						.existing(integer(), (old) -> old.notNull().defaultValue(1).comment("In years")));
			op.alterColumn("hero", "name",
					(c) -> c.notNull().existing(varchar(9), (old) -> old.collate("utf8mb4_bin")));
			op.alterColumn("hero", "name", (c) -> c.comment("It's").existing(varchar(9)));
			op.alterColumn("hero", "name", (c) -> c.dropComment().existing(varchar(9), (old) -> old.comment("Old")));
			op.alterColumn("hero", "id", (c) -> c.dropIdentity().existing(bigint(), (old) -> old.notNull().identity()));
			op.alterColumn("hero", "sum", (c) -> c.computed("a * 2").existing(bigint(), (old) -> old.computed("a")));
			op.alterColumn("hero", "changed", (c) -> c.type(timestamp())
				.existing(timestamp(0), (old) -> old.defaultExpression("now()").onUpdate("current_timestamp")));
		})).containsExactly("alter table hero change column age years bigint not null default 7 comment 'In years'",
				"alter table hero modify column name varchar(9) collate utf8mb4_bin not null",
				"alter table hero modify column name varchar(9) comment 'It''s'",
				"alter table hero modify column name varchar(9)", "alter table hero modify column id bigint not null",
				"alter table hero modify column sum bigint generated always as (a * 2) stored",
				"alter table hero modify column changed datetime(6) default current_timestamp(6)"
						+ " on update current_timestamp(6)");
		assertUnsupported(dialect, (op) -> op.alterColumn("app.hero", "age", (c) -> c.type(integer())),
				product + " changes 'app.hero.age' by stating all of it, which only the database knows."
						+ " Run this revision online, or say what the column is before by existing(…).");
		assertUnsupported(dialect, (op) -> op
			.alterColumn("hero", "age", (c) -> c.type(integer()).using("age + 1")), product
					+ " converts values to a new type by itself, and has no place for an expression as that of"
					+ " hero.age. Leave using(…) out, or add a column, fill it by an update, and drop the old one.");
	}

	@Test
	void aVersionThatRenamesNoColumnSaysSo() {
		Dialect old = Dialects.of(new DatabaseInfo("MariaDB", 10, 4, null, null));
		DialectTarget target = new DialectTarget(old, null);
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> target.operations().renameColumn("hero", "age", "years"))
			.withMessage("MariaDB has no new name for a column such as 'age' in this version. Name also its type.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mariadb", "mysql" })
	void indexesBelongToTheirTable(String dialect) {
		assertThat(sql(dialect, (op) -> {
			op.createIndex(op.f("ix_hero_name"), "app.hero", "name", "age");
			op.createIndex("ux", "hero", (index) -> index.columns("name").descending("age").unique());
			op.createIndex("ix", "hero", (index) -> index.columns("name").concurrently());
			op.dropIndex("ix", "app.hero");
			op.dropIndexConcurrently("ix", "hero");
		})).containsExactly("create index ix_hero_name on app.hero (name, age)",
				"create unique index ux on hero (name, age desc)", "create index ix on hero (name) lock = none",
				"alter table app.hero drop index ix", "alter table hero drop index ix, lock = none");
	}

	@Test
	void onlyMariadbHasConditionsAndOnlyMysqlHasExpressionsInIndexes() {
		assertThat(sql("mariadb", (op) -> {
			op.createIndex("ix", "hero", (index) -> index.columns("name").concurrently().ifNotExists());
			op.apply(new DropIndex(table("hero"), "ix", true, true));
		})).containsExactly("create index if not exists ix on hero (name) lock = none",
				"alter table hero drop index if exists ix, lock = none");
		assertThat(sql("mysql", (op) -> op.createIndex("ix", "hero", (i) -> i.expression("lower(name)"))))
			.containsExactly("create index ix on hero ((lower(name)))");
		assertUnsupported("mariadb", (op) -> op.createIndex("ix", "hero", (i) -> i.expression("lower(a)")),
				"MariaDB has no index on an expression, as 'ix' would be. Index a generated column instead.");
		assertUnsupported("mysql", (op) -> op.createIndex("ix", "hero", (i) -> i.columns("a").where("a > 0")),
				"MySQL has no index on some rows only, as 'ix' would be."
						+ " Leave its 'where' out there, for example by op.dialect().");
	}

	@Test
	void aConstraintThatMayBeMissingIsDroppedByItsKind() {
		assertThat(sql("mariadb", (op) -> {
			for (ConstraintType type : EnumSet.complementOf(EnumSet.of(ConstraintType.EXCLUSION))) {
				op.apply(new DropConstraint(table("hero"), "c", type, true));
			}
		})).containsExactly("alter table hero drop index if exists `PRIMARY`",
				"alter table hero drop foreign key if exists c", "alter table hero drop index if exists c",
				"alter table hero drop constraint if exists c");
	}

	@ParameterizedTest
	@CsvSource({ "mariadb, MariaDB", "mysql, MySQL" })
	void aForeignKeyThatTheServerWouldSilentlyMakeAnotherIsRefused(String dialect, String product) {
		assertUnsupported(dialect, (op) -> op.createForeignKey("fk", "hero",
				(key) -> key.columns("a", "b").references("team", "c", "d").onDelete(ReferentialAction.SET_DEFAULT)),
				product + " has no foreign keys that set a default, as one on a, b does. Choose another action.");
	}

	@Test
	void defaultsStandInBracketsWhereTheyHaveTo() {
		Consumer<Operations> content = (op) -> {
			op.addColumn("t", "a", text(), (c) -> c.defaultValue("x"));
			op.addColumn("t", "b", json(), (c) -> c.defaultValue("{}"));
			op.addColumn("t", "c", raw("MEDIUMTEXT"), (c) -> c.defaultValue("x"));
			op.addColumn("t", "d", varchar(9), (c) -> c.defaultValue("x"));
		};
		assertThat(sql("mysql", content)).containsExactly("alter table t add column a longtext default ('x')",
				"alter table t add column b json default ('{}')", "alter table t add column c MEDIUMTEXT default ('x')",
				"alter table t add column d varchar(9) default 'x'");
		assertThat(sql("mariadb", content)).startsWith("alter table t add column a longtext default 'x'");
		for (String plain : List.of("1", "-1", "'a b'", "null", "TRUE", "date '2026-01-01'", "current_timestamp",
				"CURRENT_TIMESTAMP(6)", "now()", "current_timestamp on update current_timestamp", "(1 + 1)",
				"(a(1) + (2))")) {
			assertThat(DefaultExpression.write(plain, true)).as(plain).isEqualTo(plain);
		}
		for (String other : List.of("1 + 1", "uuid()", "(1) + (2)", "now() + interval 1 day", "current_date", "a")) {
			assertThat(DefaultExpression.write(other, true)).as(other).isEqualTo("(" + other + ")");
			assertThat(DefaultExpression.write(other, false)).as(other).isEqualTo("(" + other + ")");
		}
		for (String onlyMariadb : List.of("date '2026-01-01'", "0x00ff", "x'00ff'", "X'00'")) {
			assertThat(DefaultExpression.write(onlyMariadb, true)).isEqualTo(onlyMariadb);
			assertThat(DefaultExpression.write(onlyMariadb, false)).isEqualTo("(" + onlyMariadb + ")");
		}
		for (String plain : List.of("1", "-1", "'a b'", "null", "TRUE", "b'101'", "current_timestamp", "now()")) {
			assertThat(DefaultExpression.write(plain, false)).as(plain).isEqualTo(plain);
		}
	}

	@ParameterizedTest
	@CsvSource({ "mariadb, MariaDB", "mysql, MySQL" })
	void namesStandInBackticksWhereTheyAreNotPlain(String name, String product) {
		Dialect dialect = Dialects.named(name);
		assertThat(dialect.quote("hero_2")).isEqualTo("hero_2");
		assertThat(dialect.quote("Hero")).isEqualTo("`Hero`");
		assertThat(dialect.quote("rank")).isEqualTo("`rank`");
		assertThat(dialect.quote("returning")).isEqualTo("`returning`");
		assertThat(dialect.quote("a`\"b")).isEqualTo("`a``\"b`");
		assertThat(dialect.quote("größe")).isEqualTo("`größe`");
		assertThat(dialect.quote(new TableName("app", "order"))).isEqualTo("app.`order`");
		assertThat(dialect.quote("ü".repeat(64))).hasSize(66);
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> dialect.quote("x".repeat(65)))
			.withMessage("The name '%s' has 65 characters, but %s keeps only 64. Choose a shorter name."
				.formatted("x".repeat(65), product));
	}

	@Test
	void theTimeLimitOfMysqlIsInMilliseconds() {
		assertThat(Dialects.named("mysql").timeouts(Duration.ofMillis(1200), Duration.ofSeconds(3)))
			.extracting(SqlStatement::sql)
			.containsExactly(
					"set @migrator_lock_wait_timeout = coalesce(@migrator_lock_wait_timeout, @@session.lock_wait_timeout)",
					"set session lock_wait_timeout = 2",
					"set @migrator_innodb_lock_wait_timeout = coalesce(@migrator_innodb_lock_wait_timeout,"
							+ " @@session.innodb_lock_wait_timeout)",
					"set session innodb_lock_wait_timeout = 2",
					"set @migrator_max_execution_time = coalesce(@migrator_max_execution_time,"
							+ " @@session.max_execution_time)",
					"set session max_execution_time = 3000");
	}

	@Test
	void bothAreFoundByTheUrl() {
		assertThat(Dialects.ofUrl("jdbc:mariadb://db/heroes")).isInstanceOf(MariadbDialect.class);
		assertThat(Dialects.ofUrl("r2dbc:mysql://db/heroes")).isInstanceOf(MysqlDialect.class);
		assertThat(Dialects.ofUrl("mysql+pymysql://me:secret@db/heroes")).isInstanceOf(MysqlDialect.class);
	}

	private static void assertUnsupported(String dialect, Consumer<Operations> migration, String message) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> sql(dialect, migration))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
	}

	private static List<String> sql(String dialect, Consumer<Operations> migration) {
		return DialectTarget.statements(dialect, migration).stream().map(SqlStatement::sql).toList();
	}

}
