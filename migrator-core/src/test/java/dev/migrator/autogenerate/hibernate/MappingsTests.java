package dev.migrator.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.FixedTarget;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.compare.CompositeOrder;
import dev.migrator.autogenerate.scratch.DatabaseComparison;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.CreateCompositeType;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CreateObject;
import dev.migrator.operation.CreateSchema;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Index;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import dev.migrator.test.Databases;
import org.hibernate.AnnotationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What is read from Hibernate's model creates what Hibernate itself creates.
 */
class MappingsTests {

	private static final Pattern MADE_UP = Pattern
		.compile("\\.\"?(?:FK[0-9A-Za-z]{20,}|[a-z_$]+_fkey[0-9]*)\"? foreign key", Pattern.CASE_INSENSITIVE);

	private static final Pattern MADE_UP_INDEX = Pattern.compile("\"?(?:IDX\\w{20,}|INDEX_\\w+|\\w+_idx)\"? on",
			Pattern.CASE_INSENSITIVE);

	/** What Hibernate or MariaDB calls what nobody named. */
	private static final Pattern MADE_UP_IN_MARIADB = Pattern.compile(
			"^(foreign key|index|unique|check) (`?[\\w$]*`?\\.?)`(?:(?:FK|UK|IDX)\\w{20,}|\\w+_ibfk_\\d+|CONSTRAINT_\\d+|[a-z_$]+(?:_\\d+)?)`");

	static Stream<Arguments> mappings() {
		return Stream.of("h2", "mariadb", "mysql", "postgresql")
			.flatMap((database) -> groups(database).entrySet()
				.stream()
				.map((group) -> Arguments.of(database, group.getKey(), group.getValue())));
	}

	private static Map<String, List<Class<?>>> groups(String database) {
		Map<String, List<Class<?>>> groups = MappingGroups.all();
		if (database.equals("postgresql")) {
			groups.putAll(StructMappings.GROUPS);
			// What Hibernate writes of them PostgreSQL does not take.
			groups.remove("names of structs in quotes");
		}
		return groups;
	}

	@Test
	void aNamedEnumerationIsATextWithACheckWhereHibernateMakesADomain() {
		Schema schema = new HibernateBoot("h2").read(List.of(TypeMappings.Named.class), null);
		Table table = schema.table(TableName.of("named")).orElseThrow();
		assertThat(table.columns()).contains(new Column("color", Types.varchar(5)));
		assertThat(table.constraints()).contains(new Constraint.Check(null, "color in ('BLUE','GREEN','RED')"));
		assertThat(schema.enums()).isEmpty();
	}

	@Test
	void aNamedEnumerationIsATypeOnPostgresql() {
		Schema schema = new HibernateBoot("postgresql").read(List.of(TypeMappings.Named.class), null);
		EnumType type = Types.enumeration("color", "BLUE", "GREEN", "RED");
		assertThat(schema.enums()).containsExactly(type);
		assertThat(schema.table(TableName.of("named")).orElseThrow().columns()).contains(new Column("color", type));
	}

	@Test
	void whatNobodyNamedHasNoName() {
		Table table = read(TableMappings.Indexed.class, "indexed");
		assertThat(table.constraints()).extracting(Constraint::name)
			.containsExactlyInAnyOrder(null, null, null, null, null, null, "uq_indexed_level", "ck_indexed_code",
					"ck_indexed_size");
		assertThat(table.indexes()).extracting(Index::name).containsExactlyInAnyOrder("ix_indexed_name", null);
	}

	@Test
	void whatNobodyNamedHasNoNameIfAllNamesAreQuoted() {
		List<Class<?>> entities = List.of(RelationMappings.Author.class, RelationMappings.Book.class,
				RelationMappings.Shape.class);
		Schema schema = new HibernateBoot("postgresql", Map.of("hibernate.globally_quoted_identifiers", true))
			.read(entities, null);
		assertThat(schema.tables()).flatExtracting(Table::constraints)
			.extracting(Constraint::name)
			.containsOnly(null, "fk_book_author");
	}

	@Test
	void aUniqueColumnThatIsNamedElsewhereIsOneConstraint() {
		assertThat(read(TableMappings.TwiceUnique.class, "twice_unique").constraints()).containsExactly(
				new Constraint.PrimaryKey(null, List.of("id")),
				new Constraint.Unique("uq_twice_unique_code", List.of("code")));
	}

