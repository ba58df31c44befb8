package dev.migrator;

import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.test.Databases;
import org.postgresql.ds.PGSimpleDataSource;

import static dev.migrator.operation.Sql.expression;

/**
 * A process that updates a table in batches until it is killed or done.
 */
public final class BatchingProcess {

	private BatchingProcess() {
	}

	public static void main(String[] args) {
		migrator(database(args[0])).upgrade();
	}

	static DataSource database(String place) {
		if (place.startsWith("jdbc:postgresql:")) {
			PGSimpleDataSource postgresql = new PGSimpleDataSource();
			postgresql.setUrl(place);
			postgresql.setUser("postgres");
			return postgresql;
		}
		return (place.endsWith(".db")) ? Databases.sqliteFile(Path.of(place)) : Databases.h2File(Path.of(place));
	}

	static Migrator migrator(DataSource database) {
		return Migrator.builder()
			.dataSource(database)
			.locations("classpath:nowhere")
			.migrations(List.of(Walks.class))
			.build();
	}

	@Revision(id = "walks")
	public static class Walks implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.updateInBatches("hero", (b) -> b.key("id").size(5).set("power_level", expression("power_level + 1")));
			System.out.println("walked");
		}

	}

}
