package dev.migrator.sample;

import java.nio.file.Path;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.revision.RevisionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application's revisions, up and down.
 */
class RevisionsTests {

	@Test
	void onPostgresqlTheyGoUpAndDownWithTheRows() {
		goUpAndDown(Databases.postgresql());
	}

	@Test
	void onH2TheyGoUpAndDownWithTheRows(@TempDir Path directory) {
		goUpAndDown(Databases.h2(directory));
	}

	private void goUpAndDown(SampleDatabase database) {
		Migrator migrator = Migrator.builder().dataSource(database.dataSource()).build();
		JdbcClient jdbc = database.jdbc();
		migrator.upgrade("14d93260d354");
		jdbc.sql("insert into team (name, headquarters) values ('Z-Force', 'Sister Margaret''s Bar')").update();
		jdbc.sql("insert into hero (name, secret_name, team_id) select 'Deadpond', 'Dive Wilson', id from team")
			.update();
		migrator.upgrade();
		assertThat(database.versions()).containsExactly(Databases.HEAD);
		assertThat(heroes(database, "hero_name")).containsExactly("Deadpond 0 Z-Force");
		migrator.downgrade("14d93260d354");
		assertThat(heroes(database, "name")).containsExactly("Deadpond null Z-Force");
		migrator.downgrade("base");
		assertThat(database.versions()).isEmpty();
		assertThat(database.strings("select lower(table_name) from information_schema.tables"
				+ " where lower(table_name) in ('hero', 'team')"))
			.isEmpty();
		migrator.upgrade();
		assertThat(database.versions()).containsExactly(Databases.HEAD);
	}

	private static List<String> heroes(SampleDatabase database, String nameColumn) {
		return database.jdbc()
			.sql("select h.%s, h.power_level, t.name from hero h join team t on t.id = h.team_id".formatted(nameColumn))
			.query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
			.list();
	}

	@Test
	void theyFormOneLineWithAMessageAndATimeEach() {
		Migrator migrator = Migrator.builder().dataSource(Databases.postgresql().dataSource()).build();
		List<RevisionInfo> pending = migrator.status().pending();
		assertThat(pending).extracting(RevisionInfo::id).isEqualTo(Databases.REVISIONS);
		assertThat(pending).allSatisfy((revision) -> {
			assertThat(revision.message()).isNotBlank();
			assertThat(revision.createdAt()).isNotNull();
		});
	}

}
