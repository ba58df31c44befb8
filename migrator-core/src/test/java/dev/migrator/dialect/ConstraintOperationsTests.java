package dev.migrator.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.Operations;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ForeignKeyMatch;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.TableName;
import dev.migrator.session.DatabaseInfo;
import dev.migrator.session.SqlSessionException;
import dev.migrator.test.DialectTarget;
import dev.migrator.test.LiveDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What becomes of operations on constraints, and what that does.
 */
@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2" })
class ConstraintOperationsTests {

	private static final TableName HERO = TableName.of("hero");

	@Parameter
	String product = "";

	private LiveDatabase database;

	@BeforeEach
	void open() {
		this.database = new LiveDatabase(this.product);
		this.database.execute("create table team (id int not null, town int not null, unique (id, town))",
				"create table hero (id int not null, team_id int, town int, name varchar(20))");
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private void assertUnsupported(Consumer<Operations> migration, String message) {
		Operations op = new DialectTarget(Dialects.named(this.product), null).operations();
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> migration.accept(op))
			.withMessageStartingWith(message)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
	}

	private List<String> constraints() {
		return this.database.describe((this.database.isPostgresql()) ? "constraint hero." : "constraint \"HERO\".");
	}

	@Test
	void keysOfPostgresqlMaySayAllOfIt() {
		if (!this.database.isPostgresql()) {
			return;
		}
		this.database.execute("create unique index own on hero (name)", "create unique index pk_own on team (id)");
		assertThat(this.database.run((op) -> {
			op.createPrimaryKey("pk_hero", "hero", (key) -> key.columns("id").include("name").initiallyDeferred());
			op.createUniqueConstraint("uq_1", "hero",
					(unique) -> unique.columns("team_id", "town").nullsNotDistinct().include("name").deferrable());
			op.createUniqueConstraint("uq_2", "hero", (unique) -> unique.usingIndex("own").initiallyDeferred());
			op.createPrimaryKey("pk_team", "team", (key) -> key.usingIndex("pk_own"));
		})).containsExactly(
				"alter table hero add constraint pk_hero primary key (id) include (name) deferrable initially deferred",
				"alter table hero add constraint uq_1 unique nulls not distinct (team_id, town) include (name) deferrable",
				"alter table hero add constraint uq_2 unique using index own deferrable initially deferred",
				"alter table team add constraint pk_team primary key using index pk_own");
		assertThat(constraints()).containsExactly(
				"constraint hero.pk_hero PRIMARY KEY (id) INCLUDE (name) DEFERRABLE INITIALLY DEFERRED",
				"constraint hero.uq_1 UNIQUE NULLS NOT DISTINCT (team_id, town) INCLUDE (name) DEFERRABLE",
				"constraint hero.uq_2 UNIQUE (name) DEFERRABLE INITIALLY DEFERRED");
	}

	@Test
	void foreignKeysOfPostgresqlMaySayAllOfIt() {
		if (!this.database.isPostgresql()) {
			return;
		}
		this.database.execute("insert into hero values (1, 7, 8, 'lost')");
		assertThat(this.database.run((op) -> {
			op.createForeignKey("fk", "hero",
					(key) -> key.columns("team_id", "town")
						.references("team", "id", "town")
						.match(ForeignKeyMatch.SIMPLE)
						.onDelete(ReferentialAction.SET_NULL, "team_id")
						.onUpdate(ReferentialAction.CASCADE)
						.initiallyDeferred()
						.notValid());
			op.createCheckConstraint("ck", "hero", "name <> 'lost'", (check) -> check.noInherit().notValid());
		})).containsExactly(
				"alter table hero add constraint fk foreign key (team_id, town) references team (id, town) match simple "
						+ "on delete set null (team_id) on update cascade deferrable initially deferred not valid",
				"alter table hero add constraint ck check (name <> 'lost') no inherit not valid");
		assertThat(constraints()).containsExactly(
				"constraint hero.ck CHECK (name::text <> 'lost'::text) NO INHERIT NOT VALID",
				"constraint hero.fk FOREIGN KEY (team_id, town) REFERENCES team(id, town) ON UPDATE CASCADE "
						+ "ON DELETE SET NULL (team_id) DEFERRABLE INITIALLY DEFERRED NOT VALID");
		assertThat(this.database.takes("insert into hero values (2, 7, 8, 'lost')")).isFalse();
		assertThatExceptionOfType(SqlSessionException.class)
			.isThrownBy(() -> this.database.run((op) -> op.validateConstraint("ck", "hero")));
		this.database.execute("delete from hero");
		assertThat(this.database.run((op) -> {
			op.validateConstraint("ck", "hero");
			op.validateConstraint("fk", "hero");
		})).containsExactly("alter table hero validate constraint ck", "alter table hero validate constraint fk");
		assertThat(constraints()).noneMatch((line) -> line.contains("NOT VALID"));
		this.database.execute("insert into team values (1, 2)", "insert into hero values (1, 1, 2, 'x')",
				"delete from team");
		assertThat(this.database.values("select town as \"value\" from hero where team_id is null"))
			.containsExactly("2");
	}

