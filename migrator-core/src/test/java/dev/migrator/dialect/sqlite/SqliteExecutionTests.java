package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.Operations;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.migrator.operation.Sql.column;
import static dev.migrator.operation.Sql.condition;
import static dev.migrator.operation.Sql.expression;
import static dev.migrator.operation.Sql.table;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.numeric;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each operation runs on the real SQLite.
 */
class SqliteExecutionTests {

	private final SqlSession session = JdbcSession.open(Databases.sqlite());

	private final Dialect dialect = Dialects.of(this.session.database());

	private final Operations op = new Operations(new GroupTarget(this.dialect, this.session));

	@AfterEach
	void close() {
		this.session.close();
	}

	@Test
	void rowsAreInsertedChangedAndDeleted() {
		this.op.createTable("hero", (t) -> {
			t.column("id", integer());
			t.column("name", varchar(20)).defaultValue("none");
			t.column("pay", numeric(10, 2));
		});
		this.op.insert(table("hero")).execute();
		List<Map<String, Object>> rows = new ArrayList<>();
		for (int i = 0; i < 1001; i++) {
			rows.add(Map.of("id", i, "name", expression("upper('hero')"), "pay", i + 0.5));
		}
		this.op.bulkInsert("hero", rows);
		assertThat(count("select count(*) as n from hero where name = 'HERO'")).isEqualTo(1001);
		this.op.update(table("hero"))
			.set("pay", expression("pay * 2"))
			.set("name", "Dora")
			.where(column("id").in(1, 2, 3).and(column("pay").ge(2)).or(column("name").eq("none")))
			.execute();
		assertThat(this.op.query("select pay from hero where id = 2").get(0).get("pay")).isEqualTo(5);
		assertThat(count("select count(*) as n from hero where name = 'Dora'")).isEqualTo(3);
		this.op.delete(table("hero")).where(condition("id > ?", 10).or(column("pay").isNull())).execute();
		assertThat(count("select count(*) as n from hero")).isEqualTo(11);
	}

	private long count(String sql) {
		return this.op.query(sql).get(0).number("n");
	}

	@Test
	void existenceOfATableIsToldInAnyCase() {
		this.op.execute("create table plain (id integer)");
		this.op.execute("create table \"Odd \"\"name\"\"\" (id integer)");
		this.op.execute("create view seen as select * from plain");
		this.op.execute("attach ':memory:' as side");
		this.op.execute("create table side.other (id integer)");
		assertThat(exists("PLAIN")).isTrue();
		assertThat(exists("odd \"name\"")).isTrue();
		assertThat(exists("main.plain")).isTrue();
		assertThat(exists("side.other")).isTrue();
		assertThat(exists("seen")).isFalse();
		assertThat(exists("other")).isFalse();
		assertThat(exists("side.plain")).isFalse();
		assertThat(exists("nowhere.plain")).isFalse();
	}

	private boolean exists(String name) {
		return this.dialect.tableExists(table(name), this.session);
	}

	@Test
	void exactlyTheKeywordsAreQuoted() {
		Set<String> words = new TreeSet<>(
				List.of("""
						abort action add after all alter always analyze and any array as asc asymmetric attach autoincrement
						before begin between boolean both by cascade case cast check collate column commit conflict constraint
						create cross current current_date current_time current_timestamp current_user database date day default
						deferrable deferred delete desc detach distinct do double drop each else end escape except exclude
						exclusive exists explain fail false fetch filter first following for foreign from full function
						generated glob grant group groups having if ignore immediate in index indexed initially inner insert
						instead int integer intersect interval into is isnull join key last lateral leading left like limit
						localtime match materialized natural no not nothing notnull null nulls numeric of offset oid on or order
						others out outer over partition plan pragma precision preceding primary procedure query raise range
						recursive references regexp reindex release rename replace restrict returning returns right rollback row
						rowid rows savepoint schema select sequence session set stored strict table temp temporary text then ties
						time timestamp to trailing transaction trigger true type unbounded union unique unknown update user using
						vacuum value values view virtual when where window with within without year _rowid_"""
					.split("\\s+")));
		for (String word : words) {
			String name = this.dialect.quote(word);
			this.op.execute("create table %1$s (%1$s integer)".formatted(name));
			this.op.insert(table(word)).set(word, 1).execute();
			this.op.update(table(word)).set(word, 2).where(column(word).eq(1)).execute();
			assertThat(count("select count(*) as n from \"%1$s\" where \"%1$s\" = 2".formatted(word))).as(word)
				.isEqualTo(1);
			this.op.execute("drop table " + name);
			if (!name.equals(word)) {
				assertThat(isUsable(word)).as("'%s' needs no quotes", word).isFalse();
			}
		}
	}

	private boolean isUsable(String word) {
		return Stream
			.of("create table %1$s (%1$s integer, check (%1$s > 0))", "create index x on %1$s (%1$s)",
					"insert into %1$s (%1$s) values (7)", "update %1$s set %1$s = 8 where %1$s = 7",
					"select max(%1$s) from %1$s where %1$s is not null order by %1$s", "select %1$s.%1$s from %1$s",
					"insert into %1$s select -1 from %1$s where %1$s <> 8", "alter table %1$s rename column %1$s to x",
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
		finally {
			if (sql.startsWith("drop")) {
				this.session.execute(SqlStatement.of("drop table if exists \"%s\"".formatted(sql.substring(11))));
			}
		}
	}

}
