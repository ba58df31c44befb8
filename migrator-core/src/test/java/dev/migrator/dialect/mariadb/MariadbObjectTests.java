package dev.migrator.dialect.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateObject;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropObject;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.Operation;
import dev.migrator.operation.Operations;
import dev.migrator.operation.RenameIndex;
import dev.migrator.operation.RenameSequence;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.operation.SetTableComment;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.ForeignKeyMatch;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Routine;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.StoredObject;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.Types;
import dev.migrator.schema.View;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.test.DialectTarget;
import dev.migrator.test.LiveDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrator.operation.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of operations on tables, indexes, constraints, sequences, schemas, views,
 * routines, triggers and rows on MariaDB and MySQL, and what that does.
 */
@ParameterizedClass
@ValueSource(strings = { "mariadb", "mysql" })
class MariadbObjectTests {

	@Parameter
	String product = "";

	private static final TableName HERO = TableName.of("hero");

	private final String app = "app_" + System.nanoTime();

	private LiveDatabase database;

	@BeforeEach
	void open() {
		this.database = new LiveDatabase(this.product);
		this.database.execute("create table team (id int not null, town int not null, unique (id, town))",
				"create table hero (id int not null, team_id int, town int, name varchar(20) not null default '')",
				"create table audit (n int)");
	}

	@AfterEach
	void close() {
		this.database.execute("drop database if exists " + this.app);
		this.database.close();
	}

	private void assertUnsupported(Consumer<Operations> migration, String message) {
		assertUnsupported(this.database.dialect(), migration, this.database.named(message));
	}

