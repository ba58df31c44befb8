package dev.migrator.script.body;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateObject;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.CustomOperation;
import dev.migrator.operation.DefaultChange;
import dev.migrator.operation.DropAttribute;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropCompositeType;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropEnum;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropObject;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.InsertRows;
import dev.migrator.operation.NamingConvention;
import dev.migrator.operation.Operation;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.operation.SetTableComment;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import dev.migrator.schema.View;
import dev.migrator.script.RevisionHeader;
import dev.migrator.script.body.java.JavaBody;
import dev.migrator.script.body.java.JavaFragment;
import dev.migrator.script.body.java.OperationRenderer;
import dev.migrator.script.body.java.TypeRenderer;
import dev.migrator.script.body.sql.SqlBody;
import dev.migrator.script.draft.RevisionDraft;
import dev.migrator.script.source.JavaSources;
import dev.migrator.script.source.RevisionSource;
import dev.migrator.script.source.RevisionTemplates;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Operations as Java source.
 */
class JavaBodyTests {

	private static final RevisionSource SOURCE = new RevisionSource(new RevisionTemplates(Path.of("nowhere")));

	private static final JavaBody BODY = new JavaBody(List.of(), List.of());

	private static String source(String className, List<Operation> operations) {
		return source(className, RevisionSteps.of(operations, List.of()), BODY);
	}

	private static String source(String className, RevisionSteps steps, JavaBody body) {
		RevisionHeader header = new RevisionHeader("a1", List.of(), "x", null, List.of(), List.of(), true, List.of());
		return SOURCE.java(body.fill(RevisionDraft.of(header), steps), "p", className);
	}

	private static String upgrade(Operation... operations) {
		return body(source("R", List.of(operations)), "upgrade");
	}

	private static String body(String source, String method) {
		String start = "	public void " + method + "(Operations op) {\n";
		int begin = source.indexOf(start) + start.length();
		return source.substring(begin, source.indexOf("\n	}", begin)).indent(-2);
	}

	@Test
	void aTableIsWrittenAsByHand() {
		Table hero = new Table(TableName.of("app.hero"),
				List.of(new Column("id", Types.bigint(), false, null, true, null),
						new Column("name", Types.varchar(50)).withNullable(false),
						new Column("power_level", Types.integer(), false, new ColumnDefault.Value(0), false,
								"From 0 to 100, as the last test of the hero in the training room of the team said"),
						new Column("team_id", Types.bigint())),
				List.of(new Constraint.PrimaryKey("pk_hero", List.of("id")),
						new Constraint.ForeignKey("fk_hero_team_id_team", List.of("team_id"), TableName.of("app.team"),
								List.of("id"), ReferentialAction.CASCADE, null),
						new Constraint.Check(null, "power_level <= 100")),
				List.of(), "Who saves the world");
		String source = source("R", List.of(new CreateTable(hero, false), new CreateIndex(hero.name(),
				new Index("ix_hero_name", List.of(new IndexColumn("name", false, false)), false, null), false, false)));
		assertThat(body(source, "upgrade")).isEqualTo("""
				op.createTable("app.hero", (t) -> {
					t.column("id", bigint()).identity();
					t.column("name", varchar(50)).notNull();
					t.column("power_level", integer())
						.notNull()
						.defaultValue(0)
						.comment("From 0 to 100, as the last test of the hero in the training room of the team said");
					t.column("team_id", bigint());
					t.constraint(op.f("pk_hero")).primaryKey("id");
					t.constraint(op.f("fk_hero_team_id_team"))
						.foreignKey("team_id")
						.references("app.team", "id")
						.onDelete(ReferentialAction.CASCADE);
					t.check("power_level <= 100");
					t.comment("Who saves the world");
				});
				op.createIndex(op.f("ix_hero_name"), "app.hero", "name");
				""");
		assertThat(source).contains("""
				import dev.migrator.operation.Operations;
				import dev.migrator.schema.ReferentialAction;
				import dev.migrator.script.Migration;
				import dev.migrator.script.Revision;

				import static dev.migrator.schema.Types.bigint;
				import static dev.migrator.schema.Types.integer;
				import static dev.migrator.schema.Types.varchar;
				""");
	}

