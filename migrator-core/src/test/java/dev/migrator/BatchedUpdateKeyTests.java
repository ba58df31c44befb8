package dev.migrator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.BatchedUpdateSpec;
import dev.migrator.operation.Operations;
import dev.migrator.test.Observed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrator.operation.Sql.column;
import static dev.migrator.operation.Sql.expression;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Updates in batches walk by keys of any type that has an order, and by nothing else.
 */
@ParameterizedClass
@ValueSource(strings = { "h2", "mariadb", "mysql", "postgresql", "sqlite" })
class BatchedUpdateKeyTests extends BatchedHeroes {

	@Test
	void compositeKeysAreWalkedInTheirOrder() {
		this.client.sql("""
				create table hero (team integer not null, name varchar(20) not null, power_level integer,
				primary key (team, name))""").update();
		fillTeams();
		migrator(this.database,
				(op) -> op.updateInBatches("hero",
						(b) -> b.key("team", "name").size(13).set("power_level", expression("-power_level - 1"))))
			.upgrade();
		assertThat(count("power_level < 0")).isEqualTo(1_000);
	}

	@Test
	void keysOfManyTypesAreReadBackAfterAStop() {
		for (Key key : keys()) {
			clear();
			this.client
				.sql("create table hero (k %s not null, n integer not null, power_level integer, unique (k, n))"
					.formatted(key.type()))
				.update();
			fill("insert into hero select %s, n, n from numbers".formatted(key.sql()), 0, 30);
			assertResumed(key.type());
		}
	}

	private List<Key> keys() {
		Key bigint = new Key("bigint", "9007199254740993 + n");
		Key numeric = new Key("numeric(20, 3)", "n + 0.125");
		if (isMysqlFamily()) {
			String id = "concat('00000000-0000-0000-0000-0000000000', 10 + n)";
			return List.of(bigint, numeric, new Key("varchar(40)", "concat('a,b\\\\:é''', n)"),
					new Key("date", "date '2026-01-10' + interval n day"),
					(this.product.equals("mariadb")) ? new Key("uuid", "cast(%s as uuid)".formatted(id))
							: new Key("binary(16)", "uuid_to_bin(%s)".formatted(id)),
					new Key("datetime(6)", "timestamp '2026-03-29 00:00:00.000001' + interval 10 * n minute"),
					new Key("timestamp", "timestamp '2026-03-29 00:00:00' + interval 10 * n minute"),
					new Key("varbinary(8)", "unhex(lpad(hex(n), 4, '0'))"), new Key("double", "n / 3"));
		}
		List<Key> keys = new ArrayList<>(
				List.of(new Key("varchar(40)", "'a,b\\:é''' || cast(n as varchar(9))"), bigint, numeric));
		if (this.product.equals("sqlite")) {
			keys.add(new Key("date", "'2026-01-' || (10 + n)"));
			return keys;
		}
		keys.add(new Key("date", "date '2026-01-10' + cast(n as integer)"));
		keys.add(new Key("uuid", "cast('00000000-0000-0000-0000-0000000000' || (10 + n) as uuid)"));
		keys.add(new Key("timestamp with time zone",
				"timestamp with time zone '2026-10-25 00:00:00+00:00' + n * interval '10' minute"));
		keys.add(new Key("timestamp", "timestamp '2026-03-29 00:00:00' + n * interval '10' minute"));
		if (this.product.equals("postgresql")) {
			this.client.sql("create type mood as enum ('sad', 'ok', 'happy')").update();
			keys.add(new Key("mood", "(array['happy', 'ok', 'sad'])[1 + n % 3]::mood"));
			keys.add(new Key("bytea", "decode(lpad(to_hex(n), 4, '0'), 'hex')"));
		}
		return keys;
	}

	private void assertResumed(String key) {
		Consumer<Operations> upgrade = (op) -> op.updateInBatches("hero",
				(b) -> b.key("k", "n").size(7).set("power_level", expression(PLUS_ONE)));
		Observed observed = new Observed(this.database);
		AtomicInteger updates = new AtomicInteger();
		observed.before((sql) -> {
			if (sql.startsWith("update hero") && updates.incrementAndGet() == 3) {
				throw new Observed.ProcessDied();
			}
		});
		assertThatExceptionOfType(Observed.ProcessDied.class).as(key)
			.isThrownBy(() -> migrator(observed.dataSource(), upgrade).upgrade());
		assertThat(count("power_level = n + 1")).as(key).isEqualTo(14);
		migrator(this.database, upgrade).upgrade();
		assertThat(count("power_level = n + 1")).as(key).isEqualTo(31);
	}

	@Test
	void whatCannotBeWalkedIsRefusedInOneSentence() {
		this.client.sql("create table hero (id integer primary key, code integer unique, power_level integer)")
			.update();
		assertRefused((b) -> b.key("idd").set("power_level", 1), "hero has no column 'idd' to walk by.");
		assertRefused((b) -> b.key("code").set("power_level", 1), "'code' of hero may be null");
		this.client.sql("drop table hero").update();
		this.client.sql("create table hero (id integer primary key, team integer not null, power_level integer)")
			.update();
		assertRefused((b) -> b.key("team").set("power_level", 1), "nothing makes team unique in hero");
		assertRefused((b) -> b.set("power_level", 1), "names no key to walk by");
		assertRefused((b) -> b.key("id", "id").set("power_level", 1), "names a column of its key twice");
		assertRefused((b) -> b.key("id").size(0).set("power_level", 1), "has batches of 0 rows");
		assertRefused((b) -> b.key("id"), "sets no column");
		assertRefused((b) -> b.key("id").set("id", expression("id + 1")), "sets 'id', by which it walks");
		this.client.sql("create unique index uq on hero (team, id)").update();
		migrator(this.database, (op) -> op.updateInBatches("hero", (b) -> b.key("team", "id").set("power_level", 1)))
			.upgrade();
	}

	@Test
	void keysThatAreSortedOtherwiseThanComparedAreRefused() {
		if (isMysqlFamily()) {
			this.client.sql("""
					create table hero (id integer primary key, mood enum('sad', 'ok') not null unique,
					height float not null unique, power_level integer)""").update();
			assertRefused((b) -> b.key("mood").set("power_level", 1),
					"'mood' of hero is sorted otherwise than compared");
			assertRefused((b) -> b.key("height").set("power_level", 1), "'height' of hero is sorted otherwise");
		}
	}

	private void assertRefused(Consumer<BatchedUpdateSpec> update, String problem) {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(migrator(this.database, (op) -> op.updateInBatches("hero", update))::upgrade)
			.withMessageContaining(problem)
			.satisfies((ex) -> {
				assertThat(ex.category()).isEqualTo(ErrorCategory.INVALID_REVISION);
				assertThat(ex.action()).isNotNull();
			});
	}

	/**
	 * A key.
	 *
	 * @param type its type
	 * @param sql its value by the number {@code n}
	 */
	private record Key(String type, String sql) {

	}

}
