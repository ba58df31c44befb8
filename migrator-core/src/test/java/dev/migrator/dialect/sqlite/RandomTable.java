package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;

/**
 * A table "t" of random columns, constraints, indexes, triggers and rows, with tables
 * that it names and that name it.
 */
final class RandomTable {

	private static final String[] TYPES = { "int", "integer", "text", "varchar(20)", "numeric(10, 2)", "real", "blob",
			"", "double precision", "\"odd type\"" };

	private static final String[] STRICT_TYPES = { "int", "integer", "text", "real", "blob", "any" };

	private static final String[] GAPS = { " ", "\n    ", " /* a, b) */ ", " -- it's (\n    " };

	private final Random random;

	private final SqlSession session;

	/** The columns beside the key, not those that are computed. */
	final List<String> columns = new ArrayList<>();

	/** The names of constraints, with the words of {@code dropConstraint}. */
	final List<String[]> constraints = new ArrayList<>();

	boolean computed;

	boolean rowid = true;

	RandomTable(Random random, SqlSession session) {
		this.random = random;
		this.session = session;
	}

	private boolean sometimes() {
		return this.random.nextInt(3) == 0;
	}

	private <T> T oneOf(T[] values) {
		return values[this.random.nextInt(values.length)];
	}

	private void execute(String sql) {
		this.session.execute(SqlStatement.of(sql));
	}

	void create() {
		execute("create table parent (id integer primary key, name text)");
		execute("insert into parent values (1, 'a'), (2, 'b')");
		int key = this.random.nextInt(5);
		boolean strict = sometimes();
		List<String> items = new ArrayList<>();
		items.add(switch (key) {
			case 0 -> "id integer primary key";
			case 1 -> "id integer constraint pk primary key on conflict abort autoincrement";
			case 2 -> "id int not null primary key";
			default -> "id text not null";
		});
		int count = 1 + this.random.nextInt(4);
		for (int i = 0; i < count; i++) {
			items.add(column("c" + i, (strict) ? oneOf(STRICT_TYPES) : oneOf(TYPES)));
			this.columns.add("c" + i);
		}
		items.add("parent_id int");
		if (sometimes()) {
			this.computed = true;
			items.add("g text generated always as (coalesce(c0, '') || 'x')" + ((sometimes()) ? " stored" : ""));
		}
		items.addAll(constraints(key, count));
		this.rowid = key < 4;
		List<String> options = new ArrayList<>();
		if (!this.rowid) {
			options.add("without rowid");
		}
		if (strict) {
			options.add("strict");
		}
		StringBuilder sql = new StringBuilder("create table t (");
		for (int i = 0; i < items.size(); i++) {
			sql.append((i > 0) ? "," : "").append(oneOf(GAPS)).append(items.get(i));
		}
		execute(sql.append(oneOf(GAPS)).append(")").append(String.join(", ", options)).toString());
		others(count);
		rows(count, strict);
	}

	private String column(String name, String type) {
		StringBuilder sql = new StringBuilder(name).append(' ').append(type);
		if (sometimes()) {
			sql.append(oneOf(new String[] { " default 7", " default (1 + 2)", " default null", " default -1.5" }));
		}
		if (sometimes()) {
			sql.append(" collate nocase");
		}
		if (sometimes()) {
			sql.append((sometimes()) ? " unique on conflict ignore" : " constraint uq_%s unique".formatted(name));
		}
		if (sometimes()) {
			sql.append(" check (t.%1$s is null or length(%1$s) < 100 /* ) */)".formatted(name));
		}
		return sql.toString();
	}

	private List<String> constraints(int key, int count) {
		List<String> items = new ArrayList<>();
		if (key >= 3) {
			items.add(oneOf(new String[] { "primary key (id)", "constraint pk primary key (id collate binary asc)" }));
		}
		if (sometimes()) {
			items.add("constraint \"ck one\" check (c0 is null or length(c0) <> 99)");
			this.constraints.add(new String[] { "ck one", "CHECK" });
		}
		if (sometimes()) {
			items.add("check (length(id) > 0)");
		}
		if (sometimes() && count > 1) {
			items.add("constraint uq unique (id, c%d)".formatted(count - 1));
			this.constraints.add(new String[] { "uq", "UNIQUE" });
		}
		if (sometimes()) {
			items.add("constraint fk foreign key (parent_id) references parent (id) on delete cascade"
					+ ((sometimes()) ? " deferrable initially deferred" : ""));
			this.constraints.add(new String[] { "fk", "FOREIGN_KEY" });
		}
		return items;
	}

	private void others(int count) {
		execute("create table child (id integer primary key, t_id references t (id) on delete cascade)");
		if (sometimes()) {
			execute("create index ix_plain on t (c0, parent_id desc)");
		}
		if (sometimes()) {
			execute("create unique index \"ux odd\" on t (id, c%d collate nocase)".formatted(count - 1));
		}
		if (sometimes()) {
			execute("create index ix_some on t (lower(id)) where parent_id is not null");
		}
		execute("create table log (line)");
		if (sometimes()) {
			execute("create trigger tr after insert on t begin insert into log values (new.id); end");
		}
		if (sometimes()) {
			execute("create view v as select id, parent_id from t where id is not null");
		}
		if (sometimes()) {
			execute("create trigger tr_child before delete on child when old.id > 0 begin update t set parent_id = null where id = old.t_id; end");
		}
	}

	private void rows(int count, boolean strict) {
		for (int i = 0; i < this.random.nextInt(20); i++) {
			StringBuilder values = new StringBuilder();
			for (int c = 0; c < count; c++) {
				values.append(", ").append(oneOf(new String[] { "null", "'Text'", "12", "-1.5", "x'00ff'", "'12'" }));
			}
			try {
				execute("insert into t (id, %s, parent_id) values (%d%s, %s)".formatted(String.join(", ", this.columns),
						3 * i + this.random.nextInt(3), values, oneOf(new String[] { "1", "2", "null" })));
				if (sometimes()) {
					execute("insert into child (t_id) select max(id) from t");
				}
			}
			catch (SqlSessionException ex) {
				if (!strict && !String.valueOf(ex.getMessage()).contains("UNIQUE")) {
					throw ex;
				}
			}
		}
	}

}
