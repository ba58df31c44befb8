package dev.migrator.autogenerate.hibernate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.FixedTarget;
import dev.migrator.autogenerate.NamedRenames;
import dev.migrator.autogenerate.Remark;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.scratch.DatabaseComparison;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Schema;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.LiveDatabase;
import dev.migrator.test.OperationRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a team changes of its entities, with rows there: what is generated says what has
 * to be decided, and runs once that is done; Hibernate accepts what came of it, nothing
 * is generated a second time, and the way back leads where it began.
 */
class EntityChangesTests {

	private static final List<String> DATABASES = List.of("postgresql", "h2", "mariadb", "mysql", "sqlite");

	private static final String HERO = "insert into hero (id) values (1)";

	private static final List<EntityChange> CHANGES = List.of(
			EntityChange.of("an enumeration gets a value", ColumnVersions.Colored.class)
				.to(ColumnVersions.MoreColored.class)
				.rows("insert into hero (id, color, number, word) values (1, 'BLUE', 2, 'BLUE')"),
			EntityChange.of("an enumeration loses a value", ColumnVersions.MoreColored.class)
				.to(ColumnVersions.Colored.class)
				.rows("insert into hero (id, color, number, word) values (1, 'PINK', 3, 'PINK')")
				.todo("hero.color", "update hero set color = 'RED'")
				.todo("hero.number", "update hero set number = 0")
				.todo("hero.word", "update hero set word = 'RED'"),
			EntityChange.of("an enumeration is stored otherwise", ColumnVersions.Colored.class)
				.to(ColumnVersions.OtherwiseColored.class)
				.rows("insert into hero (id, color) values (1, 'RED')")
				.todo("hero.number")
				.todo("hero.word"),
			EntityChange.of("a column with a check is renamed", ColumnVersions.Colored.class)
				.to(ColumnVersions.Tinted.class)
				.rows("insert into hero (id, color) values (1, 'RED')")
				.renames("hero.color:tint"),
			EntityChange.of("types become wider", ColumnVersions.Narrow.class)
				.to(ColumnVersions.Wide.class)
				.rows("insert into hero (id, counted, price, name, born, size) values (1, 2, 3, 'a', '2026-01-01', 1)"),
			EntityChange.of("types become narrower", ColumnVersions.Wide.class)
				.to(ColumnVersions.Narrow.class)
				.rows("insert into hero (id, counted, price, name, size) values (1, 2, 3, 'a', 1)")
				.todo("hero.counted")
				.todo("hero.price")
				.todo("hero.name")
				.todo("hero.born")
				.todoOn("h2 mariadb mysql", "hero.bytes")
				.todoOn("postgresql h2 mariadb mysql", "hero.size"),
			EntityChange.of("numbers and others become texts", ColumnVersions.Narrow.class)
				.to(ColumnVersions.Worded.class)
				.rows("insert into hero (id, counted, price, born, size) values (1, 2, 3, '2026-01-01', 1)")
				.todo("hero.counted")
				.todo("hero.agreed"),
			EntityChange.of("texts become numbers and others", ColumnVersions.Worded.class)
				.to(ColumnVersions.Narrow.class)
				.rows("insert into hero (id, counted, price, born, size) values (1, '2', '3', '2026-01-01', 1)")
				.todo("hero.counted")
				.todo("hero.price")
				.todo("hero.born")
				.todo("hero.agreed"),
			EntityChange.of("a version, a flag and a value that has to be", ColumnVersions.Plain.class)
				.to(ColumnVersions.Versioned.class)
				.rows(HERO)
				.todo("hero.text", "update hero set text = 'a'")
				.todo("hero.version", "update hero set version = 0")
				.todo("hero.deleted", "update hero set deleted = false"),
			EntityChange.of("computed columns change", ColumnVersions.Computing.class)
				.to(ColumnVersions.Computed.class)
				.rows("insert into hero (id, number, name) values (1, 2, 'A')"),
			EntityChange.of("checks change", ColumnVersions.Checked.class)
				.to(ColumnVersions.CheckedMore.class)
				.rows("insert into hero (id, size, power) values (1, 5, 5)"),
			EntityChange.of("a list becomes a set", RelationVersions.Listed.class, RelationVersions.Team.class)
				.to(RelationVersions.Distinct.class, RelationVersions.Team.class)
				.rows(HERO, "insert into team (id) values (1)", "insert into hero_tags (hero_id, tags) values (1, 'a')",
						"insert into hero_team (hero_id, teams_id) values (1, 1)")
				.todo("hero_tags.tags"),
			EntityChange
				.of("a list gets an order, and a team one hero", RelationVersions.Listed.class,
						RelationVersions.Team.class)
				.to(RelationVersions.Ordered.class, RelationVersions.Team.class)
				.rows(HERO, "insert into hero_tags (hero_id, tags) values (1, 'a')")
				.todo("hero_tags.tags_order", "update hero_tags set tags_order = 0"),
			EntityChange.of("a team gets several heroes", RelationVersions.Ordered.class, RelationVersions.Team.class)
				.to(RelationVersions.Distinct.class, RelationVersions.Team.class)
				.rows(HERO, "insert into team (id) values (1)",
						"insert into hero_team (hero_id, teams_id) values (1, 1)")
				.todo("hero_tags.tags")
				.back("hero_tags.tags_order", "update hero_tags set tags_order = 0"),
			EntityChange.of("a list becomes entities", RelationVersions.Listed.class, RelationVersions.Team.class)
				.to(RelationVersions.Referenced.class, RelationVersions.Tag.class, RelationVersions.Team.class)
				.rows(HERO, "insert into hero_tags (hero_id, tags) values (1, 'a')")
				.todoOn("sqlite", "hero_tags.id", "update hero_tags set id = rowid"),
			EntityChange
				.of("many to one becomes one to one", RelationVersions.Member.class, RelationVersions.Team.class)
				.to(RelationVersions.Captain.class, RelationVersions.Team.class)
				.rows("insert into team (id) values (1)", "insert into hero (id, team_id) values (1, 1)")
				.todo("hero.team_id"),
			EntityChange
				.of("a key is that of another table", RelationVersions.Captain.class, RelationVersions.Team.class)
				.to(RelationVersions.Mapped.class, RelationVersions.Team.class)
				.rows("insert into team (id) values (1)", "insert into hero (id, team_id) values (1, 1)")
				.back("hero.id", "update hero set id = 1"),
			EntityChange
				.of("a key is no longer that of another table", RelationVersions.Mapped.class,
						RelationVersions.Team.class)
				.to(RelationVersions.Captain.class, RelationVersions.Team.class)
				.rows("insert into team (id) values (1)", "insert into hero (team_id) values (1)")
				.todo("hero.id", "update hero set id = 1"),
			EntityChange
				.of("a key gets a column, another a wider type", RelationVersions.PairPlace.class,
						RelationVersions.PairGuest.class)
				.to(RelationVersions.TriplePlace.class, RelationVersions.TripleGuest.class)
				.rows("insert into place (a, b) values (1, 1)",
						"insert into guest (id, place_a, place_b) values (1, 1, 1)")
				.todo("place.c", "update place set c = 1"),
			EntityChange.of("a database counts no more", ColumnVersions.Counted.class)
				.to(ColumnVersions.Unique.class)
				.todo("hero.id"),
			EntityChange.of("a sequence instead of the database", ColumnVersions.Counted.class)
				.to(ColumnVersions.Drawn.class)
				.rows("insert into hero (name) values ('a')")
				.todoOn("postgresql h2 mariadb", "hero_seq"),
			EntityChange
				.of("a sequence of the name that the database had taken for itself", ColumnVersions.Counted.class)
				.to(ColumnVersions.DrawnByName.class)
				.rows("insert into hero (name) values ('a')")
				.todoOn("postgresql h2 mariadb", "hero_id_seq"),
			EntityChange.of("the database instead of a sequence", ColumnVersions.Drawn.class)
				.to(ColumnVersions.Counted.class)
				.rows("insert into hero (id, name) values (1, 'a')")
				.todoOn("postgresql h2", "hero.id"),
			EntityChange.of("a class gets a subclass", RelationVersions.Animal.class, RelationVersions.Cat.class)
				.to(RelationVersions.Animal.class, RelationVersions.Cat.class, RelationVersions.Dog.class)
				.rows("insert into animal (id, dtype) values (1, 'Cat')"),
			EntityChange
				.of("a class loses a subclass", RelationVersions.Animal.class, RelationVersions.Cat.class,
						RelationVersions.Dog.class)
				.to(RelationVersions.Animal.class, RelationVersions.Cat.class)
				.rows("insert into animal (id, dtype) values (1, 'Dog')")
				.todo("animal.dtype", "update animal set dtype = 'Cat'"),
			EntityChange
				.of("classes get tables of their own", RelationVersions.Animal.class, RelationVersions.Cat.class)
				.to(RelationVersions.Joined.class, RelationVersions.JoinedCat.class)
				.rows("insert into animal (id, dtype) values (1, 'Cat')")
				.back("animal.dtype", "update animal set dtype = 'Cat'"));

