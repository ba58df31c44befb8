package dev.migrator.dialect;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.CreateObject;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.DropObject;
import dev.migrator.operation.DropSchema;
import dev.migrator.operation.Operations;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.schema.Routine;
import dev.migrator.schema.StoredObject;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.View;
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
 * What becomes of operations on schemas and on what is replaced as a whole, and what that
 * does.
 */
@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2" })
class ObjectOperationsTests {

	private static final String AUDIT = "returns trigger language plpgsql as $$ begin insert into audit values (%d); return new; end $$";

	private static final String JAVA_TRIGGER = """
			for each row as $$
			org.h2.api.Trigger create() {
			    return (connection, before, after) -> connection.createStatement().execute("insert into audit values (%d)");
			}
			$$""";

	@Parameter
	String product = "";

	private LiveDatabase database;

	@BeforeEach
	void open() {
		this.database = new LiveDatabase(this.product);
		this.database.execute("create table hero (id int, name varchar(20))", "create table audit (n int)",
				"insert into hero values (1, 'Deadpond')");
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private void assertUnsupported(Consumer<Operations> migration, String message) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.database.run(migration))
			.withMessageStartingWith(message)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
	}

	@Test
	void schemasComeAndGo() {
		assertThat(this.database.run((op) -> {
			op.createSchema("app");
			op.createSchemaIfNotExists("app");
			op.createSchema("Odd \"one\"");
			op.dropSchema("Odd \"one\"");
			op.execute("create table app.hero (id int)");
		})).containsExactly("create schema app", "create schema if not exists app", "create schema \"Odd \"\"one\"\"\"",
				"drop schema \"Odd \"\"one\"\"\"", "create table app.hero (id int)");
		assertThat(this.database.takes("drop schema app")).isFalse();
		assertThat(this.database.run((op) -> op.dropSchema("app", (drop) -> drop.ifExists().cascade())))
			.containsExactly("drop schema if exists app cascade");
		this.database.assertReversible(new CreateSchema("app", false));
		this.database.execute("create schema other");
		this.database.assertReversible(new DropSchema("other", false, false));
		assertThat(new DropSchema("other", false, true).reverse()).isEmpty();
	}

	@Test
	void aViewComesChangesAndGoes() {
		assertThat(this.database.run((op) -> {
			op.createView("seen", "select id from hero");
			op.replaceView("seen", "select id, name from hero");
		})).containsExactly("create view seen as select id from hero",
				"create or replace view seen as select id, name from hero");
		assertThat(this.database.values("select name as \"value\" from seen")).containsExactly("Deadpond");
		assertThat(
				this.database.run((op) -> op.recreate(new View(TableName.of("seen"), "select name from hero", false))))
			.containsExactly("drop view if exists seen", "create view seen as select name from hero");
		this.database.execute("create view on_top as select name from seen");
		assertThat(this.database.run((op) -> {
			op.dropView("seen", (drop) -> drop.cascade());
			op.dropView("seen", (drop) -> drop.ifExists());
		})).containsExactly("drop view seen cascade", "drop view if exists seen");
		assertThat(this.database.describe("view")).isEmpty();
	}

	@Test
	void aMaterializedViewTakesItsRowsWhenItIsTold() {
		if (!this.database.isPostgresql()) {
			for (Consumer<Operations> migration : List.<Consumer<Operations>>of(
					(op) -> op.createMaterializedView("kept", "select 1"), (op) -> op.refreshMaterializedView("kept"),
					(op) -> op.dropMaterializedView("kept"))) {
				assertUnsupported(migration,
						"H2 has no materialized view that it can drop again, as 'kept' should be.");
			}
			return;
		}
		assertThat(this.database.run((op) -> {
			op.createMaterializedView("kept", "select id from hero");
			op.replaceMaterializedView("kept", "select id, name from hero");
		})).containsExactly("create materialized view kept as select id from hero",
				"drop materialized view if exists kept", "create materialized view kept as select id, name from hero");
		this.database.execute("insert into hero values (2, 'Spider')");
		assertThat(this.database.values("select name as \"value\" from kept")).containsExactly("Deadpond");
		assertThat(this.database.run((op) -> op.refreshMaterializedView("kept")))
			.containsExactly("refresh materialized view kept");
		assertThat(this.database.values("select name as \"value\" from kept")).containsExactly("Deadpond", "Spider");
		this.database.run((op) -> op.createIndex("ux", "kept", (i) -> i.columns("id").unique()));
		assertThat(this.database.run((op) -> op.refreshMaterializedViewConcurrently("kept")))
			.containsExactly("refresh materialized view concurrently kept");
		assertThat(this.database.run((op) -> {
			op.dropMaterializedView("kept");
			op.dropMaterializedView("kept", (drop) -> drop.ifExists());
		})).containsExactly("drop materialized view kept", "drop materialized view if exists kept");
	}

	@Test
	void functionsAndProceduresOfPostgresqlComeChangeAndGo() {
		if (!this.database.isPostgresql()) {
			return;
		}
		String arguments = "a integer, b text default 'x, = y', variadic c integer[] = array[1, 2]";
		assertThat(this.database.run((op) -> {
			op.createFunction("twice", arguments, "returns integer language sql as $$ select a * 2 $$");
			op.replaceFunction("twice", arguments, "returns integer language sql as $$ select a + a $$");
			op.createFunction("twice", "a numeric", "returns numeric language sql as $$ select a * 2 $$");
			op.createProcedure("note", "n integer", "language sql as $$ insert into audit values (n) $$");
			op.replaceProcedure("note", "n integer", "language sql as $$ insert into audit values (-n) $$");
		})).startsWith(
				"create function twice(%s) returns integer language sql as $$ select a * 2 $$".formatted(arguments),
				"create or replace function twice(%s) returns integer language sql as $$ select a + a $$"
					.formatted(arguments));
		this.database.execute("call note(3)");
		assertThat(this.database.values("select twice(n) as \"value\" from audit")).containsExactly("-6");
		assertThat(this.database.run((op) -> {
			op.dropFunction("twice", arguments, (drop) -> drop.cascade());
			op.dropFunction("twice");
			op.dropFunction("twice", "a numeric", (drop) -> drop.ifExists());
			op.dropProcedure("note");
			op.dropProcedure("note", "n integer", (drop) -> drop.ifExists());
		})).containsExactly("drop function twice(a integer, b text, variadic c integer[]) cascade",
				"drop function twice", "drop function if exists twice(a numeric)", "drop procedure note",
				"drop procedure if exists note(n integer)");
		assertThat(this.database.describe("twice")).isEmpty();
	}

	@Test
	void aFunctionOfH2IsAnAlias() {
		if (this.database.isPostgresql()) {
			return;
		}
		assertThat(this.database.run((op) -> {
			op.createFunction("twice", "", "for \"java.lang.Math.negateExact(int)\"");
			op.replaceFunction("twice", "", "as $$ int twice(int a) { return a * 2; } $$");
		})).containsExactly("create alias twice for \"java.lang.Math.negateExact(int)\"", "drop alias if exists twice",
				"create alias twice as $$ int twice(int a) { return a * 2; } $$");
		assertThat(this.database.values("select twice(4) as \"value\"")).containsExactly("8");
		assertThat(this.database.run((op) -> op.dropFunction("twice"))).containsExactly("drop alias twice");
		assertUnsupported((op) -> op.createFunction("twice", "a integer", "returns integer"),
				"H2 has no functions with arguments in SQL, as 'twice' has, but aliases of Java code.");
		assertUnsupported((op) -> op.dropProcedure("note"), "H2 has no procedures such as 'note'.");
	}

	@Test
	void aTriggerComesChangesAndGoes() {
		String event = "before insert";
		List<String> sql;
		if (this.database.isPostgresql()) {
			sql = this.database.run((op) -> {
				op.createFunction("audit1", "", AUDIT.formatted(1));
				op.createFunction("audit2", "", AUDIT.formatted(2));
				op.createTrigger("hero_audit", "hero", event, "for each row execute function audit1()");
				op.replaceTrigger("hero_audit", "hero", event, "for each row execute function audit2()");
			});
			assertThat(sql).endsWith(
					"create trigger hero_audit before insert on hero for each row execute function audit1()",
					"create or replace trigger hero_audit before insert on hero for each row execute function audit2()");
		}
		else {
			sql = this.database.run((op) -> {
				op.createTrigger("hero_audit", "hero", event, JAVA_TRIGGER.formatted(1));
				op.replaceTrigger("hero_audit", "hero", event, JAVA_TRIGGER.formatted(2));
			});
			assertThat(sql).hasSize(3).contains("drop trigger if exists hero_audit");
		}
		this.database.execute("insert into hero values (2, 'Spider')");
		assertThat(this.database.values("select n as \"value\" from audit")).containsExactly("2");
		String on = (this.database.isPostgresql()) ? " on hero" : "";
		assertThat(this.database.run((op) -> {
			op.dropTrigger("hero_audit", "hero");
			op.dropTrigger("hero_audit", "hero", (drop) -> drop.ifExists());
		})).containsExactly("drop trigger hero_audit" + on, "drop trigger if exists hero_audit" + on);
		assertThat(this.database.describe("hero_audit")).isEmpty();
	}

	@Test
	void aTriggerOfAnotherSchemaIsFoundThere() {
		this.database.execute("create schema app", "create table app.hero (id int)");
		String action;
		if (this.database.isPostgresql()) {
			this.database.run((op) -> op.createFunction("audit1", "", AUDIT.formatted(1)));
			action = "for each row execute function audit1()";
		}
		else {
			action = JAVA_TRIGGER.formatted(1);
		}
		this.database.run((op) -> op.createTrigger("OddOne", "app.hero", "before insert", action));
		this.database.execute("insert into app.hero values (1)");
		assertThat(this.database.values("select n as \"value\" from audit")).containsExactly("1");
		assertThat(this.database.run((op) -> op.dropTrigger("OddOne", "app.hero"))).containsExactly(
				(this.database.isPostgresql()) ? "drop trigger \"OddOne\" on app.hero" : "drop trigger app.\"OddOne\"");
	}

	@Test
	void whatIsReversedIsAsItWas() {
		TableName name = TableName.of("seen");
		View before = new View(name, "select id from hero", false);
		View after = new View(name, "select id + 1 as id from hero", false);
		assertReversible(before, after, false);
		assertReversible(before, new View(name, "select name from hero", false), true);
		if (this.database.isPostgresql()) {
			assertReversible(new View(name, "select id from hero", true), new View(name, "select name from hero", true),
					false);
			assertReversible(
					new Routine(name, false, "a integer default 1", "returns integer language sql as 'select a'"),
					new Routine(name, false, "a integer default 1", "returns integer language sql as 'select a + 1'"),
					false);
			assertReversible(new Routine(name, true, "a integer", "language sql as 'insert into audit values (a)'"),
					new Routine(name, true, "a integer", "language sql as 'insert into audit values (1)'"), false);
			this.database.run((op) -> op.createFunction("audit1", "", AUDIT.formatted(1)));
			String action = "for each row execute function audit1()";
			assertReversible(new Trigger("tr", TableName.of("hero"), "before insert", action),
					new Trigger("tr", TableName.of("hero"), "before delete", action), false);
		}
		else {
			assertReversible(new Routine(name, false, "", "as $$ int f(int a) { return a; } $$"),
					new Routine(name, false, "", "as $$ int f(int a) { return -a; } $$"), false);
			assertReversible(new Trigger("tr", TableName.of("hero"), "before insert", JAVA_TRIGGER.formatted(1)),
					new Trigger("tr", TableName.of("hero"), "before delete", JAVA_TRIGGER.formatted(1)), false);
		}
		assertThat(new DropObject(before.reference(), false, false, null).reverse()).isEmpty();
		assertThat(new ReplaceObject(before, false, null).reverse()).isEmpty();
	}

	private void assertReversible(StoredObject before, StoredObject after, boolean recreate) {
		this.database.assertReversible(new CreateObject(before));
		this.database.run((op) -> op.create(before));
		this.database.assertReversible(new ReplaceObject(after, recreate, before));
		this.database.assertReversible(new DropObject(before.reference(), false, false, before));
		this.database.run((op) -> op.drop(before));
	}

}