	@Test
	void commentsMayHaveQuotes() {
		Table table = read(TableMappings.Commented.class, "commented");
		assertThat(table.comment()).isEqualTo("it's");
		assertThat(table.columns()).extracting(Column::comment).containsExactly(null, "what it's called");
	}

	@Test
	void columnsStandAsTheirFieldsDoAndTheKeyFirst() {
		assertThat(read(RelationMappings.Audited.class, "audited").columns()).extracting(Column::name)
			.containsExactly("id", "created_at", "zebra", "apple");
		assertThat(read(TypeMappings.Customer.class, "customer").columns()).extracting(Column::name)
			.containsExactly("id", "name", "street", "city", "age");
	}

	@Test
	void defaultsAreValuesWhereTheyAre() {
		assertThat(read(TableMappings.Computing.class, "computing").columns())
			.extracting(Column::name, Column::defaultValue)
			.contains(tuple("number", new ColumnDefault.Value(42)), tuple("text", new ColumnDefault.Value("it's")),
					tuple("enabled", new ColumnDefault.Value(true)),
					tuple("created", new ColumnDefault.Expression("current_timestamp")));
	}

	@Test
	void theDefaultSchemaIsNotNamed() {
		List<Class<?>> entities = List.of(TableMappings.Item.class, TableMappings.ItemUser.class);
		Schema schema = new HibernateBoot("postgresql").read(entities, "shop");
		assertThat(schema.schemas()).isEmpty();
		assertThat(schema.tables()).extracting(Table::name)
			.containsExactly(TableName.of("item"), TableName.of("item_user"));
	}

	@Test
	void hibernatesOwnDefaultSchemaCounts() {
		Schema schema = new HibernateBoot("postgresql", Map.of("hibernate.default_schema", "app"))
			.read(List.of(RelationMappings.Audited.class), null);
		assertThat(schema.schemas()).containsExactly("app");
		assertThat(schema.tables()).extracting(Table::name).containsExactly(TableName.of("app.audited"));
	}

	@Test
	void namesWithoutQuotesAreFoldedAsTheDatabaseFoldsThem() {
		assertThat(new HibernateBoot("h2").read(List.of(RelationMappings.Collecting.class), null).tables())
			.extracting(Table::name)
			.contains(TableName.of("collecting"), TableName.of("RELATION_MAPPINGS$COLLECTING_LABELS"));
		assertThat(new HibernateBoot("postgresql").read(List.of(RelationMappings.Collecting.class), null).tables())
			.extracting(Table::name)
			.contains(TableName.of("collecting"), TableName.of("relation_mappings$collecting_labels"));
	}

	@Test
	void aStructWhoseNameHasQuotesIsOneThoughHibernateLeavesThemInItsOwnScript() {
		List<Class<?>> entities = List.of(StructMappings.Quoted.class);
		assertThat(new HibernateBoot("postgresql").ddl(entities)).last().asString().contains("name `The Name`");
		Schema schema = new HibernateBoot("postgresql").read(entities, null);
		assertThat(schema.tables().get(0).columns()).contains(new Column("name", Types.composite("\"The Name\"")));
		assertThat(schema.composites()).extracting(CompositeType::name).containsExactly(TableName.of("\"The Name\""));
	}

	@Test
	void whatHibernateDoesNotTakeIsItsOwnError() {
		assertThatExceptionOfType(AnnotationException.class)
			.isThrownBy(() -> new HibernateBoot("h2").read(List.of(RelationMappings.WithoutKey.class), null))
			.withMessageContaining("has no identifier");
	}

