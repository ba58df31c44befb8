package dev.migrator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;

import static dev.migrator.operation.Sql.column;
import static dev.migrator.operation.Sql.table;
import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.blob;
import static dev.migrator.schema.Types.bool;
import static dev.migrator.schema.Types.date;
import static dev.migrator.schema.Types.doublePrecision;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.numeric;
import static dev.migrator.schema.Types.text;
import static dev.migrator.schema.Types.time;
import static dev.migrator.schema.Types.timestamp;
import static dev.migrator.schema.Types.timestampWithTimeZone;
import static dev.migrator.schema.Types.uuid;
import static dev.migrator.schema.Types.varchar;

/**
 * Values of all kinds.
 */
@Revision(id = "ccc333", downRevision = "aaa111", message = "Values of\nall kinds")
class OfflineValues implements Migration {

	@Override
	public void upgrade(Operations op) {
		// There a time of day has no fraction, and elsewhere a text no NUL.
		boolean mysqlFamily = op.dialect().equals("mariadb") || op.dialect().equals("mysql");
		String ends = (mysqlFamily) ? "\r\n\r\t\0" : "\n\t";
		String fraction = (mysqlFamily) ? "" : ".123456";
		op.createTable("thing", (t) -> {
			t.column("id", integer()).notNull();
			t.column("words", text());
			t.column("large", bigint());
			t.column("amount", numeric(20, 5));
			t.column("ratio", doublePrecision());
			t.column("flag", bool());
			t.column("day", date());
			t.column("at", time());
			t.column("moment", timestamp());
			t.column("instant", timestampWithTimeZone());
			t.column("uid", uuid());
			t.column("content", blob());
			t.primaryKey("id");
			t.comment("Things; 'all' kinds");
		});
		op.createIndex(op.f("ix_thing_words"), "thing", "day", "flag");
		op.insert(table("thing"))
			.set("id", 1)
			.set("words", "it's a \\ \"test\"; -- with ? and ${x} and $1 and $$ and // `%s and 日本 🦸".formatted(ends))
			.set("large", Long.MIN_VALUE)
			.set("amount", new BigDecimal("-1234567890.12345"))
			.set("ratio", 1.5e-300)
			.set("flag", true)
			.set("day", LocalDate.parse("2024-02-29"))
			.set("at", LocalTime.parse("23:59:59" + fraction))
			.set("moment", LocalDateTime.parse("2026-01-15T10:00:00.000001"))
			.set("instant", OffsetDateTime.parse("2026-01-15T10:00:00+05:30"))
			.set("uid", UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"))
			.set("content", new byte[] { 0, 39, 92, -1, 59 });
		op.insert(table("thing")).set("id", 2).set("words", null).set("content", null).set("uid", null);
		op.bulkInsert("thing", IntStream.range(10, 1300)
			.mapToObj((i) -> Map.<String, Object>of("id", i, "words", "thing " + i, "content", new byte[] { (byte) i }))
			.toList());
		op.update(table("thing")).set("flag", false).where(column("words").like("thing 1%"));
		op.delete(table("thing")).where(column("id").ge(1290).and(column("flag").isNull()));
		op.execute("update thing set words = ? where id = ? and words <> '?'", "what?", 10);
		if (mysqlFamily) {
			// These take one statement at once.
			op.execute("insert into thing (id) values (2000), (2001) -- two");
		}
		else {
			op.execute("insert into thing (id) values (2000); insert into thing (id) values (2001); -- two");
		}
		op.autocommit(() -> op.execute("update thing set large = 5 where id = 11"));
		op.createIndex(op.f("ix_thing_large"), "thing", (index) -> index.columns("large").concurrently());
		op.addColumn("thing", "label", varchar(20), (column) -> column.notNull().defaultValue("o'clock"));
	}

	@Override
	public void downgrade(Operations op) {
		op.dropIndexConcurrently("ix_thing_large", "thing");
		op.dropTable("thing");
	}

}
