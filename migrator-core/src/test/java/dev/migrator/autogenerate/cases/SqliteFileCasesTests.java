package dev.migrator.autogenerate.cases;

import java.util.List;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.SqliteFiles;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Schema;
import dev.migrator.test.CasesDirectory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the cases of autogenerate change, done in SQLite by SQL files, there and back:
 * those whose schemas SQLite has words for.
 */
class SqliteFileCasesTests {

	private static final List<AutogenerateCase> CASES = AutogenerateCase.readAll(CasesDirectory.of("autogenerate"))
		.stream()
		.filter(SqliteFileCasesTests::isForSqlite)
		.toList();

	@Test
	void mostCasesSayWhatSqliteHas() {
		if (System.getProperty("migrator.cases") == null) {
			assertThat(CASES).hasSizeGreaterThan(200);
		}
	}

	@TestFactory
	Stream<DynamicTest> aFileLeadsThereAndBack() {
		return CASES.stream()
			.map((autogenerateCase) -> DynamicTest.dynamicTest(autogenerateCase.name(), () -> check(autogenerateCase)));
	}

	private static Schema before(AutogenerateCase autogenerateCase) {
		return CaseSchema.read(autogenerateCase.json().path("before"));
	}

	// A migrator has its own tables, and to count is what a key does in SQLite, not a
	// type.
	private static boolean isForSqlite(AutogenerateCase autogenerateCase) {
		return autogenerateCase.json().has("upgrade") && !autogenerateCase.json().path("settings").has("own")
				&& !autogenerateCase.json().toString().contains("serial") && canBeMade(before(autogenerateCase))
				&& canBeMade(autogenerateCase.after());
	}

	private static boolean canBeMade(Schema schema) {
		try (SqliteFiles files = new SqliteFiles()) {
			files.write(files.changes(schema));
			files.migrator().upgrade();
			return files.changes(schema).isEmpty();
		}
		catch (MigratorException ex) {
			return false;
		}
	}

	private static void check(AutogenerateCase autogenerateCase) {
		try (SqliteFiles files = new SqliteFiles()) {
			files.write(files.changes(before(autogenerateCase)));
			files.migrator().upgrade();
			Changes changes = changes(files, autogenerateCase, autogenerateCase.after(), autogenerateCase.renames());
			String file = files.write(changes);
			files.migrator().upgrade();
			assertThat(changes(files, autogenerateCase, autogenerateCase.after(), RenameDecision.NEVER).upgrade())
				.as(file)
				.isEmpty();
			files.migrator().downgrade("-1");
			assertThat(changes(files, autogenerateCase, before(autogenerateCase), RenameDecision.NEVER).upgrade())
				.as(file)
				.isEmpty();
		}
	}

	private static Changes changes(SqliteFiles files, AutogenerateCase autogenerateCase, Schema target,
			RenameDecision renames) {
		return files.changes(target, autogenerateCase.settings(), renames);
	}

}
