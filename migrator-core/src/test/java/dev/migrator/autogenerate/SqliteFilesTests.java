package dev.migrator.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.cases.Recorder;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.MigrationFailedException;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.NamingConvention;
import dev.migrator.operation.Operation;
import dev.migrator.operation.Operations;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.Schema;
import dev.migrator.test.DatabaseContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteDataSource;

import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.text;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * SQL files for SQLite, which does by copying a table what others do by one statement.
 */
class SqliteFilesTests {

	private static final Schema HEROES = DeclaredSchema.of((op) -> {
		op.createTable("team", (t) -> {
			t.column("id", integer()).identity().primaryKey();
			t.column("name", varchar(50));
		});
		op.createTable("hero", (t) -> {
			t.column("id", integer()).identity().primaryKey();
			t.column("name", varchar(50)).notNull();
			t.column("age", integer());
			t.column("team_id", integer());
			t.constraint("fk_hero_team")
				.foreignKey("team_id")
				.references("team", "id")
				.onDelete(ReferentialAction.CASCADE);
			t.constraint("ck_age").check("age > 0");
		});
		op.createIndex("ix_hero_name", "hero", "name");
	});

	private static final Schema MORE = DeclaredSchema.of((op) -> {
		op.createTable("team", (t) -> {
			t.column("id", integer()).identity().primaryKey();
			t.column("name", text()).notNull();
			t.constraint("uq_team_name").unique("name");
		});
		op.createTable("hero", (t) -> {
			t.column("id", integer()).identity().primaryKey();
			t.column("name", varchar(80)).notNull();
			t.column("age", bigint()).notNull().defaultValue(18);
			t.column("team_id", integer());
			t.column("mentor_id", integer());
			t.constraint("fk_hero_team").foreignKey("team_id").references("team", "id");
			t.constraint("fk_hero_mentor").foreignKey("mentor_id").references("hero", "id");
		});
		op.createIndex("ix_hero_name", "hero", "name");
	});

	private final SqliteFiles files = new SqliteFiles();

	@AfterEach
	void tearDown() {
		this.files.close();
	}

	private static Changes of(List<Operation> upgrade, List<Operation> downgrade) {
		return new Changes(upgrade, downgrade, List.of(), List.of());
	}

	private static void withHeroes(SqliteFiles files) {
		files.write(files.changes(HEROES));
		files.migrator().upgrade();
		files.execute("insert into team values (1, 'Preventers'), (7, 'Z-Force')",
				"insert into hero values (1, 'Deadpond', 30, 7), (5, 'Rusty-Man', 48, 1), (9, 'Spider-Boy', 15, null)");
	}

	@Test
	void aFileCopiesTablesThereAndBackAndKeepsTheirRows() {
		withHeroes(this.files);
		List<String> before = DatabaseContent.of(this.files.database(), "main");
		String heroes = "select id, name, age, team_id from hero order by id";
		String teams = "select id, name from team order by id";
		List<String> rows = this.files.rows(heroes);
		String source = this.files.write(this.files.changes(MORE));
		assertThat(source).containsSubsequence("-- migrator:upgrade\npragma foreign_keys = off;\n",
				"create table \"_migrator_new_team\"", "insert or abort into", "drop table", "-- migrator:downgrade\n",
				"pragma foreign_keys = off;\n");
		this.files.migrator().upgrade();
		assertThat(this.files.changes(MORE).upgrade()).isEmpty();
		assertThat(this.files.rows(heroes)).isEqualTo(rows);
		assertThat(this.files.rows(teams)).containsExactly("[1, Preventers]", "[7, Z-Force]");
		assertThat(this.files.rows("pragma foreign_keys")).containsExactly("[1]");
		this.files.migrator().downgrade("-1");
		assertThat(this.files.changes(HEROES).upgrade()).isEmpty();
		assertThat(this.files.rows(heroes)).isEqualTo(rows);
		assertThat(this.files.rows(teams)).containsExactly("[1, Preventers]", "[7, Z-Force]");
		assertThat(DatabaseContent.of(this.files.database(), "main"))
			.filteredOn((line) -> line.contains("hero") && !line.contains("migrator"))
			.isEqualTo(before.stream().filter((line) -> line.contains("hero") && !line.contains("migrator")).toList());
	}