	@Test
	void whatDoesNotFitOnALineIsSaidByStatementsOrVariables() {
		TableName hero = TableName.of("hero");
		ColumnType mood = Types.enumeration("mood", "cheerful", "content", "melancholic", "furious");
		assertThat(upgrade(
				new AlterColumn(hero, "mood", "state_of_mind", mood, "mood::text::mood", false,
						new DefaultChange.Set(new ColumnDefault.Value("content")), null, null, null,
						new Column("mood", Types.text())),
				new CreateObject(new View(TableName.of("calm_hero"),
						"select id, name\nfrom hero\nwhere mood = 'content'", false)),
				new CreateIndex(hero,
						new Index("ix_hero_name", List.of(new IndexColumn("lower(name)", true, false)), false,
								"mood <> 'furious'"),
						false, true)))
			.isEqualTo("""
					ColumnType moodType = enumeration("mood", "cheerful", "content", "melancholic", "furious");
					op.alterColumn("hero", "mood", (c) -> {
						c.rename("state_of_mind");
						c.type(moodType);
						c.using("mood::text::mood");
						c.notNull();
						c.defaultValue("content");
						c.existing(text());
					});
					op.createView("calm_hero", ""\"
							select id, name
							from hero
							where mood = 'content'""\");
					op.autocommit(() -> {
						op.createIndex(op.f("ix_hero_name"), "hero",
								(i) -> i.expression("lower(name)").where("mood <> 'furious'").concurrently());
					});
					""");
	}

