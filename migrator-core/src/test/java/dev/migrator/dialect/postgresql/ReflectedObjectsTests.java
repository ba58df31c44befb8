package dev.migrator.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.CreateObject;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.Row;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Routine;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.StoredObject;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Trigger;
import dev.migrator.schema.Types;
import dev.migrator.schema.View;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.CountingSession;
import dev.migrator.test.LiveDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What stands beside the tables is read back from PostgreSQL, from the schemas that are
 * asked for, by few queries.
 */
class ReflectedObjectsTests {

	private LiveDatabase database;

	@BeforeEach
	void open() {
		this.database = new LiveDatabase("postgresql");
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private Schema reflect() {
		return reflect(SchemaFilter.DEFAULT);
	}

	private Schema reflect(SchemaFilter filter) {
		return this.database.dialect().reflect(filter, this.database.session());
	}

	private static TableName name(String name) {
		return TableName.of(name);
	}

	@Test
	void sequences() {
		List<Sequence> sequences = List.of(new Sequence(name("\"A Sequence\""), null, SequenceOptions.NONE, null),
				new Sequence(name("b"), Types.smallint(), new SequenceOptions(7L, 2L, 3L, false, 99L, false, 10L, true),
						null),
				new Sequence(name("c"), null, new SequenceOptions(null, -1L, null, false, null, false, null, null),
						new Sequence.Owner(name("hero"), "a b")),
				new Sequence(name("d"), Types.integer(), SequenceOptions.NONE, null));
		this.database.execute("create table hero (\"a b\" bigint)");
		this.database.run((op) -> sequences.forEach((sequence) -> op.apply(new CreateSequence(sequence, false))));
		assertThat(reflect().sequences()).isEqualTo(sequences);
	}

	@Test
	void aSequenceThatAColumnMadeBelongsToIt() {
		this.database.execute("create table hero (id serial)");
		Schema schema = reflect();
		assertThat(schema.sequences()).containsExactly(new Sequence(name("hero_id_seq"), Types.integer(),
				SequenceOptions.NONE, new Sequence.Owner(name("hero"), "id")));
		assertThat(schema.tables()).containsExactly(new Table(name("hero"),
				List.of(new Column("id", Types.integer(), false,
						new ColumnDefault.Expression("nextval('public.hero_id_seq'::regclass)"), false, null)),
				List.of(), List.of(), null));
	}

	@Test
	void enums() {
		this.database.run((op) -> {
			op.createEnum("\"The Mood\"", "sad", "happy", "It's, \"so\" so");
			op.createEnum("empty");
			op.addEnumValueBefore("\"The Mood\"", "bad", "happy");
		});
		assertThat(reflect().enums()).containsExactly(
				new EnumType(name("\"The Mood\""), List.of("sad", "bad", "happy", "It's, \"so\" so")),
				new EnumType(name("empty"), List.of()));
	}

	@Test
	void viewsRoutinesAndTriggers() {
		this.database.execute("create table hero (id bigint, name text)", "create table \"The Team\" (id bigint)");
		List<View> views = List.of(new View(name("a"), " SELECT 7 AS seven", false),
				new View(name("b"), " SELECT count(*) AS count\n   FROM public.hero", true));
		List<Routine> routines = List.of(
				new Routine(name("add"), false, "a integer, b integer DEFAULT 1",
						"RETURNS integer\n LANGUAGE sql\n" + " IMMUTABLE STRICT\nAS $function$select a + b$function$"),
				new Routine(name("add"), false, "a text",
						"RETURNS text\n LANGUAGE sql\nAS $function$select a$function$"),
				new Routine(name("audit"), false, "",
						"RETURNS trigger\n LANGUAGE plpgsql\n" + "AS $function$begin return new; end$function$"),
				new Routine(name("tidy"), true, "IN a integer",
						"LANGUAGE sql\nAS $procedure$delete from hero$procedure$"));
		List<Trigger> triggers = List.of(
				new Trigger("t1", name("\"The Team\""), "AFTER DELETE",
						"FOR EACH STATEMENT EXECUTE FUNCTION public.audit()"),
				new Trigger("The \"2nd\"", name("hero"), "BEFORE INSERT OR UPDATE OF name",
						"FOR EACH ROW WHEN ((new.name <> ''::text)) EXECUTE FUNCTION public.audit('x')"));
		this.database.run((op) -> {
			for (List<? extends StoredObject> objects : List.of(views, routines, triggers)) {
				objects.forEach((object) -> op.apply(new CreateObject(object)));
			}
		});
		Schema schema = reflect();
		assertThat(schema.views()).isEqualTo(trimmed(views));
		assertThat(schema.routines()).isEqualTo(routines);
		assertThat(schema.triggers()).isEqualTo(triggers);
	}

	private static List<View> trimmed(List<View> views) {
		return views.stream().map((view) -> new View(view.name(), view.query().strip(), view.materialized())).toList();
	}

	@Test
	void whatIsReadCanBeCreated() {
		this.database.execute("create table hero (id bigint, name text)",
				"create function f(a integer, variadic b text[]) returns table (x integer) language plpgsql stable "
						+ "security definer set work_mem to '4MB' as 'begin return query select 1; end'",
				"create view v as select * from hero where name like 'A%' with check option",
				"create view w as select * from hero where name like 'B%' with local check option",
				"create function g() returns trigger language plpgsql as 'begin return null; end'",
				"create trigger t after update on hero referencing old table as before for each statement "
						+ "execute function g()");
		Schema schema = reflect();
		this.database.execute("drop trigger t on hero", "drop function g", "drop function f", "drop view v",
				"drop view w");
		this.database.run((op) -> {
			schema.routines().forEach((routine) -> op.apply(new CreateObject(routine)));
			schema.views().forEach((view) -> op.apply(new CreateObject(view)));
			schema.triggers().forEach((trigger) -> op.apply(new CreateObject(trigger)));
		});
		assertThat(reflect()).isEqualTo(schema);
		assertThat(this.database.takes("insert into v (name) values ('B')")).isFalse();
	}

	@Test
	void theSchemasThatAreAskedFor() {
		this.database.execute("create schema app", "create schema \"My App\"", "create schema other",
				"create table public.a (id integer primary key)", "create table app.a (id integer references public.a)",
				"create table \"My App\".\"b.c\" (id integer)", "create table other.d (id integer)");
		assertThat(tables(SchemaFilter.DEFAULT)).containsExactly("a");
		assertThat(tables(SchemaFilter.of(List.of("app")))).containsExactly("app.a");
		assertThat(tables(SchemaFilter.of(List.of("nowhere")))).isEmpty();
		assertThat(tables(SchemaFilter.defaultAnd(List.of("app", "My App")))).containsExactly("a", "My App.b.c",
				"app.a");
		Schema all = reflect(SchemaFilter.ALL);
		assertThat(all.schemas()).containsExactly("My App", "app", "other");
		assertThat(all.tables()).extracting(Table::name)
			.containsExactly(name("a"), new TableName("My App", "b.c"), name("app.a"), name("other.d"));
		assertThat(all.table(name("app.a")).orElseThrow().constraints()).containsExactly(
				new Constraint.ForeignKey("a_id_fkey", List.of("id"), name("a"), List.of("id"), null, null));
	}

	private List<String> tables(SchemaFilter filter) {
		return reflect(filter).tables().stream().map((table) -> table.name().toString()).toList();
	}

	@Test
	void whatIsInTheDefaultSchemaHasANameWithoutIt() {
		this.database.execute("create schema app", "create table app.team (id integer primary key)",
				"create table public.team (id integer primary key)", "create type app.mood as enum ('sad')",
				"create table app.hero (a integer references app.team, b integer references public.team, c app.mood)",
				"create sequence app.s owned by app.hero.a", "set search_path = app, public");
		Schema schema = reflect();
		assertThat(schema.schemas()).isEmpty();
		Table hero = schema.table(name("hero")).orElseThrow();
		assertThat(hero.columns()).extracting(Column::type)
			.containsExactly(Types.integer(), Types.integer(), Types.enumeration("mood", "sad"));
		assertThat(hero.constraints())
			.extracting((constraint) -> ((Constraint.ForeignKey) constraint).referencedTable())
			.containsExactly(name("team"), name("public.team"));
		assertThat(schema.sequences().get(0).owner()).isEqualTo(new Sequence.Owner(name("hero"), "a"));
		assertThat(schema.enums()).extracting(EnumType::name).containsExactly(name("mood"));
	}

	@Test
	void whatBelongsToAnExtensionOrIsPartOfATableIsLeftOut() {
		Schema before = reflect();
		this.database.execute("create extension hstore", "create extension pg_stat_statements");
		assertThat(reflect()).isEqualTo(before);
		this.database.execute("create table hero (id bigint, born date, data hstore, primary key (id, born)) "
				+ "partition by range (born)", "create index ix on hero (born)");
		Schema whole = reflect();
		assertThat(whole.tables()).hasSize(1);
		this.database.execute("create table hero_1 partition of hero for values from ('2026-01-01') to ('2027-01-01')",
				"create table hero_2 partition of hero default");
		assertThat(reflect()).isEqualTo(whole);
	}

	@Test
	void theSessionKeepsItsSettings() {
		SqlSession session = this.database.session();
		this.database.execute("set search_path = pg_catalog, public", "set time zone 'Asia/Tokyo'",
				"set datestyle = 'ISO, DMY'", "create table public.hero (born timestamptz default now())");
		List<String> before = settings();
		reflect();
		assertThat(settings()).isEqualTo(before);
		session.begin();
		reflect();
		assertThat(settings()).isEqualTo(before);
		session.rollback();
		assertThat(settings()).isEqualTo(before);
	}

	private List<String> settings() {
		List<String> settings = new ArrayList<>();
		for (Row row : this.database.session()
			.query(SqlStatement.of("select name, setting from pg_settings order by 1"))) {
			settings.add(row.string("name") + "=" + row.string("setting"));
		}
		return settings;
	}

	@Test
	void aSessionThatCreatesThingsNowhereHasNoDefaultSchema() {
		this.database.execute("create table hero (id integer)", "set search_path = ''");
		assertThat(reflect()).isEqualTo(Schema.EMPTY);
		assertThat(tables(SchemaFilter.ALL)).containsExactly("public.hero");
	}

	@Test
	void theSessionKeepsItsSettingsWhenAQueryFails() {
		this.database.execute("create role reader", "revoke select on pg_trigger from public", "set role reader");
		List<String> before = settings();
		assertThatExceptionOfType(SqlSessionException.class).isThrownBy(() -> reflect())
			.withMessageContaining("permission denied");
		assertThat(settings()).isEqualTo(before);
		this.database.session().begin();
		assertThatExceptionOfType(SqlSessionException.class).isThrownBy(() -> reflect())
			.withMessageContaining("permission denied");
		this.database.session().rollback();
		assertThat(settings()).isEqualTo(before);
	}

	@Test
	void theNumberOfQueriesDoesNotGrowWithTheNumberOfTables() {
		create(0, 1);
		int few = queries(1);
		create(1, 300);
		int many = queries(300);
		assertThat(many).isEqualTo(few).isLessThanOrEqualTo(12);
	}

	private void create(int from, int to) {
		for (int i = from; i < to; i++) {
			this.database.execute("create type mood_%1$d as enum ('a', 'b')".formatted(i),
					"create type place_%1$d as (mood mood_%1$d, lat real)".formatted(i),
					"""
							create table hero_%1$d (id bigint generated always as identity primary key, name text default 'x',
							mood mood_%1$d, place place_%1$d, other bigint references hero_%2$d, unique (name), check (id > 0))"""
						.formatted(i, i / 2),
					"create index ix_%1$d on hero_%1$d (lower(name))".formatted(i),
					"create view view_%1$d as select * from hero_%1$d".formatted(i),
					"create sequence sequence_%1$d".formatted(i));
		}
	}

	private int queries(int tables) {
		CountingSession session = new CountingSession(this.database.session());
		Schema schema = this.database.dialect().reflect(SchemaFilter.ALL, session);
		assertThat(schema.tables()).hasSize(tables);
		assertThat(schema.views()).hasSize(tables);
		assertThat(schema.composites()).hasSize(tables);
		return session.statements();
	}

}
