package dev.migrator.autogenerate;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.autogenerate.scratch.DatabaseComparison;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Operations;
import dev.migrator.operation.Sql;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import dev.migrator.test.LiveDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DeclaredSchema}.
 */
class DeclaredSchemaTests {

	private static final Consumer<Operations> HEROES = (op) -> {
		op.createTable("team", (t) -> {
			t.column("id", integer()).identity().primaryKey();
			t.column("name", varchar(100)).notNull().unique();
			t.column("leader_id", integer());
		});
		op.createTable("hero", (t) -> {
			t.column("id", integer()).identity().primaryKey();
			t.column("name", varchar(100)).notNull();
			t.column("team_id", integer()).references("team", "id");
			t.comment("Who saves the world");
		});
		op.createIndex("ix_hero_name", "hero", "name");
		op.createForeignKey("fk_team_leader", "team", "hero", List.of("leader_id"), List.of("id"));
		op.createCheckConstraint("ck_hero_name", "hero", "name <> ''");
		op.createSequence("badge");
	};

	@Test
	void whatIsCreatedLaterBelongsToItsTable() {
		Schema schema = DeclaredSchema.of(HEROES.andThen((op) -> op.createView("named", "select name from hero")));
		assertThat(schema.tables()).extracting((table) -> table.name().name()).containsExactly("hero", "team");
		Table hero = schema.table(TableName.of("hero")).orElseThrow();
		assertThat(hero.indexes()).extracting((index) -> index.name()).containsExactly("ix_hero_name");
		assertThat(hero.comment()).isEqualTo("Who saves the world");
		assertThat(hero.constraints()).extracting(Constraint::name).contains("ck_hero_name");
		assertThat(schema.table(TableName.of("team")).orElseThrow().constraints())
			.anyMatch((constraint) -> "fk_team_leader".equals(constraint.name()));
		assertThat(schema.sequences()).extracting(Sequence::name).containsExactly(TableName.of("badge"));
		assertThat(schema.views()).extracting((view) -> view.name().name()).containsExactly("named");
	}

	@Test
	void typesAndCommentsAreKept() {
		Schema schema = DeclaredSchema.of((op) -> {
			op.createSchema("app");
			op.createEnum("mood", "sad", "happy");
			op.createCompositeType("place", (t) -> t.attribute("lat", Types.real()));
			op.createTable("app.hero", (t) -> t.column("mood", Types.enumeration("mood", "sad", "happy")));
			op.createTableComment("app.hero", "All of them");
		});
		assertThat(schema.schemas()).containsExactly("app");
		assertThat(schema.enums()).containsExactly(new EnumType(TableName.of("mood"), List.of("sad", "happy")));
		assertThat(schema.composites())
			.containsExactly(new CompositeType(TableName.of("place"), List.of(new Attribute("lat", Types.real()))));
		assertThat(schema.tables()).extracting(Table::comment).containsExactly("All of them");
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "postgresql", "sqlite" })
	void whatTheSameWordsCreateInADatabaseIsEqual(String product) {
		Consumer<Operations> declaration = (product.equals("sqlite")) ? (op) -> {
			op.createTable("team", (t) -> {
				t.column("id", integer()).primaryKey();
				t.column("name", varchar(100)).notNull().unique();
			});
			op.createIndex("ix_team_name", "team", "name");
		} : HEROES;
		try (LiveDatabase database = new LiveDatabase(product)) {
			database.run(declaration);
			DatabaseComparison comparison = new DatabaseComparison(ComparisonSettings.DEFAULTS, RenameDecision.NEVER);
			Changes changes = comparison.compare(List.of(new FixedTarget(DeclaredSchema.of(declaration))),
					database.dialect(), database.session());
			assertThat(changes.upgrade()).isEmpty();
		}
	}

	@Test
	void whatCreatesNothingIsRefused() {
		refused((op) -> op.dropTable("hero"), "only says what there is to be: DropTable creates nothing.");
		refused((op) -> op.update(Sql.table("hero")).set("name", "x"), "UpdateRows creates nothing");
		refused((op) -> op.execute("create table hero (id int)"), "ExecuteSql creates nothing");
		refused((op) -> op.query("select 1"), "no database to query");
		refused(Operations::jdbc, "no connection");
		refused(Operations::dialect, "for any database");
	}

	@Test
	void whatIsTwiceOrHasNoTableIsRefused() {
		Consumer<Operations> hero = (op) -> op.createTable("hero", (t) -> t.column("id", integer()));
		refused(hero.andThen(hero), "declares the table hero twice");
		refused((op) -> op.createIndex("ix", "hero", "name"), "something of the table hero before the table itself");
	}

	@Test
	void whatIsOnAColumnThatIsNotThereIsRefused() {
		Consumer<Operations> hero = (op) -> op.createTable("hero", (t) -> {
			t.column("id", integer()).primaryKey();
			t.column("team_id", integer());
		});
		refused(hero.andThen((op) -> op.createIndex("ix_hero", "hero", "lower(id)")),
				"the index ix_hero of hero on a column 'lower(id)' that the table hero has not. It has id, team_id.");
		refused(hero.andThen((op) -> op.createUniqueConstraint("uq_hero", "hero", "id", "tem_id")),
				"the unique constraint uq_hero of hero on a column 'tem_id'");
		refused(hero
			.andThen((op) -> op.createForeignKey("fk_hero", "hero", "hero", List.of("team_id"), List.of("ids"))),
				"the foreign key fk_hero of hero on a column 'ids'");
	}

	@Test
	void aForeignKeyToNoTableIsRefusedBeforeAnythingIsWritten() {
		Schema schema = DeclaredSchema.of((op) -> op.createTable("hero", (t) -> {
			t.column("id", integer()).primaryKey();
			t.column("team_id", integer()).references("team", "id");
		}));
		try (LiveDatabase database = new LiveDatabase("h2")) {
			DatabaseComparison comparison = new DatabaseComparison(ComparisonSettings.DEFAULTS, RenameDecision.NEVER);
			List<FixedTarget> targets = List.of(new FixedTarget(schema));
			assertThatExceptionOfType(MigratorException.class)
				.isThrownBy(() -> comparison.compare(targets, database.dialect(), database.session()))
				.withMessageContaining("A foreign key of hero (team_id) leads to the table team, "
						+ "which is neither wanted nor in the database.");
			database.run((op) -> op.createTable("team", (t) -> t.column("id", integer()).primaryKey()));
			assertThat(comparison.compare(targets, database.dialect(), database.session()).upgrade()).isNotEmpty();
		}
	}

	private static void refused(Consumer<Operations> declaration, String message) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> DeclaredSchema.of(declaration))
			.withMessageContaining(message);
	}

}