	@Test
	void whatIsToBeKnownStandsBeforeTheOperation() {
		RevisionStep step = new RevisionStep(new DropColumn(TableName.of("hero"), "age", false), List.of(
				"Drops the values of hero.age: make sure that nobody needs them any more, or keep a copy of them first.",
				"Second\nremark"), "Say whether \"age\" goes.");
		RevisionSteps steps = new RevisionSteps(List.of(step),
				List.of(new RevisionStep(null, List.of(), "Restore it.")));
		String source = source("R", steps, BODY);
		assertThat(body(source, "upgrade")).isEqualTo("""
				// Drops the values of hero.age: make sure that nobody needs them any more, or
				// keep a copy of them first.
				// Second remark
				op.todo("Say whether \\"age\\" goes.");
				op.dropColumn("hero", "age");
				""");
		assertThat(body(source, "downgrade")).isEqualTo("""
				op.todo("Restore it.");
				""");
		assertThat(JavaSources.format(source)).isEqualTo(source);
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> Compiled.upgrades(Map.of("R", source)))
			.withMessageStartingWith("R.java:15: The revision is not finished: Say whether \"age\" goes.")
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.INVALID_REVISION));
	}

	@Test
	void anApplicationWritesItsOwnTypesAndOperations() {
		TypeRenderer money = (type) -> type.equals(Types.raw("money"))
				? Optional.of(new JavaFragment("money()", Set.of("static com.example.MoreTypes.money")))
				: Optional.empty();
		OperationRenderer grants = (operation) -> (operation instanceof Grant grant) ? Optional
			.of(new JavaFragment("Grants.read(op, \"%s\");".formatted(grant.table()), Set.of("com.example.Grants")))
				: Optional.empty();
		String source = source("R",
				RevisionSteps
					.of(List.of(new AddColumn(TableName.of("hero"), new Column("pay", Types.raw("money")), false),
							new Grant("hero")), List.of()),
				new JavaBody(List.of(grants), List.of(money)));
		assertThat(body(source, "upgrade")).isEqualTo("""
				op.addColumn("hero", "pay", money());
				Grants.read(op, "hero");
				""");
		assertThat(source).contains("import com.example.Grants;\n", "import static com.example.MoreTypes.money;\n");
		assertThat(upgrade(new Grant("hero"))).isEqualTo("op.apply(new JavaBodyTests.Grant(\"hero\"));\n");
	}

	@Test
	void aValueThatJavaHasNoWordsForIsRefused() {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> upgrade(ExecuteSql.of("select ?", new AtomicReference<>("x"))))
			.withMessageContaining(
					"A value of the class java.util.concurrent.atomic.AtomicReference cannot be written in Java: x.")
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
	}

	@Test
	void theGuideShowsWhatIsWritten() throws IOException {
		String guide = Files.readString(Path.of("../docs/writing-revisions.md"));
		RevisionSteps steps = GuideExample.steps();
		assertThat(guide).contains(body(source("R", steps, BODY), "upgrade").replace("\t", "    "));
		RevisionDraft draft = RevisionDraft
			.of(new RevisionHeader("a1", List.of(), "x", null, List.of(), List.of(), true, List.of()));
		assertThat(guide).contains(String.join("\n",
				new SqlBody(Dialects.named("postgresql"), NamingConvention.NONE).fill(draft, steps).upgrade()) + "\n");
	}

	// One length is such that the formatter would break the lambda's parameter off.
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void theFormatterChangesNothingWhateverTheLengthOfALambda(boolean inTable) {
		List<Operation> operations = new ArrayList<>();
		for (long number = 1; number < Long.MAX_VALUE / 10; number *= 10) {
			for (Long start : new Long[] { null, 1L, 1_000_000_000L }) {
				Identity identity = new Identity(true,
						new SequenceOptions(start, 50L, -number, false, null, true, 20L, true));
				Column column = new Column("number", Types.bigint(), false, null, identity, "x", null, null, null);
				operations
					.add((inTable)
							? new CreateTable(
									new Table(TableName.of("hero"), List.of(column), List.of(), List.of(), null), false)
							: new AddColumn(TableName.of("hero"), column, false));
			}
		}
		String source = source("R", operations);
		assertThat(JavaSources.format(source)).isEqualTo(source);
	}

	@Property(tries = 8)
	void whatIsWrittenMakesTheSameOperations(@ForAll long seed) {
		Map<String, List<Operation>> operations = new LinkedHashMap<>();
		Map<String, String> sources = new LinkedHashMap<>();
		Random random = new Random(seed);
		for (int i = 0; i < 10; i++) {
			List<Operation> all = new RandomOperations(random).each();
			operations.put("R" + i, all);
			sources.put("R" + i, source("R" + i, all));
		}
		Map<String, List<Operation>> read = Compiled.upgrades(sources);
		operations.forEach((name, written) -> assertThat(Described.of(Objects.requireNonNull(read.get(name))))
			.isEqualTo(Described.of(written.stream().flatMap(JavaBodyTests::said).toList())));
	}

	@Property(tries = 100)
	void theFormatterChangesNothing(@ForAll long seed) {
		for (Operation operation : new RandomOperations(new Random(seed)).each()) {
			String source = source("R", List.of(operation));
			assertThat(JavaSources.format(source)).isEqualTo(source);
		}
	}

	/** What is left of an operation that remembers nothing of what was there before. */
	private static Stream<Operation> said(Operation operation) {
		if (operation instanceof DropTable drop) {
			return Stream.of(new DropTable(drop.table(), drop.ifExists(), drop.cascade(), null));
		}
		if (operation instanceof DropColumn drop) {
			return Stream.of(new DropColumn(drop.table(), drop.column(), drop.ifExists(), drop.cascade(), null));
		}
		if (operation instanceof DropIndex drop) {
			return Stream.of(new DropIndex(drop.table(), drop.name(), drop.ifExists(), drop.concurrently(),
					drop.cascade(), null));
		}
		if (operation instanceof DropConstraint drop) {
			return Stream
				.of(new DropConstraint(drop.table(), drop.name(), drop.type(), drop.ifExists(), drop.cascade(), null));
		}
		if (operation instanceof DropSequence drop) {
			return Stream.of(new DropSequence(drop.sequence(), drop.ifExists(), drop.cascade(), null));
		}
		if (operation instanceof DropEnum drop) {
			return Stream.of(new DropEnum(drop.type(), drop.ifExists(), drop.cascade(), List.of()));
		}
		if (operation instanceof DropCompositeType drop) {
			return Stream.of(new DropCompositeType(drop.type(), drop.ifExists(), drop.cascade(), null));
		}
		if (operation instanceof DropAttribute drop) {
			return Stream.of(new DropAttribute(drop.type(), drop.attribute(), drop.ifExists(), drop.cascade(), null));
		}
		if (operation instanceof DropObject drop) {
			return Stream.of(new DropObject(drop.object(), drop.ifExists(), drop.cascade(), null));
		}
		if (operation instanceof ReplaceObject replace) {
			return Stream.of(new ReplaceObject(replace.object(), replace.recreate(), null));
		}
		if (operation instanceof SetTableComment comment) {
			return Stream.of(new SetTableComment(comment.table(), comment.comment(), null));
		}
		if (operation instanceof AlterSequence alter && SequenceOptions.NONE.equals(alter.existing())) {
			return Stream.of(new AlterSequence(alter.sequence(), alter.options(), alter.restart(), null));
		}
		if (operation instanceof AlterColumn alter && alter.existing() != null) {
			return Stream.of(new AlterColumn(alter.table(), alter.column(), alter.newName(), alter.type(),
					alter.using(), alter.nullable(), alter.defaultChange(), alter.comment(), alter.identity(),
					alter.computed(), alter.existing().withName(alter.column())));
		}
		return (operation instanceof InsertRows insert && insert.rows().isEmpty()) ? Stream.empty()
				: Stream.of(operation);
	}

	/**
	 * An operation of an application.
	 *
	 * @param table a table
	 */
	record Grant(String table) implements CustomOperation {

		@Override
		public List<Operation> expand(String dialect) {
			return List.of(ExecuteSql.of("grant select on " + this.table + " to reporting"));
		}

	}

}
