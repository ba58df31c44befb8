package dev.migrator.dialect;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Operations;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.test.DialectTarget;
import dev.migrator.test.LiveDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What becomes of operations on columns, and what that does.
 */
@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2" })
class ColumnOperationsTests {

	@Parameter
	String product = "";

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
			.withMessageStartingWith(message)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
	}

	@Test
	void constraintsOfANewColumnStandAloneOrInItsStatement() {
		this.database.execute("create table team (id int primary key)", "create table hero (id int)");
		assertThat(this.database.run((op) -> {
			op.addColumn("hero", "a", Types.integer(), (c) -> c.unique().references("team", "id"));
			op.addColumn("hero", "b", Types.integer(),
					(c) -> c.inline()
						.check("b > 0")
						.unique()
						.foreignKey((key) -> key.references("team", "id").onDelete(ReferentialAction.SET_NULL)));
			op.addColumn("hero", "c", Types.integer(), (c) -> c.inline().primaryKey());
			op.addColumnIfNotExists("hero", "b", Types.text());
			op.addColumnIfNotExists("hero", "d", Types.integer(), (c) -> c.unique().comment("Fourth"));
		})).containsExactly("alter table hero add column a integer", "alter table hero add unique (a)",
				"alter table hero add foreign key (a) references team (id)",
				"alter table hero add column b integer check (b > 0) unique references team (id) on delete set null",
				"alter table hero add column c integer not null primary key",
				"alter table hero add column if not exists b "
						+ ((this.database.isPostgresql()) ? "text" : "character large object"),
				"alter table hero add column if not exists d integer unique", "comment on column hero.d is 'Fourth'");
		assertThat(this.database.describe("constraint " + ((this.database.isPostgresql()) ? "hero." : "\"HERO\".")))
			.hasSize(7);
		this.database.execute("insert into team (id) values (1)", "insert into hero (b, c) values (1, 1)");
		assertThat(this.database.takes("insert into hero (b, c) values (2, 2)")).isFalse();
		this.database.execute("delete from team");
		assertThat(this.database.values("select b as \"value\" from hero")).containsExactly("null");
	}

	@Test
	void whatCannotStandInAColumnsStatementIsRefused() {
		assertUnsupported(
				(op) -> op.addColumn("hero", "b", Types.integer(),
						(c) -> c.inline().foreignKey((key) -> key.references("team", "id").notValid())),
				"A constraint cannot be added in the same statement as the column 'b'");
	}

	@Test
	void aColumnIsDroppedWithWhatDependsOnIt() {
		this.database.execute("create table hero (id int, age int)", "create view seen as select age from hero");
		assertThat(this.database.takes("alter table hero drop column age")).isFalse();
		if (this.database.isPostgresql()) {
			assertThat(this.database.run((op) -> op.dropColumn("hero", "age", (drop) -> drop.ifExists().cascade())))
				.containsExactly("alter table hero drop column if exists age cascade");
			assertThat(this.database.describe("seen")).isEmpty();
		}
		else {
			assertUnsupported((op) -> op.dropColumn("hero", "age", (drop) -> drop.cascade()),
					"H2 has no way to drop with a column what depends on it.");
		}
	}

	@Test
	void allOfAColumnChangesInAnOrderThatWorks() {
		this.database.execute("create table hero (id int, age varchar(10) default '1')",
				"insert into hero values (1, '41')");
		assertThat(this.database.run((op) -> op.alterColumn("hero", "age",
				(c) -> c.rename("years")
					.comment("In years")
					.defaultValue(7)
					.notNull()
					.using("cast(age as integer) + 1")
					.type(Types.integer()))))
			.containsExactly("alter table hero alter column age drop default",
					"alter table hero alter column age set data type integer using cast(age as integer) + 1",
					"alter table hero alter column age set not null", "alter table hero alter column age set default 7",
					"comment on column hero.age is 'In years'",
					(this.database.isPostgresql()) ? "alter table hero rename column age to years"
							: "alter table hero alter column age rename to years");
		this.database.execute("insert into hero (id) values (2)");
		assertThat(this.database.values("select years as \"value\" from hero order by id")).containsExactly("42", "7");
		this.database.run((op) -> op.alterColumn("hero", "years", (c) -> c.dropComment()));
		assertThat(this.database.describe("comment")).isEmpty();
	}

	@Test
	void aColumnBeginsToCountCountsOtherwiseAndStops() {
		this.database.execute("create table hero (id int not null, name varchar(9))");
		List<String> sql = this.database.run((op) -> {
			op.alterColumn("hero", "id",
					(c) -> c.addIdentity((i) -> i.always().startWith(5).incrementBy(5).maxValue(500).noCycle()));
			op.insert(TableName.of("hero")).set("name", "a");
			op.alterColumn("hero", "id",
					(c) -> c.alterIdentity((i) -> i.byDefault().incrementBy(2).noMaxValue().cache(4).restartWith(40)));
			op.insert(TableName.of("hero")).set("name", "b");
			op.insert(TableName.of("hero")).set("name", "c");
			op.insert(TableName.of("hero")).set("id", 1);
			op.alterColumn("hero", "id", (c) -> c.dropIdentity());
		});
		assertThat(this.database.values("select id as \"value\" from hero order by id")).containsExactly("1", "5", "40",
				"42");
		assertThat(sql.get(0)).isEqualTo("alter table hero alter column id " + ((this.database.isPostgresql())
				? "add generated always as identity (start with 5 increment by 5 maxvalue 500 no cycle)"
				: "set generated always set increment by 5 set maxvalue 500 set no cycle restart with 5"));
		assertThat(sql).contains(
				"alter table hero alter column id set generated by default set increment by 2 set no maxvalue set cache 4 restart with 40",
				"alter table hero alter column id drop identity");
		assertThat(this.database.takes("insert into hero (name) values ('d')")).isFalse();
	}

	@Test
	void aFirstNumberIsNoNextNumber() {
		Consumer<Operations> change = (op) -> op.alterColumn("hero", "id",
				(c) -> c.alterIdentity((i) -> i.startWith(9)));
		this.database.execute("create table hero (id int generated always as identity)");
		if (this.database.isPostgresql()) {
			assertThat(this.database.run(change)).containsExactly("alter table hero alter column id set start with 9");
		}
		else {
			assertUnsupported(change,
					"H2 has no way to change the first number of a column that counts, as 'id' does.");
		}
	}

	@Test
	void aComputedColumnChangesWhereTheDatabaseCan() {
		this.database.execute("create table hero (a int, b int generated always as (a + 1) "
				+ ((this.database.isPostgresql()) ? "stored" : "") + ")");
		assertThat(this.database.run((op) -> op.alterColumn("hero", "b",
				(c) -> c.computed("a * 2").existing(Types.integer(), (old) -> old.computed("a + 1").comment("b!")))))
			.containsExactly("alter table hero alter column b " + ((this.database.isPostgresql())
					? "set expression as (a * 2)" : "integer generated always as (a * 2) comment 'b!'"));
		this.database.execute("insert into hero (a) values (21)");
		assertThat(this.database.run((op) -> op.alterColumn("hero", "b", (c) -> c.dropComputed())))
			.containsExactly("alter table hero alter column b drop expression");
		this.database.execute("insert into hero (a, b) values (1, 7)");
		assertThat(this.database.values("select b as \"value\" from hero order by b")).containsExactly("7", "42");
		if (!this.database.isPostgresql()) {
			assertUnsupported((op) -> op.alterColumn("hero", "b", (c) -> c.computed("a")),
					"H2 changes how 'hero.b' is computed only together with its type, which is not said.");
			assertUnsupported((op) -> op.addColumn("hero", "c", Types.integer(), (c) -> c.computedVirtual("a")),
					"H2 has no column that is computed when it is read, as 'c' would be.");
		}
	}

	@Test
	void whatAVersionOfPostgresqlLacksIsRefused() {
		Operations op = new DialectTarget(Dialects.of(new DatabaseInfo("PostgreSQL", 14, 0, null, null)), null)
			.operations();
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> op.addColumn("hero", "b", Types.integer(), (c) -> c.computedVirtual("a")))
			.withMessage(
					"PostgreSQL has no column that is computed when it is read, as 'b' would be, before version 18,"
							+ " and this is version 14. Leave that out, or upgrade the server first.");
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> op.alterColumn("hero", "b", (c) -> c.computed("a")))
			.withMessageStartingWith(
					"PostgreSQL has no other expression for a computed column such as 'hero.b' before version 17");
	}

	@Test
	void textIsComparedAndUpdatesAreSeenAsTheDatabaseCan() {
		Consumer<Operations> collated = (op) -> op.createTable("hero",
				(t) -> t.column("name", Types.text()).collate("C"));
		Consumer<Operations> updated = (op) -> op.createTable("hero", (t) -> {
			t.column("id", Types.integer());
			t.column("changed", Types.integer()).onUpdate("7");
		});
		if (this.database.isPostgresql()) {
			assertThat(this.database.run(collated))
				.containsExactly("create table hero (\n    name text collate \"C\"\n)");
			assertThat(this.database.describe("collate")).hasSize(1);
			assertUnsupported(updated,
					"PostgreSQL gives a column no other value by itself on each update, as 'changed'");
		}
		else {
			assertUnsupported(collated, "H2 has no collation of a single column, as 'name' would have it.");
			assertThat(this.database.run(updated))
				.containsExactly("create table hero (\n    id integer,\n    changed integer on update 7\n)");
			this.database.execute("insert into hero values (1, 1)", "update hero set id = 2");
			assertThat(this.database.values("select changed as \"value\" from hero")).containsExactly("7");
		}
	}

	@Test
	void aChangeOfNothingIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.database.run((op) -> op.alterColumn("hero", "id", (c) -> c.existing(Types.text()))))
			.withMessage("alterColumn of hero.id changes nothing");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.database.run((op) -> op.alterColumn("hero", "id", (c) -> c.notNull().using("1"))))
			.withMessage("alterColumn of hero.id: using(…) needs type(…)");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.database.run((op) -> op.alterColumn("hero", "id", (c) -> c.alterIdentity((i) -> {
			}))))
			.withMessage("alterIdentity(…) changes nothing");
	}

}
