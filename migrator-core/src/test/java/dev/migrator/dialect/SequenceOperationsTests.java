package dev.migrator.dialect;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.Operations;
import dev.migrator.operation.RenameSequence;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
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
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What becomes of operations on sequences, and what that does.
 */
@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2" })
class SequenceOperationsTests {

	private static final TableName COUNTER = TableName.of("counter");

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

	private void assertUnsupported(Consumer<Operations> migration, String message) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.database.run(migration))
			.withMessageStartingWith(message)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
	}

	private String next(String sequence) {
		return this.database.values("select nextval('%s') as \"value\"".formatted(sequence)).get(0);
	}

	@Test
	void aSequenceMaySayHowItCounts() {
		this.database.execute("create schema app");
		assertThat(this.database.run((op) -> {
			op.createSequence("plain");
			op.createSequence("app.counter",
					(s) -> s.as(Types.integer())
						.startWith(10)
						.incrementBy(-5)
						.minValue(1)
						.maxValue(10)
						.cache(1)
						.cycle()
						.ifNotExists());
			op.createSequence("free", (s) -> s.noMinValue().noMaxValue().noCycle());
		})).containsExactly("create sequence plain",
				"create sequence if not exists app.counter as integer start with 10 increment by -5 minvalue 1 "
						+ "maxvalue 10 cache 1 cycle",
				"create sequence free no minvalue no maxvalue no cycle");
		assertThat(List.of(next("plain"), next("plain"))).containsExactly("1", "2");
		assertThat(List.of(next("app.counter"), next("app.counter"), next("app.counter"))).containsExactly("10", "5",
				"10");
	}

	@Test
	void aSequenceCountsOtherwise() {
		assertThat(this.database.run((op) -> {
			op.createSequence("counter");
			op.alterSequence("counter", (s) -> s.incrementBy(10).maxValue(100).cycle().restartWith(95));
		})).containsExactly("create sequence counter",
				"alter sequence counter increment by 10 maxvalue 100 cycle restart with 95");
		assertThat(List.of(next("counter"), next("counter"))).containsExactly("95", "1");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.database.run((op) -> op.alterSequence("counter", (s) -> {
			})))
			.withMessage("alterSequence of counter changes nothing");
	}

	@Test
	void aSequenceBelongsToAColumnAndIsRenamedInPostgresql() {
		this.database.execute("create table hero (id int)");
		Consumer<Operations> owned = (op) -> op.createSequence("counter", (s) -> s.ownedBy("hero", "id"));
		Consumer<Operations> renamed = (op) -> op.renameSequence("counter", "Other");
		if (this.database.isPostgresql()) {
			assertThat(this.database.run(owned)).containsExactly("create sequence counter owned by hero.id");
			assertThat(this.database.run(renamed)).containsExactly("alter sequence counter rename to \"Other\"");
			assertThat(this.database.describe("sequence")).singleElement().asString().contains("\"Other\"", "hero.id");
			this.database.execute("drop table hero");
			assertThat(this.database.describe("sequence")).isEmpty();
		}
		else {
			assertUnsupported(owned, "H2 has no sequence that belongs to a column, as 'counter' would.");
			assertUnsupported(renamed, "H2 has no new name for a sequence such as 'counter'.");
		}
	}

	@Test
	void aSequenceIsDropped() {
		assertThat(this.database.run((op) -> {
			op.createSequence("counter");
			op.dropSequence("counter");
			op.dropSequence("counter", (drop) -> drop.ifExists());
		})).endsWith("drop sequence counter", "drop sequence if exists counter");
		assertThat(this.database.describe("sequence")).isEmpty();
		Consumer<Operations> cascade = (op) -> op.dropSequence("counter", (drop) -> drop.ifExists().cascade());
		if (this.database.isPostgresql()) {
			assertThat(this.database.run(cascade)).containsExactly("drop sequence if exists counter cascade");
		}
		else {
			assertUnsupported(cascade, "H2 has no way to drop with a sequence what depends on it.");
		}
	}

	@Test
	void whatIsReversedIsAsItWas() {
		SequenceOptions options = new SequenceOptions(3L, 2L, 1L, false, 100L, false, 5L, true);
		Sequence counter = new Sequence(COUNTER, Types.bigint(), options, null);
		this.database.assertReversible(new CreateSequence(counter, false));
		this.database.run((op) -> op.apply(new CreateSequence(counter, false)));
		this.database.assertReversible(new DropSequence(COUNTER, false, false, counter));
		this.database.assertReversible(new AlterSequence(COUNTER,
				new SequenceOptions(4L, 7L, null, true, 500L, false, 1L, false), null, options));
		if (this.database.isPostgresql()) {
			this.database.assertReversible(new RenameSequence(COUNTER, "Other"));
		}
		this.database.run((op) -> {
			op.dropSequence("counter");
			op.createSequence("counter");
		});
		this.database.assertReversible(new AlterSequence(COUNTER,
				new SequenceOptions(null, 7L, -9L, false, 500L, false, null, true), null, SequenceOptions.NONE));
		assertThat(new DropSequence(COUNTER, false, false, null).reverse()).isEmpty();
		assertThat(new AlterSequence(COUNTER, options, null, SequenceOptions.NONE).reverse()).isEmpty();
		assertThat(new AlterSequence(COUNTER, options, 3L, options).reverse()).isEmpty();
		assertThat(new AlterSequence(COUNTER, options, null, null).reverse()).isEmpty();
	}

}