	@Test
	void rowsOfPostgresqlExcludeEachOther() {
		Consumer<Operations> migration = (op) -> op.createExcludeConstraint("no_overlap", "hero",
				(exclude) -> exclude.using("gist")
					.expression("int4range(team_id, town)", "&&")
					.where("team_id < town")
					.initiallyDeferred());
		if (this.database.isPostgresql()) {
			assertThat(this.database.run(migration)).containsExactly(
					"alter table hero add constraint no_overlap exclude using gist ((int4range(team_id, town)) with &&) "
							+ "where (team_id < town) deferrable initially deferred");
			this.database.run((op) -> op.createTable("room", (t) -> {
				t.column("during", dev.migrator.schema.Types.raw("int4range"));
				t.exclude().using("gist").column("during", "&&");
			}));
			this.database.execute("insert into hero values (1, 1, 5, 'a')", "insert into room values ('[1,5)')");
			assertThat(this.database.takes("insert into hero values (2, 4, 9, 'b')")).isFalse();
			assertThat(this.database.takes("insert into room values ('[4,9)')")).isFalse();
		}
		else {
			assertUnsupported(migration, "H2 has no exclusion constraint, as 'no_overlap' would be.");
		}
	}

	@Test
	void constraintsOfH2AreCheckedAtOnce() {
		if (this.database.isPostgresql()) {
			return;
		}
		assertThat(this.database.run((op) -> {
			op.createUniqueConstraint("uq", "hero", (unique) -> unique.columns("team_id").nullsNotDistinct());
			op.createCheckConstraint("ck", "hero", "id > 0", (check) -> check.notValid());
			op.createForeignKey("fk", "hero",
					(key) -> key.columns("team_id", "town")
						.references("team", "id", "town")
						.match(ForeignKeyMatch.SIMPLE)
						.notValid());
			op.validateConstraint("ck", "hero");
		})).containsExactly("alter table hero add constraint uq unique nulls not distinct (team_id)",
				"alter table hero add constraint ck check (id > 0)",
				"alter table hero add constraint fk foreign key (team_id, town) references team (id, town)");
		assertThat(constraints()).hasSize(3);
		assertThat(this.database.takes("insert into hero (id) values (0)")).isFalse();
	}

	@Test
	void whatH2LacksIsRefused() {
		if (this.database.isPostgresql()) {
			assertUnsupported(
					(op) -> op.createForeignKey("fk", "hero",
							(key) -> key.columns("id").references("team", "id").match(ForeignKeyMatch.PARTIAL)),
					"PostgreSQL has no foreign key that matches partially.");
			return;
		}
		assertUnsupported((op) -> op.createPrimaryKey("pk", "hero", (key) -> key.columns("id").deferrable()),
				"H2 has no constraint that is checked at a transaction's end, as 'pk' would be.");
		assertUnsupported((op) -> op.createUniqueConstraint("uq", "hero", (key) -> key.usingIndex("ix")),
				"H2 has no constraint made of an index, as 'uq' would be.");
		assertUnsupported((op) -> op.createUniqueConstraint(null, "hero", (key) -> key.columns("a").include("b")),
				"H2 has no constraint whose index holds more columns, as one would be.");
		assertUnsupported(
				(op) -> op.createForeignKey("fk", "hero",
						(key) -> key.columns("id").references("team", "id").match(ForeignKeyMatch.FULL)),
				"H2 has no foreign key that does not match simply, as 'fk' would be.");
		assertUnsupported(
				(op) -> op.createForeignKey("fk", "hero",
						(key) -> key.columns("id").references("team", "id").onDelete(ReferentialAction.SET_NULL, "id")),
				"H2 has no foreign key that sets only some of its columns, as 'fk' would be.");
		assertUnsupported((op) -> op.createCheckConstraint("ck", "hero", "a", (check) -> check.noInherit()),
				"H2 has no tables that inherit");
		assertUnsupported((op) -> op.createCheckConstraint("ck", "hero", "a", (check) -> check.notEnforced()),
				"H2 has no check that is not enforced, as 'ck' would be.");
		assertUnsupported(
				(op) -> op.createForeignKey("fk", "hero",
						(key) -> key.columns("id").references("team", "id").notEnforced()),
				"H2 has no foreign key that is not enforced, as 'fk' would be.");
	}

