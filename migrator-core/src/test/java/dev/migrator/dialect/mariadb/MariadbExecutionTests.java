package dev.migrator.dialect.mariadb;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;

import dev.migrator.dialect.Dialect;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.Operations;
import dev.migrator.operation.Row;
import dev.migrator.schema.Column;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Table;
import dev.migrator.schema.Types;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.DialectTarget;
import dev.migrator.test.LiveDatabase;
import org.jspecify.annotations.Nullable;
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
 * Each operation runs on a real MariaDB and a real MySQL.
 */
@ParameterizedClass
@ValueSource(strings = { "mariadb", "mysql" })
class MariadbExecutionTests {

	@Parameter
	String product = "";

	// A schema is one of the whole server.
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
		this.database.execute("set foreign_key_checks = 0", "drop database if exists " + this.app);
		this.database.close();
	}

	@Test
	void aTableIsCreatedWithAllThatBelongsToIt() {
		this.op.execute("create database " + this.app);
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
		this.op.execute("insert into %s.team values ()".formatted(this.app));
		this.op.insert(table("hero")).set("age", 1).set("team_id", 1);
		Row row = this.op.query("select * from hero").get(0);
		assertThat(row.number("id")).isEqualTo(1);
		assertThat(row.string("name")).isEqualTo("Dead'pond\\");
		assertThat(this.op.query("select 1 from hero where json_value(tags, '$.a') = 1")).hasSize(1);
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> this.op.insert(table("hero")).set("age", 1).execute())
			.withMessageContaining("uq_hero");
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> this.op.insert(table("hero")).set("age", 0).execute());
		this.op.delete(table(this.app + ".team"));
		this.op.flush();
		assertThat(this.op.query("select team_id from hero").get(0).get("team_id")).isNull();
		assertThat(names("""
				select table_comment as name from information_schema.tables where table_schema = database()
				union all select column_comment from information_schema.columns
				where table_schema = database() and column_comment <> ''""")).containsExactlyInAnyOrder("It's a \\hero",
				"Free text");
		assertThat(indexes("hero")).contains("ix_hero_age");
	}

	private List<String> names(String sql) {
		return this.op.query(sql).stream().map((row) -> String.valueOf(row.get("name"))).toList();
	}

	private List<String> indexes(String name) {
		return names("""
				select distinct index_name as name from information_schema.statistics where table_name = '%s'
				and table_schema in (database(), '%s')""".formatted(name, this.app));
	}

	@Test
	void tablesAreRenamedInTheirSchemaAndDropped() {
		this.op.execute("create database " + this.app);
		this.op.createTable(this.app + ".hero", (t) -> t.column("id", integer()));
		this.op.createTableIfNotExists(this.app + ".hero", (t) -> {
			t.column("id", integer());
			t.index("ix", "id");
		});
		String odd = this.app + ".\"Odd `name` \"\"\"";
		this.op.renameTable(this.app + ".hero", "Odd `name` \"");
		assertThat(exists(this.app + ".hero")).isFalse();
		assertThat(exists(odd)).isTrue();
		this.op.dropTable(odd);
		this.op.dropTableIfExists(this.app + ".hero");
		assertThat(exists(odd)).isFalse();
	}

	@Test
	void columnsAreAddedChangedAndDropped() {
		this.op.createTable("hero", (t) -> t.column("id", integer()).notNull());
		this.op.bulkInsert("hero", List.of(Map.of("id", 1)));
		this.op.addColumn("hero", "years", varchar(10), (c) -> c.notNull().defaultValue("41").unique());
		if (!this.database.isMysql()) {
			this.op.apply(new AddColumn(table("hero"), new Column("years", text(), true, null, false, null), true));
		}
		this.op.alterColumn("hero", "years", (c) -> c.type(integer()).nullable().defaultValue(7).rename("age"));
		assertThat(this.op.query("select age from hero").get(0).number("age")).isEqualTo(41);
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
		if (!this.database.isMysql()) {
			this.op.apply(new DropColumn(table("hero"), "born", true));
		}
		assertThat(this.op.query("select * from hero").get(0).asMap().keySet()).containsExactlyInAnyOrder("id", "age");
	}

	@Test
	void indexesAreCreatedAndDroppedInAnySchema() {
		this.op.execute("create database " + this.app);
		String hero = this.app + ".hero";
		this.op.createTable(hero, (t) -> {
			t.column("name", varchar(9));
			t.column("age", integer());
		});
		this.op.createIndex("ix", hero, (i) -> i.columns("name").descending("age").concurrently());
		if (!this.database.isMysql()) {
			this.op.createIndex("ix", hero, (i) -> i.columns("name").ifNotExists().concurrently());
		}
		this.op.createIndex("ux", hero, (i) -> i.columns("name").unique());
		assertThat(indexes("hero")).containsExactlyInAnyOrder("ix", "ux");
		this.op.dropIndex("ix", hero);
		this.op.dropIndexConcurrently("ux", hero);
		if (!this.database.isMysql()) {
			this.op.apply(new DropIndex(table(hero), "ux", true, true));
		}
		assertThat(indexes("hero")).isEmpty();
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
		if (!this.database.isMysql()) {
			for (ConstraintType type : EnumSet.complementOf(EnumSet.of(ConstraintType.EXCLUSION))) {
				this.op.apply(new DropConstraint(table("hero"), "fk", type, true));
			}
		}
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
	void valuesOfAllTypesAreBoundAndComeBack() {
		UUID id = UUID.randomUUID();
		Instant moment = Instant.parse("2026-03-29T01:30:00.123456Z");
		this.op.createTable("thing", (t) -> {
			t.column("uid", Types.uuid());
			t.column("content", Types.blob());
			t.column("flag", Types.bool());
			t.column("at", Types.time());
			t.column("moment", Types.timestampWithTimeZone());
			t.column("amount", numeric(20, 5));
			t.column("words", text());
		});
		this.op.insert(table("thing"))
			.set("uid", id)
			.set("content", new byte[] { 0, 39, 92, -1 })
			.set("flag", true)
			.set("at", LocalTime.parse("23:59:59"))
			.set("moment", moment)
			.set("amount", new BigDecimal("-1.50000"))
			.set("words", "a\\b 'c' \0 ?")
			.execute();
		Row row = this.op
			.query("select t.*, cast(moment as char) as m from thing t where uid = ? and moment = ?", id,
					moment.atOffset(ZoneOffset.ofHours(5)))
			.get(0);
		assertThat((this.database.isMysql()) ? uuid((byte[]) row.get("uid")) : row.string("uid"))
			.isEqualTo(id.toString());
		assertThat((byte[]) row.get("content")).containsExactly(0, 39, 92, -1);
		assertThat(row.bool("flag")).isTrue();
		assertThat(row.string("at")).isEqualTo("23:59:59");
		assertThat(row.string("m")).isEqualTo("2026-03-29 01:30:00.123456");
		assertThat(row.get("amount")).isEqualTo(new BigDecimal("-1.50000"));
		assertThat(row.string("words")).isEqualTo("a\\b 'c' \0 ?");
	}

	private static String uuid(byte @Nullable [] bytes) {
		ByteBuffer buffer = ByteBuffer.wrap(Objects.requireNonNull(bytes));
		return new UUID(buffer.getLong(), buffer.getLong()).toString();
	}

	@Test
	void aMomentIsTheSameWhateverTheTimeZonesAre() {
		Instant moment = Instant.parse("2026-01-15T10:00:00Z");
		this.op.createTable("t", (t) -> t.column("moment", Types.timestampWithTimeZone()));
		TimeZone zone = TimeZone.getDefault();
		try {
			for (String name : List.of("America/New_York", "Asia/Kathmandu")) {
				TimeZone.setDefault(TimeZone.getTimeZone(name));
				this.op.execute("set time_zone = '-07:00'");
				this.op.insert(table("t")).set("moment", moment).execute();
				this.op.execute("insert into t values (%s)".formatted(this.dialect.literal(moment)));
				this.op.query("select moment from t")
					.forEach((row) -> assertThat(read(row.get("moment"))).isEqualTo(moment));
			}
		}
		finally {
			TimeZone.setDefault(zone);
		}
		Instant now = read(this.op.query("select %s as now".formatted(this.dialect.currentMoment())).get(0).get("now"));
		assertThat(now).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
		assertThat(this.dialect.instant(LocalDateTime.parse("2026-01-15T10:00"))).isEqualTo(moment);
	}

	private Instant read(@Nullable Object value) {
		return this.dialect.instant(Objects.requireNonNull(value));
	}

	@Test
	void aTableOfMigratorsOwnHoldsAllOfUnicodeAndTellsTheCaseOfLetters() {
		this.op.execute("alter database character set latin1");
		Column id = new Column("id", varchar(20), false, null, false, null);
		CreateTable creation = new CreateTable(new Table(table("own"), List.of(id), List.of(), List.of(), null), false);
		this.dialect.renderOwn(creation).forEach(this.session::execute);
		for (String value : List.of("a", "A", "🦸")) {
			this.session.execute(SqlStatement.of("insert into own values (?)", value));
		}
		assertThat(this.session.query(SqlStatement.of("select id from own where id = 'a'"))).hasSize(1);
		assertThat(this.session.query(SqlStatement.of("select id from own where id = '🦸'"))).hasSize(1);
	}

	@Test
	void existenceOfATableHonoursSchemaAndCase() {
		this.op.execute("create database " + this.app);
		this.op.execute("create table %s.inner_one (id integer)".formatted(this.app));
		this.op.execute("create table `Hero` (id integer)");
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
		assertThat(this.dialect.schemaExists(this.app.toUpperCase(Locale.ROOT), this.session)).isFalse();
		String before = this.dialect.currentSchema(this.session);
		List<SqlStatement> back = this.dialect.useSchema(this.app, this.session);
		assertThat(exists("inner_one")).isTrue();
		assertThat(exists("plain")).isFalse();
		assertThat(this.dialect.currentSchema(this.session)).isEqualTo(this.app);
		back.forEach(this.session::execute);
		assertThat(this.dialect.currentSchema(this.session)).isEqualTo(before);
	}

	private boolean exists(String name) {
		return this.dialect.tableExists(table(name), this.session);
	}

	@Test
	void eachKeywordIsANameOnceItIsQuotedAndNoneNeedsQuotesWithoutGettingThem() {
		List<String> words = names("select lower(word) as name from information_schema.keywords").stream()
			.filter((word) -> word.matches("[a-z0-9_]+"))
			.toList();
		assertThat(words).hasSizeGreaterThan(600);
		for (String word : words) {
			String name = this.dialect.quote(word);
			assertThat(isUsable(name)).as("%s in quotes", word).isTrue();
			if (!name.equals(word)) {
				continue;
			}
			assertThat(isUsable(word)).as(word).isTrue();
		}
	}

	private boolean isUsable(String name) {
		return Stream
			.of("select %1$s from (select 1 as %1$s) x", "with %1$s as (select 1 as c) select c from %1$s",
					"select %1$s.%1$s from (select 1 as %1$s) as %1$s", "select max(%1$s) from (select 1 as %1$s) as x")
			.allMatch((sql) -> succeeds(sql.formatted(name)));
	}

	private boolean succeeds(String sql) {
		try {
			this.session.query(SqlStatement.of(sql));
			return true;
		}
		catch (SqlSessionException ex) {
			return false;
		}
	}

}
