package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.SuspendedForeignKeys;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.Operations;
import dev.migrator.schema.Types;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever table is copied, all that the change is not about stays: columns, constraints,
 * indexes, triggers, views, rows and their rowids, and the rows of other tables.
 */
class RebuildPropertyTests {

	@Property(tries = 300)
	void aChangeKeepsAllThatItIsNotAbout(@ForAll long seed) {
		Random random = new Random(seed);
		SQLiteDataSource dataSource = new SQLiteDataSource();
		dataSource.setUrl("jdbc:sqlite::memory:");
		dataSource.setEnforceForeignKeys(true);
		try (SqlSession session = JdbcSession.open(dataSource)) {
			RandomTable table = new RandomTable(random, session);
			table.create();
			for (int i = 0; i < 3; i++) {
				check(change(random, table, i), table, session);
			}
		}
	}

	private static Change change(Random random, RandomTable table, int number) {
		String column = table.columns.get(random.nextInt(table.columns.size()));
		return switch (random.nextInt(8)) {
			case 0 -> new Change((op) -> op.alterColumn("t", column, (c) -> c.type(Types.raw("any"))), column, null,
					isColumn(column));
			case 1 -> new Change((op) -> op.alterColumn("T", column, (c) -> c.defaultValue("it's, (")), null, null,
					isColumn(column));
			case 2 -> new Change((op) -> op.alterColumn("t", column, (c) -> c.dropDefault().nullable()), null, null,
					isColumn(column));
			case 3 -> new Change((op) -> op.alterColumn("t", "parent_id", (
					c) -> c.type(Types.integer()).notNull().using("coalesce(parent_id, 1)").defaultExpression("2 - 1")),
					"parent_id", null, isColumn("parent_id"));
			case 4 -> new Change((op) -> op.createCheckConstraint("added_" + number, "t", "t.id <> ')'"), null, null,
					(line) -> line.contains("added_" + number));
			case 5 -> new Change((op) -> op.createUniqueConstraint("added_" + number, "t", "id", "parent_id"), null,
					null, (line) -> line.contains("added_" + number));
			case 6 -> dropConstraint(random, table);
			default -> dropColumn(column, number, table);
		};
	}

	private static Change dropConstraint(Random random, RandomTable table) {
		if (table.constraints.isEmpty()) {
			return new Change((op) -> op.alterColumn("t", "id", (c) -> c.notNull()), null, null, isColumn("id"));
		}
		String[] constraint = table.constraints.remove(random.nextInt(table.constraints.size()));
		return new Change((op) -> op.dropConstraint(constraint[0], "t", ConstraintType.valueOf(constraint[1])), null,
				null, (line) -> line.startsWith("table \"t\": constraint") && line.contains(constraint[0]));
	}

	private static Change dropColumn(String column, int number, RandomTable table) {
		if (table.columns.size() == 1 || (table.computed && column.equals("c0"))) {
			return new Change(
					(op) -> op.addColumn("t", "made_" + number, Types.text(),
							(c) -> c.defaultExpression("hex(randomblob(4))").notNull()),
					null, "made_" + number, isColumn("made_" + number));
		}
		table.columns.remove(column);
		table.constraints.removeIf((constraint) -> constraint[0].equals("ck one") && column.equals("c0"));
		table.constraints.removeIf((constraint) -> constraint[0].equals("uq"));
		return new Change((op) -> op.dropColumn("t", column), column, null,
				(line) -> (line.startsWith("table \"t\"") || line.startsWith("index")) && line.contains(column));
	}

	private static Predicate<String> isColumn(String column) {
		return (line) -> line.matches("table \"t\" column \\d+ \"%s\".*".formatted(column));
	}

	private static void check(Change change, RandomTable table, SqlSession session) {
		Dialect dialect = Dialects.of(session.database());
		List<String> columns = new ArrayList<>(columns(session));
		columns.removeIf((column) -> column.equals(change.touched()) || column.equals(change.made())
				|| (column.equals("g") && "c0".equals(change.touched())));
		List<String> lines = lines(change, dialect, session);
		List<String> rows = rows(columns, table, session);
		SuspendedForeignKeys keys = dialect.suspendForeignKeys(session);
		session.begin();
		try {
			change.work().accept(new Operations(new GroupTarget(dialect, session)));
			keys.check(session);
			session.commit();
		}
		catch (SqlSessionException ex) {
			// The same number as text and as a number may be one value in another type.
			assertThat(ex).hasMessageContaining("UNIQUE constraint failed");
			session.rollback();
		}
		keys.resume(session);
		assertThat(lines(change, dialect, session)).isEqualTo(lines);
		assertThat(rows(columns, table, session)).isEqualTo(rows);
		assertThat(session.query(SqlStatement.of("pragma integrity_check")).toString()).contains("=ok");
		assertThat(session.query(SqlStatement.of("pragma foreign_key_check"))).isEmpty();
		assertThat(session.query(SqlStatement.of("pragma legacy_alter_table")).toString()).contains("=0");
	}

	private static List<String> columns(SqlSession session) {
		return session.query(SqlStatement.of("select name from pragma_table_xinfo('t') order by cid"))
			.stream()
			.map((row) -> String.valueOf(row.string("name")))
			.toList();
	}

	// Where a column stands may change, and that it is one of this table need not be
	// said.
	private static List<String> lines(Change change, Dialect dialect, SqlSession session) {
		return dialect.describeSchema("main", session)
			.stream()
			.filter(change.about().negate())
			.map((line) -> line.replaceAll(" column \\d+", "").replace(" t . ", " "))
			.toList();
	}

	private static List<String> rows(List<String> columns, RandomTable table, SqlSession session) {
		String values = Stream.concat((table.rowid) ? Stream.of("rowid") : Stream.empty(), columns.stream())
			.map("quote(%s)"::formatted)
			.collect(Collectors.joining(" || ',' || "));
		return Stream
			.of("select %s as line from t order by id".formatted(values),
					"select id || ',' || t_id as line from child order by id", "select line from log order by rowid",
					"select name as line from parent order by id")
			.flatMap((sql) -> session.query(SqlStatement.of(sql)).stream())
			.map((row) -> String.valueOf(row.string("line")))
			.toList();
	}

	/**
	 * A change of the table.
	 *
	 * @param work what is done
	 * @param touched the column whose values may change, or {@code null}
	 * @param made the column that is new, or {@code null}
	 * @param about tells the lines that may change
	 */
	private record Change(Consumer<Operations> work, @Nullable String touched, @Nullable String made,
			Predicate<String> about) {

	}

}
