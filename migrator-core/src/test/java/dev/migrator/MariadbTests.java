package dev.migrator;

import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Operations;
import dev.migrator.schema.Types;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.test.DatabaseContent;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Revisions in Java on MariaDB and MySQL, where columns are stated whole.
 */
@ParameterizedClass
@ValueSource(strings = { "mariadb", "mysql" })
class MariadbTests {

	@Parameter
	String product = "";

	@TempDir
	Path folder;

	private RevisionFolder revisions;

	private DataSource database;

	@BeforeEach
	void setUp() {
		this.revisions = new RevisionFolder(this.folder);
		this.database = Databases.of(this.product);
	}

	@Test
	void whatItLacksIsRefusedBeforeAnythingRuns() {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> this.revisions.builder(this.database)
				.migrations(List.of(Create.class, Convert.class))
				.build()
				.upgrade("heads"))
			.withMessageContaining(" converts values to a new type by itself")
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
		assertThat(DatabaseContent.of(this.database)).noneMatch((line) -> line.contains("hero"));
	}

	@Test
	void aColumnIsReadWhenItsTurnComes() {
		Migrator migrator = this.revisions.builder(this.database)
			.migrations(List.of(Create.class, Widen.class))
			.build();
		migrator.upgrade("heads");
		assertThat(DatabaseContent.of(this.database))
			.contains(printed("column `hero`.`years` bigint(20) not null default 7 comment 'In years'"));
		migrator.downgrade("-1");
		assertThat(DatabaseContent.of(this.database))
			.contains(printed("column `hero`.`age` int(11) not null default 7 comment 'In years'"));
	}

	private String printed(String line) {
		return (this.product.equals("mysql")) ? line.replaceAll("int\\(\\d+\\)", "int") : line;
	}

	@Test
	void aScriptStatesAColumnOnlyByWhatIsSaidOfIt() {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> this.revisions.builder(this.database)
				.migrations(List.of(Create.class, Widen.class))
				.buildOffline(Dialects.named(this.product))
				.upgrade("heads", new StringBuilder()))
			.withMessageContaining("Run this revision online, or say what the column is before by existing(…).");
	}

	@Revision(id = "aaa111")
	static class Create implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.createTable("hero", (t) -> {
				t.column("id", Types.bigint()).identity().primaryKey();
				t.column("age", Types.integer()).notNull().defaultValue(7).comment("In years");
			});
		}

		@Override
		public void downgrade(Operations op) {
			op.dropTable("hero");
		}

	}

	@Revision(id = "bbb222", downRevision = "aaa111")
	static class Widen implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.alterColumn("hero", "age", (c) -> c.type(Types.bigint()).rename("years"));
		}

		@Override
		public void downgrade(Operations op) {
			op.alterColumn("hero", "years", (c) -> c.type(Types.integer()).rename("age"));
		}

	}

	@Revision(id = "bbb222", downRevision = "aaa111")
	static class Convert implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.alterColumn("hero", "age", (c) -> c.type(Types.bigint()).using("age * 2"));
		}

	}

}