	static Stream<Arguments> changes() {
		return DATABASES.stream()
			.flatMap((database) -> CHANGES.stream().map((change) -> Arguments.of(database, change)));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("changes")
	void aChangeIsMadeAndTakenBackWithRowsThere(String product, EntityChange change) {
		HibernateBoot hibernate = new HibernateBoot(product);
		try (LiveDatabase database = new LiveDatabase(product)) {
			Schema before = hibernate.readFor(database.session(), change.before());
			Schema after = hibernate.readFor(database.session(), change.after());
			OperationRun.run(database.session(), changes(database, before, Set.of()).upgrade());
			database.execute(change.rows().toArray(String[]::new));
			Changes changes = changes(database, after, change.renames());
			assertThat(subjects(changes, changes.upgrade())).as("%s", changes)
				.containsExactlyInAnyOrderElementsOf(change.todos(product));
			if (!change.renames().isEmpty()) {
				assertThat(changes.upgrade()).as("renames and nothing else").hasSize(change.renames().size());
			}
			run(database, changes, changes.upgrade(), change);
			hibernate.validate(change.after(), database.dataSource());
			assertThat(changes(database, after, Set.of()).upgrade()).as("a second time").isEmpty();
			run(database, changes, changes.downgrade(), change);
			assertThat(changes(database, before, Set.of()).upgrade()).as("after the way back").isEmpty();
		}
	}

	@Test
	void aCheckThatChangesKeepsItsName() {
		HibernateBoot hibernate = new HibernateBoot("postgresql");
		try (LiveDatabase database = new LiveDatabase("postgresql")) {
			Schema before = hibernate.readFor(database.session(), List.of(ColumnVersions.Colored.class));
			OperationRun.run(database.session(), changes(database, before, Set.of()).upgrade());
			Schema after = hibernate.readFor(database.session(), List.of(ColumnVersions.MoreColored.class));
			assertThat(changes(database, after, Set.of()).upgrade())
				.flatExtracting((operation) -> database.dialect().render(operation))
				.extracting(SqlStatement::sql)
				.containsExactly("alter table hero drop constraint ck_hero_color",
						"alter table hero drop constraint ck_hero_number",
						"alter table hero drop constraint ck_hero_word",
						"alter table hero add constraint ck_hero_color check (color in ('RED','GREEN','BLUE','PINK'))",
						"alter table hero add constraint ck_hero_number check (number between 0 and 3)",
						"alter table hero add constraint ck_hero_word check (word in ('RED','GREEN','BLUE','PINK'))");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "mariadb", "mysql", "sqlite" })
	void aColumnInOtherCapitalLettersIsThere(String product) {
		List<Class<?>> entities = List.of(RelationVersions.Member.class, RelationVersions.Team.class);
		try (LiveDatabase database = new LiveDatabase(product)) {
			Schema target = new HibernateBoot(product).readFor(database.session(), entities);
			database.execute("create table team (ID bigint not null, primary key (ID))",
					"create table hero (Id bigint not null, TEAM_ID bigint, primary key (Id), constraint fk_team foreign key (TEAM_ID) references team (ID))");
			assertThat(changes(database, target, Set.of()).upgrade()).isEmpty();
			new HibernateBoot(product).validate(entities, database.dataSource());
			database.execute("alter table hero add column NUMBER bigint");
			assertThat(changes(database, target, Set.of()).upgrade()).singleElement().isInstanceOf(DropColumn.class);
		}
	}

	@Test
	void theSequenceOfASerialColumnMayBeDrawnFromByItsName() {
		HibernateBoot hibernate = new HibernateBoot("postgresql");
		List<Class<?>> drawn = List.of(ColumnVersions.DrawnByName.class);
		List<Class<?>> inAdvance = List.of(ColumnVersions.DrawnInAdvance.class);
		try (LiveDatabase database = new LiveDatabase("postgresql")) {
			database.execute("create table hero (id serial primary key, name varchar(255))");
			Schema target = hibernate.readFor(database.session(), drawn);
			assertThat(changes(database, target, Set.of()).upgrade()).isEmpty();
			hibernate.validate(drawn, database.dataSource());
			Schema next = hibernate.readFor(database.session(), inAdvance);
			Changes changes = changes(database, next, Set.of());
			assertThat(changes.upgrade()).hasSize(1);
			OperationRun.run(database.session(), changes.upgrade());
			hibernate.validate(inAdvance, database.dataSource());
			assertThat(changes(database, next, Set.of()).upgrade()).isEmpty();
			OperationRun.run(database.session(), changes.downgrade());
			assertThat(changes(database, target, Set.of()).upgrade()).isEmpty();
		}
	}

	@Test
	void textsThatWereJsonAreComparedAsOthers() {
		try (LiveDatabase database = new LiveDatabase("mariadb")) {
			database.execute("create table hero (id bigint not null primary key, text json, bytes varbinary(255))");
			Schema target = new HibernateBoot("mariadb").readFor(database.session(),
					List.of(ColumnVersions.Plain.class));
			OperationRun.run(database.session(), changes(database, target, Set.of()).upgrade());
			assertThat(database.values("""
					select count(distinct collation_name) as value from information_schema.columns
					join information_schema.tables using (table_schema, table_name)
					where table_schema = database() and column_name = 'text' and collation_name = table_collation"""))
				.containsExactly("1");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "h2", "mariadb", "mysql" })
	void largeObjectsComeAndGoWithWhatTheyHold(String product) {
		HibernateBoot hibernate = new HibernateBoot(product);
		List<Class<?>> plain = List.of(ColumnVersions.Plain.class);
		List<Class<?>> large = List.of(ColumnVersions.Large.class);
		try (LiveDatabase database = new LiveDatabase(product)) {
			Schema before = hibernate.readFor(database.session(), plain);
			Schema after = hibernate.readFor(database.session(), large);
			OperationRun.run(database.session(), changes(database, before, Set.of()).upgrade());
			hibernate.use(plain, database.dataSource(), (session) -> {
				session.persist(new ColumnVersions.Plain(1L, "42", new byte[] { 4, 2 }));
				session.persist(new ColumnVersions.Plain(2L, null, null));
			});
			Changes changes = changes(database, after, Set.of());
			assertThat(subjects(changes, changes.upgrade())).isEmpty();
			OperationRun.run(database.session(), changes.upgrade());
			hibernate.use(large, database.dataSource(), (session) -> {
				ColumnVersions.Large hero = session.find(ColumnVersions.Large.class, 1L);
				assertThat(hero.text).isEqualTo("42");
				assertThat(hero.bytes).containsExactly(4, 2);
				hero.text = "größer";
			});
			OperationRun.run(database.session(), changes.downgrade());
			hibernate.use(plain, database.dataSource(), (session) -> {
				assertThat(session.find(ColumnVersions.Plain.class, 1L).text).isEqualTo("größer");
				assertThat(session.find(ColumnVersions.Plain.class, 2L).bytes).isNull();
			});
		}
	}

	private static Set<String> subjects(Changes changes, List<Operation> operations) {
		Set<String> subjects = new TreeSet<>();
		operations.forEach((operation) -> changes.remarksOn(operation)
			.stream()
			.filter((remark) -> remark.kind() == Remark.Kind.TODO)
			.forEach((remark) -> subjects.add(remark.subject())));
		return subjects;
	}

	private static void run(LiveDatabase database, Changes changes, List<Operation> operations, EntityChange change) {
		for (Operation operation : operations) {
			for (String subject : subjects(changes, List.of(operation))) {
				String update = change.update(subject);
				if (update != null) {
					database.execute(update);
				}
			}
			OperationRun.run(database.session(), List.of(operation));
		}
	}

	private static Changes changes(LiveDatabase database, Schema target, Set<String> renames) {
		return new DatabaseComparison(ComparisonSettings.DEFAULTS, NamedRenames.of(renames, RenameDecision.NEVER))
			.compare(List.of(new FixedTarget(target)), database.dialect(), database.session());
	}

}
