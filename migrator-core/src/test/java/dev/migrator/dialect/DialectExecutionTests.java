package dev.migrator.dialect;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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
import dev.migrator.test.LiveDatabase;
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
@ValueSource(strings = { "postgresql", "h2", "mariadb", "mysql" })
class DialectExecutionTests {

	@Parameter
	String product = "";

	// On MariaDB and MySQL a schema is one of the whole server.
	private final String app = "app_" + System.nanoTime();

	private LiveDatabase database;

	private SqlSession session;

	private Dialect dialect;

	private Operations op;

	@BeforeEach
	void open() {
		this.database = new LiveDatabase(this.product);
		this.session = this.database.session();
		this.dialect = this.database.dialect();
		this.op = new DialectTarget(this.dialect, this.session).operations();
	}

	@AfterEach
	void close() {
		if (isMysqlFamily()) {
			this.database.execute("set foreign_key_checks = 0", "drop database if exists " + this.app);
		}
		this.database.close();
	}

	private boolean isPostgresql() {
		return this.database.isPostgresql();
	}

	private boolean isMysqlFamily() {
		return this.product.equals("mariadb") || this.database.isMysql();
	}

	// MySQL adds and drops parts of a table without a condition only.
	private void whereConditionsAreKnown(Runnable operations) {
		if (!this.database.isMysql()) {
			operations.run();
		}
	}

