package dev.migrator.dialect;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.Expression;
import dev.migrator.operation.InsertRows;
import dev.migrator.operation.Operations;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.DialectTarget;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrator.operation.Sql.column;
import static dev.migrator.operation.Sql.condition;
import static dev.migrator.operation.Sql.expression;
import static dev.migrator.operation.Sql.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Statements on rows in the words of each database.
 */
class DataRenderingTests {

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "h2", "mariadb", "mysql" })
	void statementsOfTheAuthorStayAsTheyAre(String dialect) {
		List<SqlStatement> statements = DialectTarget.statements(dialect, (op) -> {
			op.execute("select '?'  from hero -- why?");
			op.execute("update hero set age = ?", 1);
		});
		assertThat(statements).containsExactly(SqlStatement.of("select '?'  from hero -- why?"),
				SqlStatement.of("update hero set age = ?", 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "h2", "mariadb", "mysql" })
	void rowsAreInsertedTogether(String dialect) {
		List<SqlStatement> statements = DialectTarget.statements(dialect, (op) -> {
			op.insert(table("hero")).set("name", "Deadpond").set("age", expression("1 + 1")).set("team_id", null);
			op.bulkInsert("hero", List.of(Map.of("name", "Spider"), Map.of("name", "Rusty")));
		});
		assertThat(statements).containsExactly(
				SqlStatement.of("insert into hero (name, age, team_id) values (?, 1 + 1, ?)", "Deadpond", null),
				SqlStatement.of("insert into hero (name) values\n    (?),\n    (?)", "Spider", "Rusty"));
	}

	@Test
	void manyRowsAreInsertedByStatementsOfBoundedSize() {
		List<List<@Nullable Object>> rows = new ArrayList<>();
		IntStream.range(0, 1201).forEach((i) -> rows.add(Arrays.asList(i, null)));
		List<SqlStatement> statements = Dialects.named("postgresql")
			.render(new InsertRows(table("hero"), List.of("id", "name"), rows));
		assertThat(statements).extracting((statement) -> statement.binds().size()).containsExactly(1000, 1000, 402);
		List<String> columns = IntStream.range(0, 100).mapToObj((i) -> "c" + i).toList();
		List<List<@Nullable Object>> wide = new ArrayList<>();
		IntStream.range(0, 101).forEach((i) -> wide.add(new ArrayList<>(columns)));
		assertThat(Dialects.named("h2").render(new InsertRows(table("hero"), columns, wide)))
			.extracting((statement) -> statement.binds().size())
			.containsExactly(10_000, 100);
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "h2", "mariadb", "mysql" })
	void anInsertMayNameNoColumnAndHaveNoRow(String dialect) {
		assertThat(sql(dialect, (op) -> op.insert(table("hero")))).containsExactly(
				(isMysqlFamily(dialect)) ? "insert into hero () values ()" : "insert into hero default values");
		assertThat(Dialects.named(dialect).render(new InsertRows(table("hero"), List.of("id"), List.of()))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "h2", "mariadb", "mysql" })
	void conditionsKeepTheirMeaning(String dialect) {
		List<SqlStatement> statements = DialectTarget.statements(dialect, (op) -> {
			op.update(table("app.hero"))
				.set("power", 0)
				.set("Name", expression("upper(name)"))
				.set("age", column("years"))
				.where(column("age").isNull().or(column("age").lt(3)))
				.where(column("name").like("D%").and(column("name").ne("Dora").not()));
			op.delete(table("hero")).where(column("age").in(1, 2).or(condition("a = ? or b", 5)).and(condition("c")));
			op.delete(table("hero"))
				.where(column("age").isNotNull().and(column("a").ge(column("b"))).and(column("c").isNull().not()));
			op.delete(table("hero"));
		});
		String name = Dialects.named(dialect).quote("Name");
		assertThat(name).isNotEqualTo("Name");
		assertThat(statements).containsExactly(
				SqlStatement
					.of("update app.hero set power = ?, %s = upper(name), age = years where (age is null or age < ?)"
						.formatted(name) + " and name like ? and not (name <> ?)", 0, 3, "D%", "Dora"),
				SqlStatement.of("delete from hero where (age in (?, ?) or (a = ? or b)) and (c)", 1, 2, 5),
				SqlStatement.of("delete from hero where age is not null and a >= b and c is not null"),
				SqlStatement.of("delete from hero"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "h2", "mariadb", "mysql" })
	void aComparisonWithNullAsksWhetherTheValueIsMissing(String dialect) {
		Object missing = new Expression.Value(null);
		assertThat(DialectTarget.statements(dialect, (op) -> {
			op.delete(table("hero")).where(column("age").eq(missing).or(column("age").ne(missing)));
			op.delete(table("hero")).where(column("age").in(1, missing).and(column("id").eq(2)));
		})).containsExactly(SqlStatement.of("delete from hero where age is null or age is not null"),
				SqlStatement.of("delete from hero where (age in (?) or age is null) and id = ?", 1, 2));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> sql(dialect, (op) -> op.delete(table("hero")).where(column("age").lt(missing))))
			.withMessage("'< null' takes no row; compare with a value, or use isNull()");
	}

	@Test
	void aQuestionMarkOfAnOperatorStaysOneNextToValues() {
		assertThat(DialectTarget.statements("postgresql", (op) -> {
			op.update(table("hero")).set("age", 1).where(condition("tags ?| array['a?'] -- ?"));
			op.delete(table("hero")).where(condition("tags ? 'a'"));
		})).containsExactly(SqlStatement.of("update hero set age = ? where tags ??| array['a?'] -- ?", 1),
				SqlStatement.of("delete from hero where tags ? 'a'"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "h2", "mariadb", "mysql" })
	void rowsAreInsertedChangedAndDeleted(String dialect) {
		UUID id = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
		List<SqlStatement> statements = DialectTarget.statements(dialect, (op) -> {
			op.insert(table("hero")).set("name", "Deadpond").set("order", 1);
			op.update(table("hero"))
				.set("seen", Instant.parse("2026-01-15T10:00:00Z"))
				.where(column("seen").lt(OffsetDateTime.parse("2026-01-15T10:00:00+05:30")));
			op.delete(table("hero")).where(column("id").eq(id));
			op.execute("delete from hero where seen = ?", Instant.EPOCH);
		});
		assertThat(statements).extracting(SqlStatement::sql)
			.containsExactly(
					"insert into hero (name, %s) values (?, ?)".formatted(Dialects.named(dialect).quote("order")),
					"update hero set seen = ? where seen < ?", "delete from hero where id = ?",
					"delete from hero where seen = ?");
	}

	private static boolean isMysqlFamily(String dialect) {
		return dialect.equals("mariadb") || dialect.equals("mysql");
	}

	private static List<String> sql(String dialect, Consumer<Operations> migration) {
		return DialectTarget.statements(dialect, migration).stream().map(SqlStatement::sql).toList();
	}

}
