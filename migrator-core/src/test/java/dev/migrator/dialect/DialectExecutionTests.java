package dev.migrator.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.Operations;
import dev.migrator.operation.Row;
import dev.migrator.schema.Column;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Types;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import dev.migrator.test.DialectTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrator.operation.Sql.column;
import static dev.migrator.operation.Sql.condition;
import static dev.migrator.operation.Sql.expression;
import static dev.migrator.operation.Sql.table;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.json;
import static dev.migrator.schema.Types.numeric;
import static dev.migrator.schema.Types.text;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each operation runs on the real databases.
 */
@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2" })
class DialectExecutionTests {

	@Parameter
	String database = "";

	private SqlSession session;

	private Dialect dialect;

	private Operations op;

	@BeforeEach
	void open() {
		this.session = JdbcSession.open((isPostgresql()) ? Databases.postgresql() : Databases.h2());
		this.dialect = Dialects.of(this.session.database());
		this.op = new DialectTarget(this.dialect, this.session).operations();
	}

	@AfterEach
	void close() {
		this.session.close();
	}

	private boolean isPostgresql() {
		return this.database.equals("postgresql");
	}

	@Test
	void aTableIsCreatedWithAllThatBelongsToIt() {
		this.op.execute("create schema app");
		this.op.createTable("app.team", (t) -> t.column("id", bigint()).identity().primaryKey());
		this.op.createTable("hero", (t) -> {
			t.column("id", bigint()).identity();
			t.column("name", varchar(200)).notNull().defaultValue("Dead'pond\\");
			t.column("age", integer()).check("age > 0");
			t.column("tags", json()).defaultValue("{\"a\": 1}");
			t.column("team_id", bigint()).references("app.team", "id", ReferentialAction.SET_NULL);
			t.constraint("pk_hero").primaryKey("id");
			t.constraint("uq_hero").unique("name", "age");
			t.index("ix_hero_age", "age");
			t.comment("It's a hero");
			t.column("order", text()).comment("Free text");
		});
		this.op.execute("insert into app.team default values");
		this.op.insert(table("hero")).set("age", 1).set("team_id", 1);
		Row row = this.op.query("select * from hero").get(0);
		assertThat(row.number("id")).isEqualTo(1);
		assertThat(row.string("name")).isEqualTo("Dead'pond\\");
		assertThat(this.op.query("select 1 from hero where %s"
			.formatted((isPostgresql()) ? "(tags->>'a')::int = 1" : "(tags).\"a\" = json '1'"))).hasSize(1);
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> this.op.insert(table("hero")).set("age", 1).execute())
			.withMessageMatching("(?is).*uq_hero.*");
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> this.op.insert(table("hero")).set("age", 0).execute());
		this.op.delete(table("app.team"));
		this.op.flush();
		assertThat(this.op.query("select team_id from hero").get(0).get("team_id")).isNull();
		assertThat(comments()).containsExactlyInAnyOrder("It's a hero", "Free text");
		assertThat(indexes("hero")).contains("ix_hero_age");
	}

	private List<String> comments() {
		String sql = (isPostgresql()) ? "select description as text from pg_description where objoid = 'hero'::regclass"
				: "select remarks as text from information_schema.tables where table_name = 'HERO' union all "
						+ "select remarks from information_schema.columns where table_name = 'HERO' and remarks <> ''";
		List<String> comments = new ArrayList<>();
		this.op.query(sql).forEach((row) -> comments.add(String.valueOf(row.get("text"))));
		return comments;
	}

	private List<String> indexes(String table) {
		String sql = (isPostgresql()) ? "select indexname as name from pg_indexes where lower(tablename) = ?"
				: "select index_name as name from information_schema.indexes where lower(table_name) = ?";
		return this.op.query(sql, table)
			.stream()
			.map((row) -> String.valueOf(row.get("name")).toLowerCase(Locale.ROOT))
			.toList();
	}

	@Test
	void tablesAreRenamedAndDropped() {
		this.op.execute("create schema app");
		this.op.createTable("app.hero", (t) -> t.column("id", integer()));
		this.op.createTableIfNotExists("app.hero", (t) -> {
			t.column("id", integer());
			t.index("ix", "id");
		});
		this.op.renameTable("app.hero", "Odd \"name\"");
		assertThat(this.dialect.tableExists(table("app.hero"), this.session)).isFalse();
		assertThat(this.dialect.tableExists(table("app.\"Odd \"\"name\"\"\""), this.session)).isTrue();
		this.op.dropTable("app.\"Odd \"\"name\"\"\"");
		this.op.dropTableIfExists("app.hero");
		assertThat(this.dialect.tableExists(table("app.\"Odd \"\"name\"\"\""), this.session)).isFalse();
	}

	@Test
	void columnsAreAddedChangedAndDropped() {
		this.op.createTable("hero", (t) -> t.column("id", integer()).notNull());
		this.op.bulkInsert("hero", List.of(Map.of("id", 1)));
		this.op.addColumn("hero", "years", varchar(10), (c) -> c.notNull().defaultValue("41").unique());
		this.op.apply(new AddColumn(table("hero"), new Column("years", text(), true, null, false, null), true));
		this.op.alterColumn("hero", "years",
				(c) -> c.type(integer()).using("cast(years as integer) + 1").nullable().defaultValue(7).rename("age"));
		assertThat(this.op.query("select age from hero").get(0).number("age")).isEqualTo(42);
		this.op.insert(table("hero")).set("id", 2);
		this.op.insert(table("hero")).set("id", 3).set("age", null);
		assertThat(this.op.query("select age from hero where age = 7")).hasSize(1);
		this.op.update(table("hero")).set("age", 0).where(column("age").isNull());
		this.op.alterColumn("hero", "age", (c) -> c.notNull().dropDefault());
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> this.op.insert(table("hero")).set("id", 4).execute());
		this.op.addColumn("hero", "born", Types.date(), (c) -> c.defaultExpression("current_date"));
		this.op.dropColumn("hero", "born");
		this.op.apply(new DropColumn(table("hero"), "born", true));
		assertThat(this.op.query("select * from hero").get(0).asMap().keySet())
			.extracting((name) -> name.toLowerCase(Locale.ROOT))
			.containsExactlyInAnyOrder("id", "age");
	}

	@Test
	void indexesAreCreatedAndDroppedInAnySchema() {
		this.op.execute("create schema app");
		this.op.createTable("app.hero", (t) -> {
			t.column("name", varchar(9));
			t.column("age", integer());
		});
		this.op.createIndex("ix", "app.hero", (i) -> i.columns("name").descending("age").concurrently());
		this.op.createIndex("ix", "app.hero", (i) -> i.columns("name").ifNotExists());
		this.op.createIndex("ux", "app.hero", (i) -> i.columns("name").unique());
		assertThat(indexes("hero")).containsExactlyInAnyOrder("ix", "ux");
		this.op.dropIndex("ix", "app.hero");
		this.op.dropIndexConcurrently("ux", "app.hero");
		this.op.apply(new DropIndex(table("app.hero"), "ux", true, false));
		assertThat(indexes("hero")).isEmpty();
		if (isPostgresql()) {
			this.op.createIndex("ex", "app.hero",
					(i) -> i.expression("lower(name)").descending("age").unique().where("age > 0"));
			assertThat(
					this.op.query("select indexdef from pg_indexes where indexname = 'ex'").get(0).string("indexdef"))
				.isEqualTo(
						"CREATE UNIQUE INDEX ex ON app.hero USING btree (lower((name)::text), age DESC) WHERE (age > 0)");
		}
	}

	@Test
	void constraintsAreAddedAndDropped() {
		this.op.createTable("team", (t) -> t.column("id", integer()).primaryKey());
		this.op.createTable("hero", (t) -> {
			t.column("id", integer()).notNull();
			t.column("age", integer());
		});
		this.op.createPrimaryKey("pk", "hero", "id");
		this.op.createUniqueConstraint("uq", "hero", "age");
		this.op.createCheckConstraint("ck", "hero", "age > 0");
		this.op.createForeignKey("fk", "hero", "team", List.of("age"), List.of("id"));
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> this.op.insert(table("hero")).set("id", 1).set("age", 1).execute());
		this.op.dropConstraint("fk", "hero", ConstraintType.FOREIGN_KEY);
		this.op.dropConstraint("ck", "hero", ConstraintType.CHECK);
		this.op.dropConstraint("uq", "hero", ConstraintType.UNIQUE);
		this.op.dropConstraint("pk", "hero", ConstraintType.PRIMARY_KEY);
		this.op.apply(new DropConstraint(table("hero"), "fk", ConstraintType.FOREIGN_KEY, true));
		this.op.bulkInsert("hero", List.of(Map.of("id", 1, "age", 0), Map.of("id", 1, "age", 0)));
		assertThat(this.op.query("select * from hero")).hasSize(2);
	}

	@Test
	void rowsAreInsertedChangedAndDeleted() {
		this.op.createTable("hero", (t) -> {
			t.column("id", integer());
			t.column("name", varchar(20)).defaultValue("none");
			t.column("pay", numeric(10, 2));
		});
		assertThat(this.op.insert(table("hero")).execute()).isEqualTo(1);
		List<Map<String, Object>> rows = new ArrayList<>();
		for (int i = 0; i < 1001; i++) {
			rows.add(Map.of("id", i, "name", expression("upper('hero')"), "pay", i + 0.5));
		}
		assertThat(this.op.bulkInsert("hero", rows)).isEqualTo(1001);
		assertThat(this.op.update(table("hero"))
			.set("pay", expression("pay * 2"))
			.set("name", "Dora")
			.where(column("id").in(1, 2, 3).and(column("pay").ge(2)).or(column("name").eq("none")))
			.execute()).isEqualTo(3);
		assertThat(this.op.query("select pay from hero where id = 2").get(0).string("pay")).isEqualTo("5.00");
		assertThat(this.op.delete(table("hero")).where(condition("id > ?", 10).or(column("pay").isNull())).execute())
			.isEqualTo(991);
		assertThat(this.op.delete(table("hero")).execute()).isEqualTo(11);
	}

	@Test
	void existenceOfATableHonoursSchemaAndCase() {
		this.op.execute("create schema app");
		this.op.execute("create table app.inner_one (id integer)");
		this.op.execute("create table \"Hero\" (id integer)");
		this.op.execute("create table plain (id integer)");
		this.op.execute("create view seen as select * from plain");
		assertThat(exists("plain")).isTrue();
		assertThat(exists("Hero")).isTrue();
		assertThat(exists("hero")).isFalse();
		assertThat(exists("inner_one")).isFalse();
		assertThat(exists("app.inner_one")).isTrue();
		assertThat(exists("app.plain")).isFalse();
		assertThat(exists("nowhere.plain")).isFalse();
		assertThat(exists("seen")).isFalse();
		this.op.execute((isPostgresql()) ? "set search_path to app" : "set schema app");
		assertThat(exists("inner_one")).isTrue();
		assertThat(exists("plain")).isFalse();
	}

	private boolean exists(String name) {
		return this.dialect.tableExists(table(name), this.session);
	}

	@Test
	void exactlyTheKeywordsAreQuoted() {
		Set<String> words = new TreeSet<>(Set.of("_rowid_", "rownum", "minus", "qualify", "uescape", "unknown", "if",
				"key", "groups", "rows", "range", "regexp", "over", "partition", "top", "current_path",
				"current_default_transform_group", "value", "values", "intersects", "sysdate", "today"));
		try (SqlSession postgresql = JdbcSession.open(Databases.postgresql())) {
			postgresql.query(SqlStatement.of("select word from pg_get_keywords()"))
				.forEach((row) -> words.add(String.valueOf(row.get("word"))));
		}
		assertThat(words).hasSizeGreaterThan(450);
		for (String word : words) {
			String name = this.dialect.quote(word);
			this.op.execute("create table %1$s (%1$s integer)".formatted(name));
			this.op.insert(table(word)).set(word, 1);
			assertThat(this.op.update(table(word)).set(word, 2).where(column(word).eq(1)).execute()).as(word)
				.isEqualTo(1);
			this.op.execute("drop table " + name);
			if (!name.equals(word)) {
				assertThat(isUsable(word)).as("'%s' needs no quotes", word).isFalse();
			}
		}
	}

	// PostgreSQL lets some keywords name a table, but not what else has a name.
	private boolean isUsable(String word) {
		return Stream
			.of("create table %1$s (%1$s integer)", "select %1$s.%1$s from %1$s", "select max(%1$s) from %1$s %1$s",
					"drop table %1$s")
			.allMatch((sql) -> succeeds(sql.formatted(word)));
	}

	private boolean succeeds(String sql) {
		try {
			this.session.execute(SqlStatement.of(sql));
			return true;
		}
		catch (SqlSessionException ex) {
			return false;
		}
	}

}
