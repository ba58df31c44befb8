package dev.migrator.autogenerate.scratch;

import java.util.List;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.DeclaredSchema;
import dev.migrator.autogenerate.FixedTarget;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Types;
import dev.migrator.test.LiveDatabase;
import dev.migrator.test.OperationRun;
import org.junit.jupiter.api.Test;

import static dev.migrator.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Columns of large objects, where Hibernate keeps what is {@code @Lob}, become columns
 * with what was in these.
 */
class LargeObjectsTests {

	@Test
	void textsAreTakenOverBothWays() {
		takesOver(Types.text(), "select story as value from hero", "Émile\nwent out", "null");
	}

	@Test
	void textsOfSomeLengthAreTakenOver() {
		takesOver(Types.varchar(32600), "select story as value from hero", "Émile\nwent out", "null");
	}

	@Test
	void bytesAreTakenOverBothWays() {
		takesOver(Types.blob(), "select convert_from(story, 'UTF8') as value from hero", "Émile\nwent out", "null");
	}

	private static void takesOver(ColumnType type, String query, String... texts) {
		try (LiveDatabase database = new LiveDatabase("postgresql")) {
			database.execute("create table hero (id integer primary key, story oid)");
			for (int i = 0; i < texts.length; i++) {
				database.execute("insert into hero values (%d, %s)".formatted(i, ("null".equals(texts[i])) ? "null"
						: "lo_from_bytea(0, convert_to('%s', 'UTF8'))".formatted(texts[i])));
			}
			DatabaseComparison comparison = new DatabaseComparison(ComparisonSettings.DEFAULTS, RenameDecision.NEVER);
			Changes changes = comparison
				.compare(List.of(new FixedTarget(DeclaredSchema.of((op) -> op.createTable("hero", (t) -> {
					t.column("id", integer()).primaryKey();
					t.column("story", type);
				})))), database.dialect(), database.session());
			OperationRun.run(database.session(), changes.upgrade());
			assertThat(database.values(query + " order by id")).containsExactly(texts);
			OperationRun.run(database.session(), changes.downgrade());
			assertThat(database.values("select convert_from(lo_get(story), 'UTF8') as value from hero order by id"))
				.containsExactly(texts);
		}
	}

}
