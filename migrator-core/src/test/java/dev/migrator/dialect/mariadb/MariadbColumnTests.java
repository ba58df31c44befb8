package dev.migrator.dialect.mariadb;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.Operations;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import dev.migrator.test.LiveDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of operations on columns on MariaDB and MySQL, and what that does.
 */
@ParameterizedClass
@ValueSource(strings = { "mariadb", "mysql" })
class MariadbColumnTests {

	@Parameter
	String product = "";

	private static final TableName HERO = TableName.of("hero");

	private LiveDatabase database;

	@BeforeEach
	void open() {
		this.database = new LiveDatabase(this.product);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private void assertUnsupported(Consumer<Operations> migration, String message) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.database.run(migration))
			.withMessageStartingWith(this.database.named(message))
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
	}

	private String column(String name) {
		return this.database.describe("column `hero`.`%s`".formatted(name)).get(0).split(" ", 3)[2];
	}

	@Test
	void constraintsOfANewColumnStandAloneOrBesideItInItsStatement() {
		this.database.execute("create table team (id int primary key)", "create table hero (id int)");
		assertThat(this.database.run((op) -> {
			op.addColumn("hero", "a", Types.integer(), (c) -> c.unique().references("team", "id"));
			op.addColumn("hero", "b", Types.integer(),
					(c) -> c.inline()
						.check("b > 0 or b is null")
						.unique()
						.foreignKey((key) -> key.references("team", "id").onDelete(ReferentialAction.CASCADE)));
			op.addColumn("hero", "c", Types.integer(), (c) -> c.identity((i) -> i.startWith(5)).inline().primaryKey());
		})).containsExactly("alter table hero add column a integer", "alter table hero add unique (a)",
				"alter table hero add foreign key (a) references team (id)",
				"alter table hero add column b integer, add check (b > 0 or b is null), add unique (b), "
						+ "add foreign key (b) references team (id) on delete cascade",
				"alter table hero add column c integer not null auto_increment, add primary key (c), auto_increment = 5");
		this.database.execute("insert into team (id) values (1)", "insert into hero (b) values (1)");
		assertThat(this.database.takes("insert into hero (b) values (2)")).isFalse();
		this.database.execute("delete from team");
		assertThat(this.database.values("select c as value from hero")).isEmpty();
		this.database.execute("insert into hero () values ()");
		assertThat(this.database.values("select c as value from hero")).containsExactly("7");
		assertUnsupported((op) -> op.addColumn("hero", "e", Types.integer(), (c) -> c.identity()),
				"MariaDB counts up the values of a column only if it is a key from the beginning, as hero.e is not.");
	}

	@Test
	void onlyMariadbAddsAColumnWhereItIsMissing() {
		this.database.execute("create table hero (b int)");
		Consumer<Operations> added = (op) -> {
			op.addColumnIfNotExists("hero", "b", Types.text());
			op.addColumnIfNotExists("hero", "d", Types.integer(), (c) -> c.unique().comment("Fourth"));
		};
		if (this.database.isMysql()) {
			assertUnsupported(added, "MySQL cannot add a column only where it is missing.");
			return;
		}
		assertThat(this.database.run(added)).containsExactly("alter table hero add column if not exists b longtext",
				"alter table hero add column if not exists d integer comment 'Fourth' unique");
		assertUnsupported(
				(op) -> op.apply(new AddColumn(HERO, new Column("e", Types.integer()), true,
						List.of(new Constraint.Unique("uq", List.of("e"))))),
				"MariaDB adds the constraint 'uq' not together with a column that may be there, as 'e' may.");
	}

	private String either(String mariadb, String mysql) {
		return (this.database.isMysql()) ? mysql : mariadb;
	}

	// MariaDB does nothing there if it is asked for the default only, and says nothing.
	@Test
	void aDefaultThatIsThePresentTimeIsChangedAndDropped() {
		this.database.execute("create table hero (a datetime(6) default current_timestamp(6), "
				+ "b datetime not null default now() comment 'B', c int default 1)");
		assertThat(this.database.run((op) -> {
			op.alterColumn("hero", "a", (c) -> c.dropDefault());
			op.alterColumn("hero", "b", (c) -> c.defaultExpression("'2020-01-01'"));
			op.alterColumn("hero", "c", (c) -> c.dropDefault());
		})).containsExactly("alter table hero modify column a datetime(6)",
				"alter table hero modify column b datetime not null default '2020-01-01' comment 'B'",
				"alter table hero alter column c drop default");
		this.database.execute("insert into hero (c) values (1)");
		assertThat(this.database.values("select concat_ws(' ', a, b, c) as value from hero"))
			.containsExactly("2020-01-01 00:00:00 1");
	}

	@Test
	void whatAChangeDoesNotNameStays() {
		this.database.execute("create table hero (id int auto_increment primary key comment 'Key', "
				+ "name varchar(20) character set latin1 collate latin1_german1_ci not null default 'it''s' comment 'Its name',"
				+ " age int default (1 + 1) check (age > 0), changed datetime(3) default current_timestamp(3)"
				+ " on update current_timestamp(3), hidden int invisible, kind enum('a','b') default 'b', raw json,"
				+ " twice int as (age * 2) stored comment 'Sum') default charset utf8mb4 collate utf8mb4_bin");
		assertThat(this.database.run((op) -> {
			op.alterColumn("hero", "name", (c) -> c.type(Types.varchar(50)));
			op.alterColumn("hero", "age", (c) -> c.notNull());
			op.alterColumn("hero", "id", (c) -> c.type(Types.bigint()));
			op.alterColumn("hero", "changed", (c) -> c.comment("When"));
			op.alterColumn("hero", "hidden", (c) -> c.comment("Not seen"));
			op.alterColumn("hero", "kind", (c) -> c.type(Types.enumeration("kind", "a", "b", "c")).rename("sort"));
			op.alterColumn("hero", "raw", (c) -> c.comment("{}"));
			op.alterColumn("hero", "twice", (c) -> c.type(Types.bigint()));
		})).containsExactly(
				"alter table hero modify column name varchar(50) collate latin1_german1_ci not null default 'it''s'"
						+ " comment 'Its name'",
				either("alter table hero modify column age int(11) not null default (1 + 1) check (`age` > 0)",
						"alter table hero modify column age int not null default (1 + 1)"),
				"alter table hero modify column id bigint not null auto_increment comment 'Key'",
				"alter table hero modify column changed datetime(3) default current_timestamp(3)"
						+ " on update current_timestamp(3) comment 'When'",
				this.database.asPrinted("alter table hero modify column hidden int(11) comment 'Not seen' invisible"),
				"alter table hero change column kind sort enum('a', 'b', 'c') default 'b'",
				either("alter table hero modify column raw longtext comment '{}' check (json_valid(`raw`))",
						"alter table hero modify column raw json comment '{}'"),
				"alter table hero modify column twice bigint generated always as (%s) stored comment 'Sum'"
					.formatted(either("`age` * 2", "(`age` * 2)")));
		assertThat(column("name"))
			.isEqualTo("varchar(50) collate latin1_german1_ci not null default %s comment 'Its name'"
				.formatted(either("'it''s'", "'it\\'s'")));
		assertThat(column("sort")).isEqualTo("enum('a','b','c') collate utf8mb4_bin default 'b'");
		this.database.execute("insert into hero (hidden) values (1)");
		assertThat(this.database.takes("insert into hero (age) values (-1)")).isFalse();
		assertThat(this.database.takes("insert into hero (raw) values ('{')")).isFalse();
		assertThat(this.database.values("select concat(id, name, age, sort, twice) as value from hero"))
			.containsExactly("1it's2b4");
	}

	@Test
	void allOfAColumnChangesAtOnce() {
		this.database.execute("create table hero (id int, age varchar(10) default '1')",
				"insert into hero values (1, '41')");
		assertThat(this.database.run((op) -> op.alterColumn("hero", "age",
				(c) -> c.rename("years").comment("In years").defaultValue(7).notNull().type(Types.integer()))))
			.containsExactly("alter table hero change column age years integer not null default 7 comment 'In years'");
		this.database.execute("insert into hero (id) values (2)");
		assertThat(this.database.values("select years as value from hero order by id")).containsExactly("41", "7");
		this.database.run((op) -> op.alterColumn("hero", "years", (c) -> c.dropComment()));
		assertThat(this.database.describe("comment")).isEmpty();
	}

	@Test
	void jsonBecomesTextAndTextJson() {
		this.database.execute("create table hero (a json, b longtext)");
		this.database.run((op) -> {
			op.alterColumn("hero", "a", (c) -> c.type(Types.text()).rename("a2"));
			op.alterColumn("hero", "b", (c) -> c.type(Types.json()));
		});
		assertThat(this.database.takes("insert into hero (a2) values ('{')")).isTrue();
		assertThat(this.database.takes("insert into hero (b) values ('{')")).isFalse();
	}

	@Test
	void aConditionThatNamesItsColumnIsNotLost() {
		this.database.execute("create table hero (age int check (age > 0))");
		if (this.database.isMysql()) {
			assertThat(this.database
				.run((op) -> op.alterColumn("hero", "age", (c) -> c.type(Types.bigint()).rename("years"))))
				.containsExactly("alter table hero change column age years bigint, drop check hero_chk_1,"
						+ " add constraint hero_chk_1 check ((years > 0))");
			assertThat(this.database.run((op) -> op.renameColumn("hero", "years", "Age")))
				.containsExactly("alter table hero rename column years to `Age`, drop check hero_chk_1,"
						+ " add constraint hero_chk_1 check ((`Age` > 0))");
			assertThat(this.database.takes("insert into hero values (-1)")).isFalse();
			return;
		}
		assertUnsupported((op) -> op.alterColumn("hero", "age", (c) -> c.type(Types.bigint()).rename("years")),
				"The column 'hero.age' has a condition of its own, '`age` > 0', that names it");
		assertThat(this.database.takes("insert into hero values (-1)")).isFalse();
	}

	@Test
	void aColumnThatIsNotThereIsNamed() {
		this.database.execute("create table hero (id int)");
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> this.database.run((op) -> op.alterColumn("hero", "age", (c) -> c.notNull())))
			.withMessage("There is no column 'hero.age' in the database. Look at its name.");
	}

	@Test
	void theColumnOfTheTableInItsSchemaIsRead() {
		String app = "app_" + System.nanoTime();
		this.database.execute("create table hero (age int comment 'Here')", "create database " + app,
				"create table %s.hero (age int comment 'There')".formatted(app));
		assertThat(this.database.run((op) -> op.alterColumn(app + ".hero", "age", (c) -> c.notNull())))
			.containsExactly(this.database
				.asPrinted("alter table %s.hero modify column age int(11) not null comment 'There'".formatted(app)));
		this.database.execute("drop database " + app);
	}

	@Test
	void aColumnBeginsToCountCountsOtherwiseAndStops() {
		this.database.execute("create table hero (id int not null primary key, name varchar(9))");
		List<String> sql = this.database.run((op) -> {
			op.alterColumn("hero", "id", (c) -> c.addIdentity((i) -> i.startWith(5)));
			op.insert(HERO).set("name", "a");
			op.alterColumn("hero", "id", (c) -> c.alterIdentity((i) -> i.restartWith(40)));
			op.insert(HERO).set("name", "b");
			op.alterColumn("hero", "id", (c) -> c.dropIdentity());
		});
		assertThat(this.database.values("select id as value from hero order by id")).containsExactly("5", "40");
		assertThat(sql).contains(
				this.database
					.asPrinted("alter table hero modify column id int(11) not null auto_increment, auto_increment = 5"),
				"alter table hero auto_increment = 40",
				this.database.asPrinted("alter table hero modify column id int(11) not null"));
		assertThat(this.database.takes("insert into hero (name) values ('d')")).isFalse();
		assertUnsupported((op) -> op.alterColumn("hero", "id", (c) -> c.addIdentity((i) -> i.always())),
				"MariaDB has no column that counts and takes no value of an insert, as 'id' would.");
		assertUnsupported((op) -> op.alterColumn("hero", "id", (c) -> c.addIdentity((i) -> i.incrementBy(2))),
				"MariaDB has no way to say how a column counts but for its first number, as 'id' would have it.");
		assertUnsupported((op) -> op.alterColumn("hero", "id", (c) -> c.alterIdentity((i) -> i.startWith(2))),
				"MariaDB has no way to say how a column counts but for its next number, as 'id' would have it.");
	}

	@Test
	void aTableCountsFromItsFirstNumber() {
		assertThat(this.database.run((op) -> op.createTable("hero", (t) -> {
			t.column("id", Types.bigint()).identity((i) -> i.startWith(1000)).primaryKey();
			t.column("name", Types.varchar(9));
			t.comment("Heroes");
			t.option("mariadb", "engine", "InnoDB");
			t.option("mysql", "engine", "MyISAM");
		}))).containsExactly("create table hero (\n    id bigint not null auto_increment,\n    name varchar(9),\n"
				+ "    primary key (id)\n) auto_increment = 1000 comment 'Heroes' engine = "
				+ either("InnoDB", "MyISAM"));
		this.database.execute("insert into hero (name) values ('a')");
		assertThat(this.database.values("select id as value from hero")).containsExactly("1000");
	}

	@Test
	void aComputedColumnChanges() {
		this.database.execute("create table hero (a int, b int as (a + 1) stored, c int as (a + 2) virtual)");
		assertThat(this.database.run((op) -> {
			op.alterColumn("hero", "c", (c) -> c.computedVirtual("a * 3"));
			op.alterColumn("hero", "b", (c) -> c.dropComputed());
			op.addColumn("hero", "d", Types.integer(), (c) -> c.computedVirtual("a"));
		})).containsExactly(
				this.database.asPrinted("alter table hero modify column c int(11) generated always as (a * 3) virtual"),
				this.database.asPrinted("alter table hero modify column b int(11)"),
				"alter table hero add column d integer generated always as (a) virtual");
		this.database.execute("insert into hero (a, b) values (7, 1)");
		assertThat(this.database.values("select concat(b, ' ', c, ' ', d) as value from hero"))
			.containsExactly("1 21 7");
		Consumer<Operations> notNull = (op) -> op.addColumn("hero", "e", Types.integer(),
				(c) -> c.computed("a").notNull());
		if (this.database.isMysql()) {
			assertThat(this.database.run(notNull))
				.containsExactly("alter table hero add column e integer generated always as (a) stored not null");
			return;
		}
		assertUnsupported(notNull, "MariaDB has no computed column that says it is never null, as 'e' would.");
	}

	@Test
	void thePresentTimeHasTheDigitsOfItsColumn() {
		assertThat(this.database.run((op) -> {
			op.createTable("hero", (t) -> {
				t.column("id", Types.integer());
				t.column("born", Types.timestamp()).defaultExpression("current_timestamp").onUpdate("now()");
				t.column("seen", Types.timestamp(0)).defaultExpression("current_timestamp").onUpdate("now()");
				t.column("day", Types.date()).defaultExpression("current_date");
			});
			op.alterColumn("hero", "born",
					(c) -> c.defaultExpression("current_timestamp").existing(Types.timestamp(6)));
		})).containsExactly("""
				create table hero (
				    id integer,
				    born datetime(6) default current_timestamp(6) on update current_timestamp(6),
				    seen datetime(0) default current_timestamp on update now(),
				    day date default (current_date)
				)""", "alter table hero alter column born set default (current_timestamp(6))");
		this.database.execute("insert into hero (id) values (1)", "update hero set id = 2");
		assertThat(this.database.values("select count(*) as value from hero where born <> seen and day is not null"))
			.hasSize(1);
	}

	@Test
	void whatDependsOnAColumnIsNotDroppedWithIt() {
		assertUnsupported((op) -> op.dropColumn("hero", "age", (drop) -> drop.cascade()),
				"MariaDB has no way to drop with a column what depends on it.");
	}

}
