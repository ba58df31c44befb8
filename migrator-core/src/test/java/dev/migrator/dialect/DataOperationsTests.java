package dev.migrator.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Operations;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.DialectTarget;
import dev.migrator.test.LiveDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrator.operation.Sql.column;
import static dev.migrator.operation.Sql.expression;
import static dev.migrator.operation.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Inserts of several rows, and of rows that may be there.
 */
@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2" })
class DataOperationsTests {

	@Parameter
	String product = "";

	private LiveDatabase database;

	@BeforeEach
	void open() {
		this.database = new LiveDatabase(this.product);
		this.database.execute("create table hero (id int primary key, name varchar(20))");
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void oneInsertHasManyRows() {
		DialectTarget target = new DialectTarget(Dialects.named(this.product), this.database.session());
		target.operations()
			.insert(table("hero"))
			.columns("id", "name")
			.values(1, "Deadpond")
			.values(expression("1 + 1"), null)
			.execute();
		assertThat(target.statements()).containsExactly(SqlStatement
			.of("insert into hero (id, name) values\n    (?, ?),\n    (1 + 1, ?)", 1, "Deadpond", null));
		assertThat(this.database.values("select name as \"value\" from hero order by id")).containsExactly("Deadpond",
				"null");
	}

	@Test
	void anExpressionHasValuesToo() {
		this.database.run((op) -> {
			op.insert(table("hero")).set("id", expression("? + 1", 1)).set("name", "Deadpond");
			op.update(table("hero"))
				.set("name", expression("upper(name || ?)", "-?"))
				.where(column("name").eq(expression("concat(?, 'pond')", "Dead")));
		});
		assertThat(this.database.values("select name as \"value\" from hero where id = 2"))
			.containsExactly("DEADPOND-?");
	}

	@Test
	void aLargeListIsInsertedInSeveralStatements() {
		List<Map<String, Integer>> rows = IntStream.range(0, 3_201).mapToObj((id) -> Map.of("id", id)).toList();
		List<Long> inserted = new ArrayList<>();
		List<String> statements = this.database.run((op) -> inserted.add(op.bulkInsert("hero", rows)));
		assertThat(inserted).containsExactly(3_201L);
		assertThat(statements).hasSize(7);
		assertThat(this.database.values("select count(*) as \"value\" from hero")).containsExactly("3201");
	}

	@Test
	void rowsThatAreThereAreLeftOutWhereTheDatabaseCan() {
		Consumer<Operations> migration = (op) -> op.insert(table("hero"))
			.columns("id", "name")
			.values(1, "Deadpond")
			.values(2, "Spider")
			.onConflictDoNothing();
		this.database.execute("insert into hero values (1, 'First')");
		if (this.database.isPostgresql()) {
			assertThat(this.database.run(migration))
				.containsExactly("insert into hero (id, name) values\n    (?, ?),\n    (?, ?) on conflict do nothing");
			assertThat(this.database.values("select name as \"value\" from hero order by id")).containsExactly("First",
					"Spider");
		}
		else {
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.database.run(migration))
				.withMessageStartingWith("H2 has no insert that leaves out rows that are there already.")
				.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
		}
	}

	@Test
	void aRowHasAValueAColumn() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.database.run((op) -> op.insert(table("hero")).columns("id", "name").values(1)))
			.withMessage("A row for hero has 1 values for 2 columns [id, name]");
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> this.database.run((op) -> op.insert(table("hero")).set("id", 1).columns("name").values(1, 2)))
			.withMessage("The insert into hero needs set(…) or columns(…) and values(…), not both");
	}

}