	private static Table read(Class<?> entity, String table) {
		return new HibernateBoot("postgresql").read(List.of(entity), null).table(TableName.of(table)).orElseThrow();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("mappings")
	void whatIsReadCreatesWhatHibernateCreates(String database, String name, List<Class<?>> entities) {
		List<String> expected = describe(database, ddl(database, entities));
		List<String> actual = describe(database,
				statements(database, new HibernateBoot(database).read(entities, null)));
		assertThat(actual).as(name).isEqualTo(expected).isNotEmpty();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("mappings")
	void whatWasCreatedIsWhatIsWanted(String database, String name, List<Class<?>> entities) {
		Schema schema = new HibernateBoot(database).read(entities, null);
		List<String> statements = statements(database, schema);
		try (SqlSession session = JdbcSession.open(open(database))) {
			statements.forEach((sql) -> session.execute(SqlStatement.of(sql)));
			Changes changes = new DatabaseComparison(ComparisonSettings.DEFAULTS, RenameDecision.NEVER)
				.compare(List.of(new FixedTarget(schema)), Dialects.named(database), session);
			tidy(database, session);
			// H2 prints the query of a view otherwise than it was written.
			assertThat(changes.upgrade()).as(name)
				.filteredOn((operation) -> !database.equals("h2") || !(operation instanceof ReplaceObject))
				.isEmpty();
		}
	}

	// What Hibernate itself writes there MySQL refuses: a time with fewer digits than its
	// column.
	private static List<String> ddl(String database, List<Class<?>> entities) {
		List<String> ddl = new HibernateBoot(database).ddl(entities);
		return (!database.equals("mysql")) ? ddl
				: ddl.stream()
					.map((sql) -> sql.replaceAll("(datetime\\(6\\) default current_timestamp)\\b(?!\\()", "$1(6)"))
					.toList();
	}

	private static List<String> statements(String database, Schema schema) {
		Dialect dialect = Dialects.named(database);
		List<Operation> operations = new ArrayList<>();
		schema.schemas().forEach((name) -> operations.add(new CreateSchema(name, false)));
		schema.enums()
			.forEach((type) -> operations.add(new CreateEnum(Objects.requireNonNull(type.name()), type.values())));
		CompositeOrder.of(schema.composites()).forEach((type) -> operations.add(new CreateCompositeType(type)));
		schema.sequences().forEach((sequence) -> operations.add(new CreateSequence(sequence, false)));
		schema.tables().forEach((table) -> operations.add(new CreateTable(withoutForeignKeys(table), false)));
		schema.tables()
			.forEach((table) -> table.indexes()
				.forEach((index) -> operations.add(new CreateIndex(table.name(), index, false, false))));
		schema.tables()
			.forEach((table) -> table.constraints()
				.stream()
				.filter(Constraint.ForeignKey.class::isInstance)
				.forEach((key) -> operations.add(new AddConstraint(table.name(), key))));
		schema.views().forEach((view) -> operations.add(new CreateObject(view)));
		return operations.stream()
			.flatMap((operation) -> dialect.render(operation).stream())
			.map(SqlStatement::sql)
			.toList();
	}

	private static Table withoutForeignKeys(Table table) {
		return new Table(table.name(), table.columns(),
				table.constraints()
					.stream()
					.filter((constraint) -> !(constraint instanceof Constraint.ForeignKey))
					.toList(),
				List.of(), table.comment());
	}

	private static List<String> describe(String database, List<String> statements) {
		Dialect dialect = Dialects.named(database);
		try (SqlSession session = JdbcSession.open(open(database))) {
			statements.forEach((sql) -> session.execute(SqlStatement.of(sql)));
			List<String> lines = new ArrayList<>();
			for (String schema : List.of(dialect.currentSchema(session), "shop", "SHOP")) {
				lines.addAll(dialect.describeSchema(schema, session));
			}
			tidy(database, session);
			return lines.stream()
				.map((line) -> (hasSchemasForDatabases(database)) ? normalizedInMariadb(line) : normalized(line))
				.sorted()
				.toList();
		}
	}

	private static DataSource open(String database) {
		return Databases.of(database);
	}

	private static boolean hasSchemasForDatabases(String database) {
		return database.equals("mariadb") || database.equals("mysql");
	}

	// In MariaDB and MySQL another schema belongs to all of the server.
	private static void tidy(String database, SqlSession session) {
		if (hasSchemasForDatabases(database)) {
			session.execute(SqlStatement.of("set foreign_key_checks = 0"));
			session.execute(SqlStatement.of("drop database if exists shop"));
			session.execute(SqlStatement.of("drop database " + Dialects.named(database).currentSchema(session)));
		}
	}

	// Hibernate's sequences draw their numbers one by one.
	private static String normalizedInMariadb(String line) {
		String named = (line.matches(".*`(uq|ck|fk|ix)_\\w+`.*")) ? line
				: MADE_UP_IN_MARIADB.matcher(line).replaceAll("$1 $2(unnamed)");
		return named.replace("`shop`.", "").replaceAll(" cache (0|1000)$", "");
	}

	// Neither made-up names nor the order of columns count, nor two words for one type.
	private static String normalized(String line) {
		return MADE_UP_INDEX.matcher(MADE_UP.matcher(line).replaceAll(".(unnamed) foreign key"))
			.replaceAll("(unnamed) on")
			.replace("FLOAT(53)", "DOUBLE PRECISION")
			.replace("FLOAT(24)", "REAL")
			.replace("TIMESTAMP(6)", "TIMESTAMP")
			.replace("TIME(0)", "TIME");
	}

}