	private static void assertUnsupported(Dialect dialect, Consumer<Operations> migration, String message) {
		Operations op = new DialectTarget(dialect, null).operations();
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> {
			migration.accept(op);
			op.flush();
		})
			.withMessageStartingWith(message)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
	}

	@Test
	void tablesAreReversed() {
		Table made = new Table(TableName.of("made"),
				List.of(new Column("id", Types.integer()).withNullable(false), new Column("name", Types.varchar(9))),
				List.of(new Constraint.PrimaryKey("pk", List.of("id"))),
				List.of(new Index("ix", List.of(new IndexColumn("name", false, true)), false, null)), "Made; it's one");
		this.database.assertReversible(new CreateTable(made, false));
		this.database.run((op) -> op.apply(new CreateTable(made, false)));
		this.database.assertReversible(new DropTable(made.name(), false, false, made));
		this.database.assertReversible(new RenameTable(made.name(), "Other one"));
		this.database.assertReversible(new SetTableComment(made.name(), "New", made.comment()));
		this.database.assertReversible(new SetTableComment(made.name(), null, made.comment()));
		assertUnsupported((op) -> op.dropTable("made", (drop) -> drop.cascade()),
				"MariaDB has no way to drop with a table what depends on it.");
		assertUnsupported((op) -> op.createTable("t", (t) -> {
			t.column("id", Types.integer());
			t.option(this.product, "fillfactor", "7");
		}), "MariaDB has no table option 'fillfactor', as 't' would have it. Take one of these: auto_increment,");
	}

	@Test
	void indexesSayWhatTheyHave() {
		assertThat(this.database.run((op) -> {
			op.createIndex("ix1", "hero", (i) -> i.column("name", (c) -> c.prefix(5).descending()).columns("id"));
			op.createIndex("ix2", "hero", (i) -> i.using("btree").columns("town"));
			op.createIndex("ix3", "hero", (i) -> i.using("fulltext").columns("name"));
			op.createIndex(null, "hero", (i) -> i.columns("team_id").unique().concurrently());
			op.renameIndex("ix1", "hero", "Odd `one`");
			op.createTable("other", (t) -> {
				t.column("name", Types.varchar(9));
				t.index("ix", "name");
			});
		})).containsExactly("create index ix1 on hero (name(5) desc, id)",
				"create index ix2 on hero (town) using btree", "create fulltext index ix3 on hero (name)",
				"alter table hero add unique index (team_id), lock = none",
				"alter table hero rename index ix1 to `Odd ``one```",
				"create table other (\n    name varchar(9),\n    index ix (name)\n)");
		assertThat(this.database.describe("index `")).containsExactly(
				"index `Odd ``one``` on `hero` (`name`(5) desc, `id`)", "index `ix2` on `hero` (`town`)",
				"index `ix3` on `hero` (`name`) fulltext", "index `ix` on `other` (`name`)");
		assertUnsupported((op) -> op.createIndex("ix", "hero", (i) -> i.columns("a").using("gin")),
				"MariaDB has no index by the method 'gin', as 'ix' would be.");
		assertUnsupported((op) -> op.createIndex("ix", "hero", (i) -> i.columns("a").include("b")),
				"MariaDB has no index that holds more columns, as 'ix' would.");
		assertUnsupported((op) -> op.createIndex("ix", "hero", (i) -> i.columns("a").with("fillfactor", 70)),
				"MariaDB has no index that says how or where it is stored, as 'ix' does.");
		assertUnsupported((op) -> op.createIndex("ix", "hero", (i) -> i.column("a", (c) -> c.nullsLast())),
				"MariaDB has no index that orders its values in a way of its own, as 'ix' does.");
		assertUnsupported((op) -> op.createIndex("ix", "hero", (i) -> i.columns("a").unique().nullsNotDistinct()),
				"MariaDB has no unique index to which two rows without a value are equal, as 'ix' would be.");
		assertUnsupported((op) -> op.dropIndex("ix", "hero", (drop) -> drop.cascade()),
				"MariaDB has no way to drop with an index what depends on it.");
	}

	@Test
	void indexesAreReversed() {
		// else MySQL takes the unique index for one, and drops it only while it locks
		this.database.execute("alter table hero add primary key (id)");
		Index index = new Index("ix",
				List.of(new IndexColumn("name", false, true), new IndexColumn("id", false, false)), true, null);
		this.database.assertReversible(new CreateIndex(HERO, index, false, false));
		this.database.run((op) -> op.apply(new CreateIndex(HERO, index, false, true)));
		this.database.assertReversible(new DropIndex(HERO, "ix", false, false, false, index));
		this.database.assertReversible(new DropIndex(HERO, "ix", !this.database.isMysql(), true, false, index));
		this.database.assertReversible(new RenameIndex(HERO, "ix", "Other"));
	}

	@Test
	void constraintsAreCheckedAtOnceAndReversed() {
		assertThat(this.database.run((op) -> {
			op.createCheckConstraint("ck", "hero", "id > 0", (check) -> check.notValid());
			op.createForeignKey("fk", "hero",
					(key) -> key.columns("team_id", "town")
						.references("team", "id", "town")
						.match(ForeignKeyMatch.SIMPLE)
						.onDelete(ReferentialAction.SET_NULL)
						.notValid());
			op.validateConstraint("ck", "hero");
		})).containsExactly("alter table hero add constraint ck check (id > 0)",
				"alter table hero add constraint fk foreign key (team_id, town) references team (id, town)"
						+ " on delete set null");
		assertThat(this.database.takes("insert into hero (id) values (0)")).isFalse();
		assertThat(this.database.run((op) -> op.dropConstraint("fk", "hero", ConstraintType.FOREIGN_KEY)))
			.containsExactly("alter table hero drop foreign key fk, drop index fk");
		for (Constraint constraint : List.of(new Constraint.PrimaryKey("pk", List.of("id")),
				new Constraint.Unique("uq", List.of("name", "id")), new Constraint.Check("ck2", "town > 0"))) {
			this.database.assertReversible(new AddConstraint(HERO, constraint));
			this.database.run((op) -> op.apply(new AddConstraint(HERO, constraint)));
			this.database.assertReversible(new DropConstraint(HERO, String.valueOf(constraint.name()),
					ConstraintType.of(constraint), false, false, constraint));
		}
	}

	@Test
	void aForeignKeyGetsItsOwnIndexBackWhenTheOneGoesThatTookItsPlace() {
		List<IndexColumn> columns = Stream.of("team_id", "town", "name")
			.map((column) -> new IndexColumn(column, false, false))
			.toList();
		for (Operation added : List.of(new CreateIndex(HERO, new Index("ix", columns, false, null), false, false),
				new AddConstraint(HERO, new Constraint.Unique("uq", List.of("team_id", "town"))))) {
			this.database.run((op) -> op.createForeignKey("fk", "hero", "team", List.of("team_id", "town"),
					List.of("id", "town")));
			List<String> before = this.database.describe();
			this.database.run((op) -> op.apply(added));
			List<String> removed = this.database.run((op) -> op.apply(added.reverse().orElseThrow()));
			assertThat(removed).singleElement().asString().endsWith(", add index fk (team_id, town)");
			assertThat(this.database.describe()).isEqualTo(before);
			this.database.run((op) -> {
				op.apply(added);
				op.apply(added.reverse().orElseThrow());
				op.dropConstraint("fk", "hero", ConstraintType.FOREIGN_KEY);
			});
		}
	}

	@Test
	void constraintsThatItLacksAreRefused() {
		assertUnsupported((op) -> op.createPrimaryKey("pk", "hero", (key) -> key.columns("id").deferrable()),
				"MariaDB has no constraint that is checked at a transaction's end, as 'pk' would be.");
		assertUnsupported((op) -> op.createUniqueConstraint("uq", "hero", (key) -> key.usingIndex("ix")),
				"MariaDB has no constraint made of an index, as 'uq' would be.");
		assertUnsupported((op) -> op.createUniqueConstraint(null, "hero", (key) -> key.columns("a").include("b")),
				"MariaDB has no constraint whose index holds more columns, as one would be.");
		assertUnsupported((op) -> op.createUniqueConstraint("uq", "hero", (key) -> key.columns("a").nullsNotDistinct()),
				"MariaDB has no unique constraint to which two rows without a value are equal, as 'uq' would be.");
		assertUnsupported(
				(op) -> op.createForeignKey("fk", "hero",
						(key) -> key.columns("id").references("team", "id").match(ForeignKeyMatch.FULL)),
				"MariaDB has no foreign key that does not match simply, as 'fk' would be.");
		assertUnsupported(
				(op) -> op.createForeignKey("fk", "hero",
						(key) -> key.columns("id").references("team", "id").onDelete(ReferentialAction.SET_NULL, "id")),
				"MariaDB has no foreign key that sets only some of its columns, as 'fk' would be.");
		assertUnsupported((op) -> op.createCheckConstraint("ck", "hero", "a", (check) -> check.noInherit()),
				"MariaDB has no tables that inherit");
		if (!this.database.isMysql()) {
			assertUnsupported((op) -> op.createCheckConstraint("ck", "hero", "a", (check) -> check.notEnforced()),
					"MariaDB has no check that is not enforced, as 'ck' would be.");
		}
		assertUnsupported((op) -> op.createExcludeConstraint("ex", "hero", (ex) -> ex.column("id", "=")),
				"MariaDB has no exclusion constraint, as 'ex' would be.");
		assertUnsupported((op) -> op.renameConstraint("ck", "hero", "other"),
				"MariaDB has no new name for a constraint such as 'ck'.");
		assertUnsupported((op) -> op.dropConstraint("ck", "hero", ConstraintType.CHECK, (drop) -> drop.cascade()),
				"MariaDB has no way to drop with a constraint what depends on it.");
	}

	private String next(String sequence) {
		return this.database.values("select nextval(%s) as value".formatted(sequence)).get(0);
	}

	@Test
	void sequencesCountComeAndGo() {
		if (this.database.isMysql()) {
			assertUnsupported((op) -> op.createSequence("s"), "MySQL has no sequences such as 's'.");
			return;
		}
		this.database.execute("create database " + this.app);
		String counter = this.app + ".counter";
		assertThat(this.database.run((op) -> {
			op.createSequence("plain");
			op.createSequence(counter,
					(s) -> s.startWith(10).incrementBy(-5).minValue(1).maxValue(10).cache(1).cycle().ifNotExists());
			op.createSequence("free", (s) -> s.noMinValue().noMaxValue().noCycle());
			op.alterSequence("plain", (s) -> s.incrementBy(10).maxValue(100).cycle().restartWith(95));
			op.renameSequence(counter, "Other");
			op.dropSequence("free");
			op.dropSequence("free", (drop) -> drop.ifExists());
		})).containsExactly("create sequence plain",
				"create sequence if not exists %s start with 10 increment by -5 minvalue 1 maxvalue 10 cache 1 cycle"
					.formatted(counter),
				"create sequence free no minvalue no maxvalue nocycle",
				"alter sequence plain increment by 10 maxvalue 100 cycle restart with 95",
				"rename table %1$s to %2$s.`Other`".formatted(counter, this.app), "drop sequence free",
				"drop sequence if exists free");
		assertThat(List.of(next("plain"), next("plain"))).containsExactly("95", "1");
		String other = this.app + ".`Other`";
		assertThat(List.of(next(other), next(other), next(other))).containsExactly("10", "5", "10");
		assertUnsupported((op) -> op.createSequence("s", (s) -> s.ownedBy("hero", "id")),
				"MariaDB has no sequence that belongs to a column, as 's' would.");
		assertUnsupported((op) -> op.createSequence("s", (s) -> s.as(Types.integer())),
				"MariaDB has no type for the numbers of a sequence, as 's' has, before version 11.5.");
		assertUnsupported((op) -> op.dropSequence("s", (drop) -> drop.cascade()),
				"MariaDB has no way to drop with a sequence what depends on it.");
	}

	@Test
	void sequencesAreReversed() {
		if (this.database.isMysql()) {
			assertUnsupported((op) -> op.dropSequence("s"), "MySQL has no sequences such as 's'.");
			return;
		}
		TableName name = TableName.of("counter");
		SequenceOptions options = new SequenceOptions(3L, 2L, 1L, false, 100L, false, 5L, true);
		Sequence counter = new Sequence(name, null, options, null);
		this.database.assertReversible(new CreateSequence(counter, false));
		this.database.run((op) -> op.apply(new CreateSequence(counter, false)));
		this.database.assertReversible(new DropSequence(name, false, false, counter));
		this.database.assertReversible(new AlterSequence(name,
				new SequenceOptions(4L, 7L, null, true, 500L, false, 1L, false), null, options));
		this.database.assertReversible(new RenameSequence(name, "Other"));
	}

	@Test
	void aSchemaIsDroppedWithItsContentOnlyIfThatIsSaid() {
		assertThat(this.database.run((op) -> {
			op.createSchema(this.app);
			op.createSchemaIfNotExists(this.app);
			op.dropSchema(this.app);
			op.createSchema(this.app);
			op.execute("create table %s.hero (id int)".formatted(this.app));
		})).startsWith("create schema " + this.app, "create schema if not exists " + this.app,
				"drop schema " + this.app);
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> this.database.run((op) -> op.dropSchema(this.app)))
			.withMessage("The schema '%s' is not empty: it has the table or view 'hero'.".formatted(this.app)
					+ " Drop what is in it first, or say cascade().");
		assertThat(this.database.run((op) -> op.dropSchema(this.app, (drop) -> drop.ifExists().cascade())))
			.containsExactly("drop schema if exists " + this.app);
		assertThat(this.database.run((op) -> op.dropSchema(this.app, (drop) -> drop.ifExists())))
			.containsExactly("drop schema if exists " + this.app);
		assertUnsupported((op) -> op.dropSchema("app"),
				"MariaDB drops the schema 'app' with all that is in it, and only the database knows whether that is nothing.");
	}

	@Test
	void viewsRoutinesAndTriggersComeChangeAndGo() {
		this.database.execute("insert into hero values (1, null, null, 'Deadpond')");
		List<String> statements = this.database.run((op) -> {
			op.createView("seen", "select id from hero");
			op.replaceView("seen", "select id, name from hero");
			op.createFunction("twice", "a integer", "returns integer deterministic return a * 2");
			op.replaceFunction("twice", "a integer", "returns integer deterministic return a + a");
			op.createProcedure("note", "n integer", "begin insert into audit values (n); end");
			op.replaceProcedure("note", "n integer", "begin insert into audit values (-n); end");
			op.createTrigger("hero_audit", "hero", "before insert", "for each row call note(new.id)");
			op.replaceTrigger("hero_audit", "hero", "after insert", "for each row call note(new.id * 2)");
		});
		List<String> expected = new ArrayList<>(List.of("create view seen as select id from hero",
				"create or replace view seen as select id, name from hero",
				"create function twice(a integer) returns integer deterministic return a * 2",
				"create or replace function twice(a integer) returns integer deterministic return a + a",
				"create procedure note(n integer) begin insert into audit values (n); end",
				"create or replace procedure note(n integer) begin insert into audit values (-n); end",
				"create trigger hero_audit before insert on hero for each row call note(new.id)",
				"create or replace trigger hero_audit after insert on hero for each row call note(new.id * 2)"));
		if (this.database.isMysql()) {
			// it replaces routines and triggers by a drop before
			expected.replaceAll((sql) -> sql.replaceFirst("or replace (?!view)", ""));
			expected.add(3, "drop function if exists twice");
			expected.add(6, "drop procedure if exists note");
			expected.add(9, "drop trigger if exists hero_audit");
		}
		assertThat(statements).isEqualTo(expected);
		this.database.execute("insert into hero values (2, null, null, 'Spider')");
		assertThat(this.database.values("select n as value from audit")).containsExactly("-4");
		assertThat(this.database.values("select concat(name, twice(id)) as value from seen order by id"))
			.containsExactly("Deadpond2", "Spider4");
		assertThat(this.database.run((op) -> {
			op.dropTrigger("hero_audit", "hero");
			op.dropTrigger("hero_audit", "hero", (drop) -> drop.ifExists());
			op.dropProcedure("note");
			op.dropFunction("twice", "a integer", (drop) -> drop.ifExists());
			op.dropView("seen", (drop) -> drop.ifExists());
		})).containsExactly("drop trigger hero_audit", "drop trigger if exists hero_audit", "drop procedure note",
				"drop function if exists twice", "drop view if exists seen");
		assertThat(this.database.describe()).noneMatch((line) -> line.matches("(view|function|procedure|trigger) .*"));
		assertUnsupported((op) -> op.createMaterializedView("kept", "select 1"),
				"MariaDB has no materialized view, as 'kept' would be.");
		assertUnsupported((op) -> op.refreshMaterializedView("kept"),
				"MariaDB has no materialized view, as 'kept' would be.");
		assertUnsupported((op) -> op.dropView("seen", (drop) -> drop.cascade()),
				"MariaDB has no way to drop with 'seen' what depends on it.");
	}

	@Test
	void aTriggerStandsInTheSchemaOfItsTable() {
		this.database.execute("create database " + this.app, "create table %s.hero (id int)".formatted(this.app));
		assertThat(this.database.run((op) -> {
			op.createTrigger("OddOne", this.app + ".hero", "before insert", "for each row set new.id = 7");
			op.insert(table(this.app + ".hero")).set("id", 1);
			op.dropTrigger("OddOne", this.app + ".hero");
		})).startsWith("create trigger %1$s.`OddOne` before insert on %1$s.hero for each row set new.id = 7"
			.formatted(this.app)).endsWith("drop trigger %s.`OddOne`".formatted(this.app));
		assertThat(this.database.values("select id as value from %s.hero".formatted(this.app))).containsExactly("7");
	}

	@Test
	void viewsRoutinesAndTriggersAreReversed() {
		TableName name = TableName.of("seen");
		assertReversible(new View(name, "select id from hero", false), new View(name, "select name from hero", false));
		assertReversible(new Routine(name, false, "a int", "returns int deterministic return a"),
				new Routine(name, false, "a int", "returns int deterministic return -a"));
		assertReversible(new Routine(name, true, "a int", "insert into audit values (a)"),
				new Routine(name, true, "a int", "insert into audit values (1)"));
		assertReversible(new Trigger("tr", HERO, "before insert", "for each row set new.id = 1"),
				new Trigger("tr", HERO, "before update", "for each row set new.id = 1"));
	}

	private void assertReversible(StoredObject before, StoredObject after) {
		this.database.assertReversible(new CreateObject(before));
		this.database.run((op) -> op.create(before));
		this.database.assertReversible(new ReplaceObject(after, false, before));
		this.database.assertReversible(new ReplaceObject(after, true, before));
		this.database.assertReversible(new DropObject(before.reference(), false, false, before));
		this.database.run((op) -> op.drop(before));
	}

	@Test
	void namedValuesStandInTheColumnsType() {
		List<String> sql = this.database.run((op) -> {
			op.createEnum("mood", "sad", "It's ok");
			op.addColumn("hero", "mood", Types.enumeration("mood", "sad", "It's ok"),
					(c) -> c.notNull().defaultValue("It's ok"));
			op.dropEnum("mood");
		});
		assertThat(sql)
			.containsExactly("alter table hero add column mood enum('sad', 'It''s ok') not null default 'It''s ok'");
		assertThat(this.database.takes("insert into hero (id, mood) values (1, 'angry')")).isFalse();
		assertUnsupported((op) -> op.addEnumValue("mood", "mad"),
				"MariaDB has no type 'mood' by itself, but the values in the type of each column that has them.");
		assertUnsupported((op) -> op.addColumn("hero", "a", Types.array(Types.integer())),
				"MariaDB has no type of lists.");
		assertUnsupported((op) -> op.addColumn("hero", "a", Types.interval()), "MariaDB has no type interval.");
	}

	@Test
	void rowsThatAreThereAreLeftOut() {
		this.database.execute("alter table hero add primary key (id)",
				"insert into hero (id, name) values (1, 'First')");
		assertThat(this.database.run((op) -> {
			op.insert(table("hero"))
				.columns("id", "name")
				.values(1, "Deadpond")
				.values(2, "Spider")
				.onConflictDoNothing();
		})).containsExactly(
				"insert into hero (id, name) values\n    (?, ?),\n    (?, ?) on duplicate key update id = hero.id");
		assertThat(this.database.values("select name as value from hero order by id")).containsExactly("First",
				"Spider");
		assertThat(this.database
			.takes("insert into hero (id, name) values (3, null) on duplicate key update id = hero.id")).isFalse();
	}

	@Test
	void eachTypeIsThere() {
		List<String> expected = new ArrayList<>();
		List<ColumnType> types = List.of(Types.bool(), Types.tinyint(), Types.smallint(), Types.floating(20),
				Types.floating(40), Types.character(3), Types.clob(), Types.binary(8), Types.varbinary(9), Types.bit(5),
				Types.time(3), Types.timestampWithTimeZone(3), Types.uuid());
		List<String> words = List.of("tinyint(1)", "tinyint(4)", "smallint(6)", "float", "double",
				"char(3) collate latin1_swedish_ci", "longtext collate latin1_swedish_ci", "binary(8)", "varbinary(9)",
				"bit(5)", "time(3)", "datetime(3)", "uuid");
		this.database.run((op) -> op.createTable("t", (t) -> {
			for (int i = 0; i < types.size(); i++) {
				t.column("c" + i, types.get(i));
				String line = this.database.asPrinted("column `t`.`c%d` %s default NULL".formatted(i, words.get(i)));
				expected.add((this.database.isMysql()) ? mysql(line) : line);
			}
		}));
		assertThat(this.database.describe("column `t`.")).containsExactlyElementsOf(expected);
	}

	private static String mysql(String line) {
		return line.replace(" default NULL", "")
			.replace(" uuid", " binary(16)")
			.replace("latin1_swedish_ci", "utf8mb4_0900_ai_ci");
	}

	@Test
	void anOldMariadbSaysWhatItLacks() {
		Dialect old = Dialects.of(new DatabaseInfo("MariaDB", 10, 4, null, null));
		assertUnsupported(old, (op) -> op.renameIndex("ix", "hero", "other"),
				"MariaDB has no new name for an index such as 'ix' in this version.");
	}

}
