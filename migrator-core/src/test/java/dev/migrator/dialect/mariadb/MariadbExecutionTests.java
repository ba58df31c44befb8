package dev.migrator.dialect.mariadb;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;

import dev.migrator.dialect.Dialect;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operations;
import dev.migrator.operation.Row;
import dev.migrator.schema.Column;
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
import static dev.migrator.operation.Sql.table;
import static dev.migrator.schema.Types.numeric;
import static dev.migrator.schema.Types.text;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values, moments and names as a real MariaDB and a real MySQL take them.
 */
@ParameterizedClass
@ValueSource(strings = { "mariadb", "mysql" })
class MariadbExecutionTests {

	@Parameter
	String product = "";

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
		this.database.close();
	}

	private List<String> names(String sql) {
		return this.op.query(sql).stream().map((row) -> String.valueOf(row.get("name"))).toList();
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
