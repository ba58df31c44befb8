package dev.migrator;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.test.Databases;
import dev.migrator.test.Observed;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.migrator.operation.Sql.column;
import static dev.migrator.operation.Sql.expression;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the size of batches, and wherever each run dies, each row is updated once.
 */
class BatchedUpdatePropertyTests {

	@Property(tries = 100)
	void eachRowIsUpdatedOnce(@ForAll @IntRange(max = 60) int rows, @ForAll @IntRange(min = 1, max = 70) int size,
			@ForAll @IntRange(min = 1, max = 9) int gap, @ForAll @IntRange(min = 1, max = 12) int deaths,
			@ForAll @IntRange(min = 1, max = 40) int life) {
		DataSource database = Databases.h2();
		JdbcClient client = JdbcClient.create(database);
		client.sql("create table hero (team int, id int, power_level int, primary key (team, id))").update();
		client.sql("insert into hero select mod(x, 3), x * ?, x from system_range(1, ?)")
			.param(gap)
			.param(rows)
			.update();
		boolean done = false;
		for (int run = 0; run < deaths && !done; run++) {
			done = runUntilDeath(database, size, life + run);
		}
		migrator(database, size).upgrade();
		assertThat(client.sql("""
				select count(*) from hero
				where power_level = id / ? + case when mod(id / ?, 2) = 0 then 1000 else 0 end""")
			.param(gap)
			.param(gap)
			.query(Integer.class)
			.single()).isEqualTo(rows);
		client.sql("drop all objects").update();
	}

	private static boolean runUntilDeath(DataSource database, int size, int life) {
		Observed observed = new Observed(database);
		AtomicInteger seen = new AtomicInteger();
		observed.before((sql) -> {
			if (seen.incrementAndGet() > life) {
				throw new Observed.ProcessDied();
			}
		});
		try {
			migrator(observed.dataSource(), size).upgrade();
			return true;
		}
		catch (Observed.ProcessDied ex) {
			return false;
		}
	}

	private static Migrator migrator(DataSource database, int size) {
		return Migrator.builder()
			.dataSource(database)
			.locations("classpath:nowhere")
			.migrations(List.of(Walks.class))
			.migrationFactory((type) -> new Walks(size))
			.build();
	}

	@Revision(id = "walks")
	static class Walks implements Migration {

		private final int size;

		Walks(int size) {
			this.size = size;
		}

		@Override
		public void upgrade(Operations op) {
			op.updateInBatches("hero",
					(b) -> b.key("team", "id")
						.size(this.size)
						.set("power_level", expression("power_level + 1000"))
						.where("mod(power_level, 2) = 0")
						.where(column("id").ge(0)));
		}

	}

}
