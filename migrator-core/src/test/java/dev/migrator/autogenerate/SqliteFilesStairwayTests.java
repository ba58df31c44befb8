package dev.migrator.autogenerate;

import java.util.List;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.test.RandomSchemas;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From any schema to any other in SQLite by SQL files, and back.
 */
class SqliteFilesStairwayTests {

	private static final Dialect SQLITE = Dialects.named("sqlite");

	@Property(tries = 60)
	void upAndDown(@ForAll long seed) {
		try (SqliteFiles files = new SqliteFiles()) {
			files.write(new Changes(
					RandomSchemas.creation(StairwayPropertyTests.named(new RandomSchemas(SQLITE, seed).schema())),
					List.of(), List.of(), List.of()));
			files.migrator().upgrade();
			Schema first = reflect(files);
			assertThat(files.changes(first).upgrade()).as("what was read is wanted").isEmpty();
			Schema second = new RandomChanges(SQLITE, seed).of(first, new RandomSchemas(SQLITE, seed + 1).schema());
			String file = files.write(files.changes(second));
			files.migrator().upgrade();
			assertThat(files.changes(second).upgrade()).as(file).isEmpty();
			files.migrator().downgrade("-1");
			assertThat(files.changes(first).upgrade()).as(file).isEmpty();
		}
	}

	private static Schema reflect(SqliteFiles files) {
		try (SqlSession session = JdbcSession.open(files.database())) {
			Schema schema = SQLITE.reflect(SchemaFilter.DEFAULT, session);
			return new Schema(List.of(),
					schema.tables().stream().filter((table) -> !table.name().name().startsWith("migrator_")).toList(),
					List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
		}
	}

}
