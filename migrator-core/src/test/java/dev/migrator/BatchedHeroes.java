package dev.migrator;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import javax.sql.DataSource;

import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.MigrationFactory;
import dev.migrator.script.Revision;
import dev.migrator.test.Databases;
import dev.migrator.test.Observed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.migrator.operation.Sql.expression;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A table of heroes in each database, and a revision that updates it in batches.
 */
abstract class BatchedHeroes {

	static final String PLUS_ONE = "power_level + 1";

	@Parameter
	String product = "";

	DataSource database;

	JdbcClient client;

	@BeforeEach
	void open() {
		this.database = Databases.of(this.product);
		this.client = JdbcClient.create(this.database);
	}

	// Takes a fraction of what a new database would.
	void clear() {
		for (String table : List.of("hero", "log", "migrator_version", "migrator_history")) {
			this.client.sql("drop table if exists " + table).update();
		}
	}

	void heroes(int count) {
		this.client.sql("create table hero (id integer primary key, power_level integer)").update();
		fill("insert into hero select n, n from numbers", 1, count);
	}

	void fill(String insert, int from, int to) {
		String numbers = switch (this.product) {
			case "h2" -> "(select x as n from system_range(%d, %d)) numbers";
			case "mariadb" -> "(select seq as n from seq_%d_to_%d) numbers";
			case "postgresql" -> "(select n from generate_series(%d, %d) n) numbers";
			default ->
				"(with recursive r(n) as (select %d union all select n + 1 from r where n < %2$d) select n from r where n <= %2$d) numbers";
		};
		// MySQL ends a recursion at 1,000 steps if it is not told otherwise.
		String statement = (!this.product.equals("mysql")) ? insert : insert.replaceFirst("insert",
				"insert /*+ set_var(cte_max_recursion_depth = %d) */".formatted(to + 2));
		this.client.sql(statement.replace("numbers", numbers.formatted(from, to))).update();
	}

	void fillTeams() {
		String name = (isMysqlFamily()) ? "concat('n', n div 7)" : "'n' || (n / 7)";
		fill("insert into hero select n %% 7, %s, n from numbers".formatted(name), 0, 999);
	}

	boolean isMysqlFamily() {
		return this.product.equals("mariadb") || this.product.equals("mysql");
	}

	long count(String where) {
		return this.client.sql("select count(*) from hero where " + where).query(Long.class).single();
	}

	Migrator migrator(DataSource dataSource, Consumer<Operations> upgrade) {
		return migrator(dataSource, Walks.class, upgrade);
	}

	static Migrator migrator(DataSource dataSource, Class<? extends Walks> type, Consumer<Operations> upgrade) {
		MigrationFactory factory = (wanted) -> (wanted == Walks.class) ? new Walks(upgrade) : new WalksAlone(upgrade);
		return Migrator.builder()
			.dataSource(dataSource)
			.locations("classpath:nowhere")
			.migrations(List.of(type))
			.migrationFactory(factory)
			.build();
	}

	static Consumer<Operations> walk(int size) {
		return (op) -> op.updateInBatches("hero",
				(b) -> b.key("id").size(size).set("power_level", expression(PLUS_ONE)));
	}

	void stopInTheMiddle() {
		Observed observed = new Observed(this.database);
		AtomicInteger updates = new AtomicInteger();
		observed.before((sql) -> {
			if (sql.startsWith("update hero") && updates.incrementAndGet() == 2) {
				throw new Observed.ProcessDied();
			}
		});
		assertThatExceptionOfType(Observed.ProcessDied.class)
			.isThrownBy(() -> migrator(observed.dataSource(), walk(10)).upgrade());
	}

	@Revision(id = "walks")
	static class Walks implements Migration {

		private final Consumer<Operations> both;

		Walks(Consumer<Operations> both) {
			this.both = both;
		}

		@Override
		public void upgrade(Operations op) {
			this.both.accept(op);
		}

		@Override
		public void downgrade(Operations op) {
			op.updateInBatches("hero", (b) -> b.key("id").size(30).set("power_level", expression("power_level - 1")));
		}

	}

	@Revision(id = "walks", transactional = false)
	static class WalksAlone extends Walks {

		WalksAlone(Consumer<Operations> both) {
			super(both);
		}

	}

}
