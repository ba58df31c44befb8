package dev.migrator.dialect;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Sql;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.StandardType;
import dev.migrator.schema.StandardType.Kind;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
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
 * What the catalogs call a column of each portable type.
 */
@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2" })
class TypesTests {

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

	private Map<ColumnType, String> expected() {
		Map<ColumnType, String> words = new LinkedHashMap<>();
		add(words, Types.bool(), "boolean", "boolean");
		add(words, Types.tinyint(), "smallint", "tinyint");
		add(words, Types.smallint(), "smallint", "smallint");
		add(words, Types.integer(), "integer", "integer");
		add(words, Types.bigint(), "bigint", "bigint");
		add(words, Types.real(), "real", "real");
		add(words, Types.doublePrecision(), "double precision", "double precision");
		add(words, Types.floating(20), "real", "float(20)");
		add(words, Types.floating(40), "double precision", "float(40)");
		add(words, Types.numeric(12, 3), "numeric(12,3)", "numeric(12, 3)");
		add(words, Types.character(3), "character(3)", "character(3)");
		add(words, Types.varchar(30), "character varying(30)", "character varying(30)");
		add(words, Types.text(), "text", "character large object");
		add(words, Types.clob(), "text", "character large object");
		add(words, Types.binary(8), "bytea", "binary(8)");
		add(words, Types.varbinary(9), "bytea", "binary varying(9)");
		add(words, Types.blob(), "bytea", "binary large object");
		add(words, Types.date(), "date", "date");
		add(words, Types.time(3), "time(3) without time zone", "time(3)");
		add(words, Types.timeWithTimeZone(2), "time(2) with time zone", "time(2) with time zone");
		add(words, Types.timestamp(6), "timestamp(6) without time zone", "timestamp(6)");
		add(words, Types.timestampWithTimeZone(6), "timestamp(6) with time zone", "timestamp(6) with time zone");
		add(words, Types.interval(), "interval", "interval day(18) to second");
		add(words, Types.intervalYearToMonth(), "interval year to month", "interval year(18) to month");
		add(words, Types.intervalDayToSecond(), "interval day to second", "interval day(18) to second");
		add(words, Types.uuid(), "uuid", "uuid");
		add(words, Types.json(), "jsonb", "json");
		add(words, Types.array(Types.integer()), "integer[]", "integer array");
		add(words, Types.array(Types.varchar(5), 7), "character varying(5)[]", "character varying(5) array[7]");
		if (this.database.isPostgresql()) {
			words.put(Types.bit(5), "bit(5)");
			words.put(Types.bitVarying(6), "bit varying(6)");
			words.put(Types.xml(), "xml");
			words.put(Types.raw("int4range"), "int4range");
		}
		return words;
	}

	private void add(Map<ColumnType, String> words, ColumnType type, String postgresql, String h2) {
		words.put(type, (this.database.isPostgresql()) ? postgresql : h2);
	}

	@Test
	void eachTypeIsWhatItsTableSays() {
		Map<ColumnType, String> expected = expected();
		List<ColumnType> types = new ArrayList<>(expected.keySet());
		this.database.run((op) -> op.createTable("t", (t) -> {
			for (int i = 0; i < types.size(); i++) {
				t.column("c" + i, types.get(i));
			}
		}));
		List<String> columns = this.database.describe("column")
			.stream()
			.map((line) -> line.toLowerCase(Locale.ROOT))
			.toList();
		assertThat(columns).hasSize(types.size());
		for (int i = 0; i < types.size(); i++) {
			assertThat(columns.get(i)).as("%s", types.get(i)).endsWith(" " + expected.get(types.get(i)));
		}
	}

	@Test
	void noTypeIsLeftOut() {
		Set<Kind> kinds = new TreeSet<>();
		Stream.concat(expected().keySet().stream(), Stream.of(Types.bit(1), Types.bitVarying(1), Types.xml()))
			.forEach((type) -> {
				if (type instanceof StandardType standard) {
					kinds.add(standard.kind());
				}
			});
		assertThat(kinds).containsExactly(Kind.values());
	}

	@Test
	void aTypeThatADatabaseHasNotIsRefused() {
		if (this.database.isPostgresql()) {
			return;
		}
		for (ColumnType type : List.of(Types.bit(1), Types.bitVarying(1), Types.xml(), Types.array(Types.xml()))) {
			assertThatExceptionOfType(MigratorException.class)
				.isThrownBy(() -> this.database.run((op) -> op.addColumn("hero", "c", type)))
				.withMessageMatching("H2 has no type (bit|bit varying|xml)\\. Choose another one there, .*")
				.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
		}
	}

	@Test
	void valuesOfEachTypeAreInsertedAndTakenAsDefaults() {
		this.database.run((op) -> {
			op.createTable("t", (t) -> {
				t.column("id", Types.integer()).notNull();
				t.column("tags", Types.array(Types.varchar(20))).defaultValue(List.of("a", "It's {b}"));
				t.column("numbers", Types.array(Types.integer())).defaultValue(List.of());
				t.column("data", Types.json()).defaultValue(Sql.json("{\"a\": \"?\"}"));
				t.column("wait", Types.intervalDayToSecond()).defaultValue(Duration.ofHours(30));
				t.column("days", Types.array(Types.varchar(20))).defaultValue(new DayOfWeek[] { DayOfWeek.FRIDAY });
			});
			op.insert(TableName.of("t")).set("id", 1);
			op.insert(TableName.of("t"))
				.columns("id", "tags", "numbers", "data", "wait")
				.values(2, List.of("a", "It's {b}"), List.of(), Sql.json("{\"a\": \"?\"}"), Duration.ofHours(30))
				.values(3, null, new int[] { 1, 2 }, Sql.json("[]"), Duration.ofSeconds(-1));
			op.update(TableName.of("t"))
				.set("numbers", List.of(7))
				.where(Sql.column("tags")
					.eq(List.of("a", "It's {b}"))
					.and(Sql.column("wait").eq(Duration.ofHours(30))));
		});
		String same = "select count(*) as \"value\" from t a join t b on a.id = 1 and b.id = 2 and a.tags = b.tags "
				+ "and a.numbers = b.numbers and a.numbers[1] = 7 and a.data = b.data and a.wait = b.wait";
		assertThat(this.database.values(same)).containsExactly("1");
		assertThat(this.database.values("select numbers[2] as \"value\" from t where id = 3")).containsExactly("2");
	}

}