	@Test
	void aFileDoesTheSameWhereForeignKeysAreNotEnforced() {
		SQLiteDataSource database = new SQLiteDataSource();
		database.setUrl("jdbc:sqlite:file:lenient?mode=memory&cache=shared");
		try (SqliteFiles lenient = new SqliteFiles(database); Connection kept = database.getConnection()) {
			assertThat(kept.isClosed()).isFalse();
			withHeroes(lenient);
			lenient.write(lenient.changes(MORE));
			lenient.migrator().upgrade();
			assertThat(lenient.changes(MORE).upgrade()).isEmpty();
			lenient.migrator().downgrade("-1");
			assertThat(lenient.changes(HEROES).upgrade()).isEmpty();
			assertThat(lenient.rows("select count(*) from hero where team_id is not null")).containsExactly("[2]");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void whatGoesWithATableIsMadeAgain() {
		withHeroes(this.files);
		this.files.execute("create view grown as select name from hero where age > 17",
				"create trigger log after insert on hero begin update team set name = name || '; end'; end");
		this.files.write(of(changes((op) -> op.alterColumn("hero", "age", (c) -> c.type(bigint()))),
				changes((op) -> op.alterColumn("hero", "age", (c) -> c.type(integer())))));
		String objects = "select type, name, sql from sqlite_schema where type in ('view', 'trigger', 'index') order by name";
		List<String> before = this.files.rows(objects);
		this.files.migrator().upgrade();
		assertThat(this.files.rows(objects)).isEqualTo(before);
		this.files.migrator().downgrade("-1");
		assertThat(this.files.rows(objects)).isEqualTo(before);
		assertThat(this.files.rows("select name from grown")).hasSize(2);
	}

	@Test
	void anOperationSeesWhatThoseBeforeItDid() {
		withHeroes(this.files);
		this.files.write(of(changes((op) -> {
			op.renameTable("team", "squad");
			op.addColumn("squad", "motto", text());
			op.alterColumn("squad", "motto", (c) -> c.defaultValue("-"));
			op.createUniqueConstraint("uq_motto", "squad", "motto");
			op.execute("update squad set motto = name");
		}), changes((op) -> {
			op.dropConstraint("uq_motto", "squad", ConstraintType.UNIQUE);
			op.dropColumn("squad", "motto");
			op.renameTable("squad", "team");
		})));
		this.files.migrator().upgrade();
		assertThat(this.files.rows("select name, motto from squad order by id"))
			.containsExactly("[Preventers, Preventers]", "[Z-Force, Z-Force]");
		this.files.migrator().downgrade("-1");
		assertThat(this.files.changes(HEROES).upgrade()).isEmpty();
		assertThat(this.files.rows("select count(*) from hero where team_id is not null")).containsExactly("[2]");
	}

	@Test
	void onlyARevisionThatCopiesTablesWithForeignKeysSuspendsThem() {
		withHeroes(this.files);
		assertThat(this.files.write(of(changes((op) -> {
			op.createTable("log", (t) -> t.column("line", text()));
			op.alterColumn("log", "line", (c) -> c.notNull());
		}), changes((op) -> op.dropTable("log"))))).contains("_migrator_new_log").doesNotContain("foreign_keys = off");
		this.files.migrator().upgrade();
	}

	@Test
	void rowsThatANewForeignKeyForbidsFailTheRevision() {
		withHeroes(this.files);
		this.files.execute("update hero set age = 99 where id = 1");
		this.files
			.write(of(changes((op) -> op.createForeignKey("fk_age", "hero", "team", List.of("age"), List.of("id"))),
					List.of()));
		assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(() -> this.files.migrator().upgrade())
			.withMessageContaining("rows of hero name a row that is not there");
		assertThat(this.files.changes(HEROES).upgrade()).isEmpty();
		assertThat(this.files.rows("select count(*) from hero")).containsExactly("[3]");
	}

	@Test
	void whatFailsOnTheSchemaIsToldInOneSentence() {
		withHeroes(this.files);
		List<Operation> broken = changes((op) -> op.alterColumn("hero", "age", (c) -> c.notNull()));
		broken.add(ExecuteSql.of("insert into nowhere values (1)"));
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.files.write(of(broken, List.of())))
			.withMessageContaining(
					"The revision cannot be written in SQL: Tried on the schema of the database, it fails")
			.withMessageContaining("(insert into nowhere values (1)) Write it in Java (--java).")
			.extracting(MigratorException::category)
			.isEqualTo(ErrorCategory.UNSUPPORTED);
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> this.files
				.write(of(changes((op) -> op.alterColumn("villain", "age", (c) -> c.notNull())), List.of())))
			.withMessage("The revision cannot be written in SQL: There is no table 'villain' in the database. "
					+ "Write it in Java (--java).");
	}

	@Test
	void aScriptHasCopiesOfTablesButOnlyThoseWithoutForeignKeys() {
		this.files.write(of(changes((op) -> {
			op.createTable("log", (t) -> t.column("line", text()));
			op.alterColumn("log", "line", (c) -> c.notNull());
		}), List.of()));
		StringBuilder script = new StringBuilder();
		this.files.migrator().offline(Dialects.named("sqlite")).upgrade("base:head", script);
		assertThat(script).contains("alter table \"_migrator_new_log\" rename to \"log\"");
		this.files.migrator().upgrade();
		this.files.write(this.files.changes(HEROES));
		this.files.migrator().upgrade();
		this.files.write(this.files.changes(MORE));
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> this.files.migrator().offline(Dialects.named("sqlite")).upgrade("a2:a3", script))
			.withMessageContaining("a script cannot know whether foreign keys are enforced. Run this revision online");
	}

	private static List<Operation> changes(Consumer<Operations> work) {
		Recorder recorder = new Recorder("sqlite", NamingConvention.NONE);
		Operations op = recorder.op();
		work.accept(op);
		op.flush();
		return new ArrayList<>(recorder.operations());
	}

}