	@Test
	void whatAVersionOfPostgresqlLacksIsRefused() {
		Operations op = new DialectTarget(Dialects.of(new DatabaseInfo("PostgreSQL", 14, 0, null, null)), null)
			.operations();
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> op.createUniqueConstraint("uq", "hero", (key) -> key.columns("a").nullsNotDistinct()))
			.withMessageContaining("before version 15, and this is version 14.");
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> op.createForeignKey("fk", "hero",
					(key) -> key.columns("a").references("b", "c").onDelete(ReferentialAction.SET_NULL, "a")))
			.withMessageContaining("before version 15, and this is version 14.");
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> op.createCheckConstraint("ck", "hero", "a > 0", (check) -> check.notEnforced()))
			.withMessageContaining("before version 18, and this is version 14.");
		assertThatExceptionOfType(MigratorException.class).isThrownBy(
				() -> op.createForeignKey("fk", "hero", (key) -> key.columns("a").references("b", "c").notEnforced()))
			.withMessageContaining("before version 18, and this is version 14.");
	}

	@Test
	void aLaterPostgresqlHasConstraintsThatAreNotEnforced() {
		if (!this.database.isPostgresql() || !this.database.session().database().isAtLeast(18, 0)) {
			return;
		}
		Constraint.Check check = new Constraint.Check("ck", "town > 0", false, false, true);
		Constraint key = new Constraint.ForeignKey("fk", List.of("team_id", "town"), TableName.of("team"),
				List.of("id", "town"), null, null, List.of(), null, null, false, true);
		assertThat(this.database.run((op) -> {
			op.apply(new AddConstraint(HERO, check));
			op.apply(new AddConstraint(HERO, key));
		})).containsExactly("alter table hero add constraint ck check (town > 0) not enforced",
				"alter table hero add constraint fk foreign key (team_id, town) references team (id, town) not enforced");
		assertThat(this.database.dialect()
			.reflect(SchemaFilter.DEFAULT, this.database.session())
			.table(HERO)
			.orElseThrow()
			.constraints()).containsExactlyInAnyOrder(check, key);
	}

	@Test
	void aConstraintIsRenamedAndDropped() {
		assertThat(this.database.run((op) -> {
			op.createUniqueConstraint("uq", "hero", "id");
			op.renameConstraint("uq", "hero", "Other \"one\"");
			op.dropConstraint("Other \"one\"", "hero", ConstraintType.UNIQUE, (drop) -> drop.ifExists().cascade());
		})).containsExactly("alter table hero add constraint uq unique (id)",
				"alter table hero rename constraint uq to \"Other \"\"one\"\"\"",
				"alter table hero drop constraint if exists \"Other \"\"one\"\"\" cascade");
		assertThat(constraints()).isEmpty();
	}

	@Test
	void whatIsReversedIsAsItWas() {
		List<Constraint> constraints = new ArrayList<>(List.of(new Constraint.PrimaryKey("pk", List.of("id")),
				new Constraint.Unique("uq", List.of("name", "town")),
				new Constraint.Check("ck", "town > 0 or name = 'x'"),
				new Constraint.ForeignKey("fk", List.of("team_id", "town"), TableName.of("team"), List.of("id", "town"),
						ReferentialAction.CASCADE, ReferentialAction.SET_NULL)));
		if (this.database.isPostgresql()) {
			constraints.add(new Constraint.Exclusion("ex", "btree",
					List.of(new Constraint.Exclusion.Element(new IndexColumn("town", false, false), "=")), "town > 0",
					null));
			constraints.add(new Constraint.Unique("uq2", List.of("town"), true, List.of("name"), null,
					Deferral.INITIALLY_IMMEDIATE));
			constraints.add(new Constraint.Check("ck2", "town > 0", true, true, false));
		}
		for (Constraint constraint : constraints) {
			String name = String.valueOf(constraint.name());
			this.database.assertReversible(new AddConstraint(HERO, constraint));
			this.database.run((op) -> op.apply(new AddConstraint(HERO, constraint)));
			this.database.assertReversible(
					new DropConstraint(HERO, name, ConstraintType.of(constraint), false, false, constraint));
			this.database.assertReversible(new RenameConstraint(HERO, name, "Other"));
			this.database.run((op) -> op.dropConstraint(name, "hero", ConstraintType.of(constraint)));
		}
		assertThat(new AddConstraint(HERO, new Constraint.Check(null, "a")).reverse()).isEmpty();
		assertThat(new DropConstraint(HERO, "ck", ConstraintType.CHECK, false).reverse()).isEmpty();
	}

	@Test
	void whatSaysTooLittleIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.database.run((op) -> op.createPrimaryKey("pk", "hero", (key) -> {
			})))
			.withMessage("A key needs columns(…) or usingIndex(…), and not both");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.database.run((op) -> op.createExcludeConstraint("ex", "hero", (exclude) -> {
			})))
			.withMessage("An exclusion constraint needs column(…) or expression(…)");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.database.run((op) -> op.createTable("t", (t) -> t.constraint("ck"))))
			.withMessage("The constraint ck needs unique(…), check(…) or the like");
	}

}
