package dev.migrator.operation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.IdentifierLimit;
import dev.migrator.schema.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NamingConventionTests {

	/** The convention that SQLAlchemy's manual recommends. */
	private static final NamingConvention RECOMMENDED = new NamingConvention(Map.of("ix", "ix_%(column_0_label)s", "uq",
			"uq_%(table_name)s_%(column_0_name)s", "ck", "ck_%(table_name)s_%(constraint_name)s", "fk",
			"fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk", "pk_%(table_name)s"));

	private static List<String> names(NamingConvention convention, Consumer<Operations> migration) {
		Recorder recorder = new Recorder(convention);
		migration.accept(new Operations(recorder));
		return recorder.names;
	}

	private static @Nullable String key(String pattern, String... columns) {
		return names(new NamingConvention(Map.of("uq", pattern)),
				(op) -> op.createUniqueConstraint(null, "app.hero", columns))
			.get(0);
	}

	@Test
	void whatHasNoNameGetsOne() {
		assertThat(names(RECOMMENDED, (op) -> {
			op.createTable("hero", (t) -> {
				t.column("id", Types.integer()).primaryKey();
				t.column("name", Types.text()).unique();
				t.column("team_id", Types.integer()).references("app.team", "id");
				t.constraint(op.f("ck_own")).check("id > 0");
				t.constraint("positive").check("id > 0");
				t.index(null, "name", "id");
			});
			op.addColumn("hero", "age", Types.integer(), (c) -> c.inline().unique());
			op.addColumn("hero", "size", Types.integer(), (c) -> c.unique());
			op.createPrimaryKey(null, "app.team", "id");
			op.createForeignKey(null, "hero", "boss", List.of("boss_id"), List.of("id"));
			op.createIndex(null, "hero", "age");
		})).containsExactly("pk_hero", "uq_hero_name", "fk_hero_team_id_team", "ck_own", "ck_hero_positive",
				"ix_hero_name", "uq_hero_age", "uq_hero_size", "pk_team", "fk_hero_boss_id_boss", "ix_hero_age");
	}

	@Test
	void aNameThatIsGivenStaysUnlessTheConventionAsksForIt() {
		assertThat(names(RECOMMENDED, (op) -> {
			op.createUniqueConstraint("own", "hero", "id");
			op.createUniqueConstraint(op.f("own"), "hero", "id");
			op.createCheckConstraint("positive", "hero", "a > 0");
			op.createCheckConstraint(op.f("positive"), "hero", "a > 0");
			op.createIndex("own", "hero", "id");
			op.dropConstraint("positive", "hero", ConstraintType.CHECK);
			op.dropConstraint(op.f("positive"), "hero", ConstraintType.CHECK);
			op.dropConstraint("own", "hero", ConstraintType.UNIQUE);
			op.dropIndex("own", "hero");
		})).containsExactly("own", "own", "ck_hero_positive", "positive", "own", "ck_hero_positive", "positive", "own",
				"own");
		NamingConvention prefix = new NamingConvention(Map.of("ix", "x_%(constraint_name)s"));
		assertThat(names(prefix, (op) -> {
			op.createIndex("a", "hero", "id");
			op.createTable("t", (t) -> {
				t.column("id", Types.integer());
				t.index("b", "id");
				t.index(op.f("c"), "id");
			});
			op.dropIndex("a", "hero");
			op.dropIndex(op.f("c"), "hero");
		})).containsExactly("x_a", "x_b", "c", "x_a", "c");
	}

	@Test
	void withoutAConventionTheDatabaseNames() {
		assertThat(names(NamingConvention.NONE, (op) -> {
			op.createUniqueConstraint(null, "hero", "id");
			op.createIndex(null, "hero", "id");
		})).containsExactly("null", "null");
		assertThat(names(RECOMMENDED,
				(op) -> op.createExcludeConstraint(null, "hero", (exclude) -> exclude.column("a", "="))))
			.containsExactly("null");
	}

	@Test
	void tokensStandForOneColumnOrForAll() {
		assertThat(key("%(table_name)s_%(column_0_name)s", "a", "b")).isEqualTo("hero_a");
		assertThat(key("%(column_1_name)s", "a", "b")).isEqualTo("b");
		assertThat(key("%(column_0N_name)s", "a", "b", "c")).isEqualTo("abc");
		assertThat(key("%(column_0_N_name)s", "a", "b", "c")).isEqualTo("a_b_c");
		assertThat(key("%(column_0_label)s", "a", "b")).isEqualTo("hero_a");
		assertThat(key("%(column_0_N_label)s", "a", "b")).isEqualTo("hero_a_hero_b");
		assertThat(key("100%%_%(column_0_key)s$1", "a")).isEqualTo("100%%_a$1");
		assertThat(names(new NamingConvention(Map.of("fk", "%(referred_column_0_N_name)s_%(referred_column_0_label)s")),
				(op) -> op.createForeignKey(null, "hero", "app.team", List.of("a", "b"), List.of("c", "d"))))
			.containsExactly("c_d_team_c");
	}

	// The digits are the last ones of the MD5 of the whole name, as in SQLAlchemy.
	@Test
	void aLongNameIsCutAndEndsOnItsChecksum() {
		NamingConvention convention = new NamingConvention(Map.of("uq", "uq_%(table_name)s_%(column_0_N_name)s"))
			.within(new IdentifierLimit(30, true));
		assertThat(
				names(convention, (op) -> op.createUniqueConstraint(null, "hero_of_the_city", "name", "power_level")))
			.containsExactly("uq_hero_of_the_city_na_c4bc");
		assertThat(names(convention, (op) -> op.createUniqueConstraint(null, "hero_of_the", "name_and_more")))
			.containsExactly("uq_hero_of_the_name_and_more");
		String unicode = names(convention, (op) -> op.createUniqueConstraint(null, "größe_über_größe_über", "maß"))
			.get(0);
		assertThat(unicode.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(30);
		assertThat(unicode).startsWith("uq_größe_über_").matches(".*_[0-9a-f]{4}");
		assertThat(new IdentifierLimit(9, true).beginningOf("ab😀😀😀", 9)).isEqualTo("ab😀");
	}

	@Test
	void whatAConventionAsksForHasToBeThere() {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> names(RECOMMENDED, (op) -> op.createCheckConstraint(null, "hero", "a > 0")))
			.withMessage("The naming convention 'ck_%(table_name)s_%(constraint_name)s' asks for the constraint_name of"
					+ " something on the table hero that has none. Give it a name by op.f(…), or another pattern to the"
					+ " convention.")
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.INVALID_REVISION));
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> key("%(column_2_name)s", "a", "b"));
		assertThatExceptionOfType(MigratorException.class).isThrownBy(
				() -> names(RECOMMENDED, (op) -> op.createIndex(null, "hero", (index) -> index.expression("lower(a)"))))
			.withMessageContaining("asks for the column_0_label");
	}

	@Test
	void aConventionThatMakesNoSenseIsRefused() {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> new NamingConvention(Map.of("index", "a")))
			.withMessage("The naming convention has a pattern for 'index', which is nothing that has names."
					+ " Give patterns for ix, uq, ck, fk and pk.")
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.CONFIGURATION));
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> new NamingConvention(Map.of("ix", "ix_%(colum_0_name)s")))
			.withMessageStartingWith("The naming convention 'ix_%(colum_0_name)s' has the token 'colum_0_name'");
	}

	/**
	 * Takes down the names of what operations create and drop.
	 */
	private static final class Recorder implements OperationTarget {

		private final List<String> names = new ArrayList<>();

		private final NamingConvention convention;

		Recorder(NamingConvention convention) {
			this.convention = convention;
		}

		@Override
		public String dialect() {
			return "any";
		}

		@Override
		public NamingConvention namingConvention() {
			return this.convention;
		}

		@Override
		public long apply(Operation operation) {
			new OperationExpansion(dialect(), this.convention).of(operation).forEach(this::add);
			return 0;
		}

		private void add(Operation operation) {
			if (operation instanceof CreateTable create) {
				add(create.table().constraints());
				create.table().indexes().forEach((index) -> this.names.add(String.valueOf(index.name())));
			}
			else if (operation instanceof AddColumn add) {
				add(add.constraints());
			}
			else if (operation instanceof AddConstraint add) {
				add(List.of(add.constraint()));
			}
			else if (operation instanceof CreateIndex create) {
				this.names.add(String.valueOf(create.index().name()));
			}
			else if (operation instanceof DropConstraint drop) {
				this.names.add(drop.name());
			}
			else if (operation instanceof DropIndex drop) {
				this.names.add(drop.name());
			}
		}

		private void add(List<Constraint> constraints) {
			constraints.forEach((constraint) -> this.names.add(String.valueOf(constraint.name())));
		}

		@Override
		public List<Row> query(String sql, List<@Nullable Object> binds) {
			return List.of();
		}

		@Override
		public JdbcClient jdbc() {
			throw new IllegalStateException("There is no database");
		}

		@Override
		public void autocommit(Runnable work) {
			work.run();
		}

	}

}
