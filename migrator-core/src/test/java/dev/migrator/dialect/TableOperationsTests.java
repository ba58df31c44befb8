package dev.migrator.dialect;

import java.util.List;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.SetTableComment;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
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

/**
 * What becomes of operations on whole tables, and what that does.
 */
@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2" })
class TableOperationsTests {

	private static final TableName HERO = TableName.of("hero");

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

	@Test
	void aTableMaySayAllThatColumnsMayBe() {
		List<String> sql = this.database.run((op) -> op.createTable("hero", (t) -> {
			t.column("id", Types.bigint())
				.identity((i) -> i.always().startWith(5).incrementBy(2).minValue(1).maxValue(1000).cache(3).cycle());
			t.column("price", Types.integer()).notNull();
			t.column("twice", Types.integer()).computed("price * 2");
			t.primaryKey("id");
		}));
		String stored = (this.database.isPostgresql()) ? " stored" : "";
		assertThat(sql).containsExactly(
				"""
						create table hero (
						    id bigint generated always as identity (start with 5 increment by 2 minvalue 1 maxvalue 1000 cache 3 cycle) not null,
						    price integer not null,
						    twice integer generated always as (price * 2)%s,
						    primary key (id)
						)"""
					.formatted(stored));
		this.database.execute("insert into hero (price) values (7)", "insert into hero (price) values (8)");
		assertThat(this.database.values("select id || ' ' || twice as \"value\" from hero order by id"))
			.containsExactly("5 14", "7 16");
		assertThat(this.database.takes("insert into hero (id, price) values (1, 1)")).isFalse();
	}

	@Test
	void aTableIsDroppedWithWhatDependsOnIt() {
		this.database.execute("create table hero (id int)", "create view seen as select id from hero");
		assertThat(this.database.takes("drop table hero restrict")).isFalse();
		assertThat(this.database.run((op) -> {
			op.dropTable("hero", (drop) -> drop.cascade());
			op.dropTable("hero", (drop) -> drop.ifExists().cascade());
			op.dropTableIfExists("hero");
		})).containsExactly("drop table hero cascade", "drop table if exists hero cascade",
				"drop table if exists hero");
		assertThat(this.database.describe("seen")).isEmpty();
	}

	@Test
	void aCommentComesAndGoes() {
		this.database.execute("create table hero (id int)");
		assertThat(this.database.run((op) -> op.createTableComment("hero", "It's \"one\"\nof two lines")))
			.containsExactly("comment on table hero is 'It''s \"one\"\nof two lines'");
		assertThat(this.database.describe("It's").size() + this.database.describe("It''s").size()).isEqualTo(1);
		assertThat(this.database.run((op) -> op.dropTableComment("hero")))
			.containsExactly("comment on table hero is null");
		assertThat(this.database.describe("comment")).isEmpty();
	}

	@Test
	void whatIsReversedLeavesNothing() {
		Table table = new Table(HERO,
				List.of(new Column("id", Types.bigint(), false, null, Identity.ALWAYS, "Its number", null, null, null),
						new Column("name", Types.varchar(20), true, new ColumnDefault.Value("x"), false, null)),
				List.of(new Constraint.PrimaryKey("pk_hero", List.of("id")),
						new Constraint.Check("ck_hero", "name <> ''")),
				List.of(new Index("ix_hero", List.of(new IndexColumn("name", false, true)), false, null)), "Heroes");
		this.database.assertReversible(new CreateTable(table, false));
		this.database.run((op) -> op.apply(new CreateTable(table, true)));
		this.database.assertReversible(new DropTable(HERO, false, false, table));
		this.database.assertReversible(new RenameTable(HERO, "Other \"one\""));
		this.database.assertReversible(new SetTableComment(HERO, "Others", "Heroes"));
		this.database.assertReversible(new SetTableComment(HERO, null, "Heroes"));
		assertThat(new DropTable(HERO, false).reverse()).isEmpty();
	}

	@Test
	void aDatabaseLooksAtItsOwnOptionsOnly() {
		List<String> sql = this.database.run((op) -> {
			op.createTable("base", (t) -> t.column("id", Types.integer()));
			op.createTable("hero", (t) -> {
				t.column("id", Types.integer());
				t.option("postgresql", "unlogged", "true");
				t.option("postgresql", "with", "fillfactor = 70");
				t.option("postgresql", "tablespace", "pg_default");
				t.option("mysql", "engine", "InnoDB");
			});
			op.createTable("part", (t) -> {
				t.column("id", Types.integer());
				t.option("postgresql", "partition_by", "range (id)");
				t.option("mariadb", "charset", "utf8mb4");
			});
			op.createTable("child", (t) -> {
				t.column("own", Types.integer());
				t.option("postgresql", "inherits", "base");
			});
		});
		if (this.database.isPostgresql()) {
			assertThat(sql.subList(1, 4)).containsExactly(
					"create unlogged table hero (\n    id integer\n) with (fillfactor = 70) tablespace pg_default",
					"create table part (\n    id integer\n) partition by range (id)",
					"create table child (\n    own integer\n) inherits (base)");
			assertThat(this.database.describe("table hero"))
				.containsExactly("table hero unlogged with (fillfactor=70)");
		}
		else {
			assertThat(sql.subList(1, 4)).containsExactly("create table hero (\n    id integer\n)",
					"create table part (\n    id integer\n)", "create table child (\n    own integer\n)");
		}
	}

	@Test
	void anOptionThatADatabaseDoesNotKnowIsRefused() {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> new DialectTarget(Dialects.named(this.product), null).operations()
				.createTable("hero", (t) -> t.option(this.product, "engine", "fast")))
			.withMessageContaining(" has no table option 'engine', as 'hero' would have it.")
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
	}

}