	@Test
	void aTableIsCreatedWithAllThatBelongsToIt() {
		this.op.execute("create schema " + this.app);
		this.op.createTable(this.app + ".team", (t) -> t.column("id", bigint()).identity().primaryKey());
		this.op.createTable("hero", (t) -> {
			t.column("id", bigint()).identity();
			t.column("name", varchar(200)).notNull().defaultValue("Dead'pond\\");
			t.column("age", integer()).check("age > 0");
			t.column("tags", json()).defaultValue("{\"a\": 1}");
			t.column("team_id", bigint()).references(this.app + ".team", "id", ReferentialAction.SET_NULL);
			t.constraint("pk_hero").primaryKey("id");
			t.constraint("uq_hero").unique("name", "age");
			t.index("ix_hero_age", "age");
			t.comment("It's a \\hero");
			t.column("order", text()).comment("Free text");
		});
		this.op.insert(table(this.app + ".team"));
		this.op.insert(table("hero")).set("age", 1).set("team_id", 1);
		Row row = this.op.query("select * from hero").get(0);
		assertThat(row.number("id")).isEqualTo(1);
		assertThat(row.string("name")).isEqualTo("Dead'pond\\");
		assertThat(this.op.query("select 1 from hero where " + switch (this.product) {
			case "postgresql" -> "(tags->>'a')::int = 1";
			case "h2" -> "(tags).\"a\" = json '1'";
			default -> "json_value(tags, '$.a') = 1";
		})).hasSize(1);
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> this.op.insert(table("hero")).set("age", 1).execute())
			.withMessageMatching("(?is).*uq_hero.*");
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> this.op.insert(table("hero")).set("age", 0).execute());
		this.op.delete(table(this.app + ".team"));
		this.op.flush();
		assertThat(this.op.query("select team_id from hero").get(0).get("team_id")).isNull();
		assertThat(comments()).containsExactlyInAnyOrder("It's a \\hero", "Free text");
		assertThat(indexes("hero")).contains("ix_hero_age");
	}

	private List<String> comments() {
		return names(switch (this.product) {
			case "postgresql" -> "select description as name from pg_description where objoid = 'hero'::regclass";
			case "h2" -> """
					select remarks as name from information_schema.tables where table_name = 'HERO' union all
					select remarks from information_schema.columns where table_name = 'HERO' and remarks <> ''""";
			default -> """
					select table_comment as name from information_schema.tables where table_schema = database()
					union all select column_comment from information_schema.columns
					where table_schema = database() and column_comment <> ''""";
		});
	}

	private List<String> indexes(String table) {
		String sql = switch (this.product) {
			case "postgresql" -> "select indexname as name from pg_indexes where lower(tablename) = '%s'";
			case "h2" ->
				"select lower(index_name) as name from information_schema.indexes where lower(table_name) = '%s'";
			default -> """
					select distinct index_name as name from information_schema.statistics where table_name = '%%s'
					and table_schema in (database(), '%s')""".formatted(this.app);
		};
		return names(sql.formatted(table));
	}

	private List<String> names(String sql) {
		return this.op.query(sql).stream().map((row) -> String.valueOf(row.get("name"))).toList();
	}

	@Test
	void tablesAreRenamedInTheirSchemaAndDropped() {
		this.op.execute("create schema " + this.app);
		String hero = this.app + ".hero";
		this.op.createTable(hero, (t) -> t.column("id", integer()));
		this.op.createTableIfNotExists(hero, (t) -> {
			t.column("id", integer());
			t.index("ix", "id");
		});
		String odd = this.app + ".\"Odd `name` \"\"\"";
		this.op.renameTable(hero, "Odd `name` \"");
		assertThat(exists(hero)).isFalse();
		assertThat(exists(odd)).isTrue();
		this.op.dropTable(odd);
		this.op.dropTableIfExists(hero);
		assertThat(exists(odd)).isFalse();
	}

	@Test
	void columnsAreAddedChangedAndDropped() {
		this.op.createTable("hero", (t) -> t.column("id", integer()).notNull());
		this.op.bulkInsert("hero", List.of(Map.of("id", 1)));
		this.op.addColumn("hero", "years", varchar(10), (c) -> c.notNull().defaultValue("41").unique());
		whereConditionsAreKnown(() -> this.op
			.apply(new AddColumn(table("hero"), new Column("years", text(), true, null, false, null), true)));
		this.op.alterColumn("hero", "years", (c) -> {
			c.type(integer()).nullable().defaultValue(7).rename("age");
			if (!isMysqlFamily()) {
				c.using("cast(years as integer) + 1");
			}
		});
		assertThat(this.op.query("select age from hero").get(0).number("age")).isEqualTo((isMysqlFamily()) ? 41 : 42);
		this.op.insert(table("hero")).set("id", 2);
		this.op.insert(table("hero")).set("id", 3).set("age", null);
		assertThat(this.op.query("select age from hero where age = 7")).hasSize(1);
		this.op.update(table("hero")).set("age", 0).where(column("age").isNull());
		this.op.alterColumn("hero", "age", (c) -> c.type(bigint()).notNull().dropDefault());
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> this.op.insert(table("hero")).set("id", 4).execute());
		this.op.alterColumn("hero", "age", (c) -> c.defaultExpression("1 + 1"));
		this.op.insert(table("hero")).set("id", 5);
		assertThat(this.op.query("select age from hero where id = 5").get(0).number("age")).isEqualTo(2);
		this.op.alterColumn("hero", "age", (c) -> c.dropDefault());
		this.op.addColumn("hero", "born", Types.date(), (c) -> c.defaultExpression("current_date"));
		this.op.dropColumn("hero", "born");
		whereConditionsAreKnown(() -> this.op.apply(new DropColumn(table("hero"), "born", true)));
		assertThat(this.op.query("select * from hero").get(0).asMap().keySet())
			.extracting((name) -> name.toLowerCase(Locale.ROOT))
			.containsExactlyInAnyOrder("id", "age");
	}

	@Test
	void indexesAreCreatedAndDroppedInAnySchema() {
		this.op.execute("create schema " + this.app);
		String hero = this.app + ".hero";
		this.op.createTable(hero, (t) -> {
			t.column("name", varchar(9));
			t.column("age", integer());
		});
		this.op.createIndex("ix", hero, (i) -> i.columns("name").descending("age").concurrently());
		whereConditionsAreKnown(() -> {
			this.op.createIndex("ix", hero, (i) -> i.columns("name").ifNotExists());
			this.op.createIndex("ix", hero, (i) -> i.columns("name").ifNotExists().concurrently());
		});
		this.op.createIndex("ux", hero, (i) -> i.columns("name").unique());
		assertThat(indexes("hero")).containsExactlyInAnyOrder("ix", "ux");
		this.op.dropIndex("ix", hero);
		this.op.dropIndexConcurrently("ux", hero);
		whereConditionsAreKnown(() -> {
			this.op.apply(new DropIndex(table(hero), "ux", true, false));
			this.op.apply(new DropIndex(table(hero), "ux", true, true));
		});
		assertThat(indexes("hero")).isEmpty();
		if (isPostgresql()) {
			this.op.createIndex("ex", hero,
					(i) -> i.expression("lower(name)").descending("age").unique().where("age > 0"));
			assertThat(
					this.op.query("select indexdef from pg_indexes where indexname = 'ex'").get(0).string("indexdef"))
				.isEqualTo("CREATE UNIQUE INDEX ex ON %s USING btree (lower((name)::text), age DESC) WHERE (age > 0)"
					.formatted(hero));
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
		whereConditionsAreKnown(() -> EnumSet.complementOf(EnumSet.of(ConstraintType.EXCLUSION))
			.forEach((type) -> this.op.apply(new DropConstraint(table("hero"), "fk", type, true))));
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
		this.op.execute("create schema " + this.app);
		this.op.execute("create table %s.inner_one (id integer)".formatted(this.app));
		this.op.execute("create table %s (id integer)".formatted(this.dialect.quote("Hero")));
		this.op.execute("create table plain (id integer)");
		this.op.execute("create view seen as select * from plain");
		if (!this.database.isMysql()) {
			this.op.execute("create sequence counted");
		}
		assertThat(exists("plain")).isTrue();
		assertThat(exists("Hero")).isTrue();
		assertThat(exists("hero")).isFalse();
		assertThat(exists("inner_one")).isFalse();
		assertThat(exists(this.app + ".inner_one")).isTrue();
		assertThat(exists(this.app + ".plain")).isFalse();
		assertThat(exists("nowhere.plain")).isFalse();
		assertThat(exists("seen")).isFalse();
		assertThat(exists("counted")).isFalse();
		assertThat(this.dialect.schemaExists(this.app, this.session)).isTrue();
		assertThat(this.dialect.schemaExists("App" + this.app.substring(3), this.session)).isFalse();
		String before = this.dialect.currentSchema(this.session);
		List<SqlStatement> back = this.dialect.useSchema(this.app, this.session);
		assertThat(exists("inner_one")).isTrue();
		// PostgreSQL goes on to look where it looked before.
		assertThat(exists("plain")).isEqualTo(isPostgresql());
		assertThat(this.dialect.currentSchema(this.session)).isEqualToIgnoringCase(this.app);
		back.forEach(this.session::execute);
		assertThat(this.dialect.currentSchema(this.session)).isEqualTo(before);
		if (!isMysqlFamily()) {
			this.op.execute((isPostgresql()) ? "set search_path to " + this.app : "set schema " + this.app);
			assertThat(exists("inner_one")).isTrue();
			assertThat(exists("plain")).isFalse();
		}
	}

	private boolean exists(String name) {
		return this.dialect.tableExists(table(name), this.session);
	}

	@Test
	void exactlyTheKeywordsAreQuoted() {
		if (isMysqlFamily()) {
			// Which words it has, each server of that family tells:
			// MariadbExecutionTests.
			return;
		}
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
