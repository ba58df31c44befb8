package dev.migrator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.ChangedPolicy;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.CustomOperation;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.NamingConvention;
import dev.migrator.operation.Operation;
import dev.migrator.operation.Operations;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.test.Databases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What revisions may say beyond single operations, and what is seen before they run.
 */
class OperationsInRevisionsTests {

	private static final NamingConvention CONVENTION = new NamingConvention(
			Map.of("uq", "uq_%(table_name)s_%(column_0_N_name)s", "ck", "ck_%(table_name)s_%(constraint_name)s", "pk",
					"pk_%(table_name)s", "ix", "ix_%(column_0_label)s"));

	@BeforeEach
	void forget() {
		NeedsABean.CREATED.clear();
	}

	static Stream<Named<DataSource>> databases() {
		return Stream.of(Named.of("H2", Databases.h2()), Named.of("PostgreSQL", Databases.postgresql()));
	}

	private static MigratorBuilder builder(DataSource database, Class<? extends Migration> type) {
		return Migrator.builder().dataSource(database).locations("classpath:nowhere").migrations(List.of(type));
	}

	private static MigratorBuilder builder(DataSource database, Class<? extends Migration> first,
			Class<? extends Migration> second) {
		return builder(database, first).migrations(List.of(second));
	}

	private static List<String> tables(DataSource database) {
		return JdbcClient.create(database)
			.sql("select lower(table_name) from information_schema.tables where lower(table_schema) = 'public'")
			.query(String.class)
			.list();
	}

	private static List<String> constraints(DataSource database, String table) {
		return JdbcClient.create(database)
			.sql("select constraint_name from information_schema.table_constraints where lower(table_name) = ?"
					+ " and constraint_name not like '%not_null' order by 1")
			.param(table)
			.query(String.class)
			.list()
			.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.toList();
	}

	@Test
	void whatADatabaseLacksStopsARunBeforeItsFirstStatement() {
		DataSource database = Databases.h2();
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(builder(database, First.class, LacksSomething.class).build()::upgrade)
			.withMessageStartingWith(
					"The upgrade of revision second at dev.migrator.OperationsInRevisionsTests$LacksSomething")
			.withMessageContaining("H2 has no index on an expression, as 'ix' would be.")
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
		assertThat(tables(database)).doesNotContain("first", "migrator_version");
		DataSource able = Databases.postgresql();
		assertThat(builder(able, First.class, LacksSomething.class).build().upgrade().steps()).hasSize(2);
	}

	@Test
	void whatHasNoWayBackStopsADowngradeBeforeItsFirstStatement() {
		DataSource database = Databases.h2();
		Migrator migrator = builder(database, NoWayBack.class, AfterIt.class).build();
		migrator.upgrade();
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> migrator.downgrade("base"))
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.IRREVERSIBLE));
		assertThat(migrator.status().current()).containsExactly("after");
		assertThat(tables(database)).contains("first", "after");
	}

	@Test
	void aClassThatTakesBeansIsMadeOnceWhenItRuns() {
		DataSource database = Databases.h2();
		builder(database, First.class, NeedsABean.class)
			.migrationFactory((type) -> (type == NeedsABean.class) ? new NeedsABean("seen") : new First())
			.build()
			.upgrade();
		assertThat(NeedsABean.CREATED).containsExactly("seen");
		assertThat(tables(database)).contains("seen");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void whatDependsOnTheDatabaseIsLookedAtUpToThere(DataSource database) {
		assertThat(builder(database, First.class, AsksFirst.class).build().upgrade().steps()).hasSize(2);
		assertThat(tables(database)).contains("answered");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aConventionNamesWhatRevisionsDoNot(DataSource database) {
		Migrator migrator = builder(database, Unnamed.class).namingConvention(CONVENTION).build();
		assertThat(migrator.show("unnamed").upgrade().toString()).contains("constraint uq_hero_name_age unique",
				"constraint ck_hero_positive check");
		migrator.upgrade();
		assertThat(constraints(database, "hero")).containsExactly("ck_hero_positive", "pk_hero", "uq_hero_name_age");
		migrator.downgrade("base");
		assertThat(tables(database)).doesNotContain("hero");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aConventionThatComesLaterIsNoEditOfWhatHadNoName(DataSource database) {
		builder(database, First.class).build().upgrade();
		assertThat(builder(database, FirstAgain.class).namingConvention(CONVENTION)
			.onChanged(ChangedPolicy.FAIL)
			.build()
			.upgrade()
			.steps()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("databases")
	void aNameThatTheConventionMakesTooLongIsCut(DataSource database) {
		builder(database, LongName.class).namingConvention(CONVENTION).build().upgrade();
		assertThat(constraints(database, "hero")).singleElement()
			.asString()
			.matches((database instanceof PGSimpleDataSource) ? "uq_hero_x{40,}_[0-9a-f]{4}" : "uq_hero_x{60}_x{61}")
			.hasSizeLessThanOrEqualTo((database instanceof PGSimpleDataSource) ? 63 : 256);
	}

	@ParameterizedTest
	@MethodSource("databases")
	void anOperationOfAnApplicationsOwnRunsLikeAnyOther(DataSource database) {
		Migrator migrator = builder(database, Custom.class).build();
		migrator.upgrade();
		JdbcClient client = JdbcClient.create(database);
		assertThat(client.sql("select note from audit").query(String.class).single())
			.isEqualTo((database instanceof PGSimpleDataSource) ? "postgresql" : "h2");
		assertThat(migrator.show("custom").upgrade()).hasSize(3);
		StringBuilder script = new StringBuilder();
		migrator.offline(Dialects.named("h2")).upgrade("head", script);
		assertThat(script).contains("create table audit (note varchar(20))", "insert into audit values ('h2')");
		migrator.downgrade("base");
		assertThat(tables(database)).doesNotContain("audit");
	}

	@ParameterizedTest
	@MethodSource("databases")
	void anEditOfAnOwnOperationIsSeen(DataSource database) {
		builder(database, Custom.class).build().upgrade();
		assertThat(builder(database, CustomAgain.class).onChanged(ChangedPolicy.FAIL).build().upgrade().steps())
			.isEmpty();
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(builder(database, CustomEdited.class).onChanged(ChangedPolicy.FAIL).build()::upgrade)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.CHANGED_REVISION));
	}

	@Test
	void anOwnOperationIsARecord() {
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(builder(Databases.h2(), NoRecord.class).build()::upgrade)
			.withMessageContaining("implements CustomOperation, but is no record, so that nothing tells what it does");
	}

	@Revision(id = "first")
	static class First implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.createTable("first", (t) -> {
				t.column("id", Types.integer()).primaryKey();
				t.column("name", Types.varchar(20)).unique();
			});
		}

	}

	@Revision(id = "first")
	static class FirstAgain implements Migration {

		@Override
		public void upgrade(Operations op) {
			new First().upgrade(op);
		}

	}

	@Revision(id = "second", downRevision = "first")
	static class LacksSomething implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.createIndex("ix", "first", (index) -> index.expression("lower(name)"));
		}

	}

	@Revision(id = "nowayback")
	static class NoWayBack extends First {

	}

	@Revision(id = "after", downRevision = "nowayback")
	static class AfterIt implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.createTable("after", (t) -> t.column("id", Types.integer()));
		}

		@Override
		public void downgrade(Operations op) {
			op.dropTable("after");
		}

	}

	@Revision(id = "second", downRevision = "first")
	static class NeedsABean implements Migration {

		static final List<String> CREATED = new ArrayList<>();

		private final String table;

		NeedsABean(String table) {
			this.table = table;
			CREATED.add(table);
		}

		@Override
		public void upgrade(Operations op) {
			op.createTable(this.table, (t) -> t.column("id", Types.integer()));
		}

	}

	@Revision(id = "second", downRevision = "first")
	static class AsksFirst implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.insert(TableName.of("first")).set("id", 1);
			String name = (op.query("select id from first").isEmpty()) ? "empty" : "answered";
			op.createTable(name, (t) -> t.column("id", Types.integer()));
		}

	}

	@Revision(id = "unnamed")
	static class Unnamed implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.createTable("hero", (t) -> {
				t.column("id", Types.integer()).primaryKey();
				t.column("name", Types.varchar(20));
				t.column("age", Types.integer());
				t.unique("name", "age");
				t.constraint("positive").check("age > 0");
			});
		}

		@Override
		public void downgrade(Operations op) {
			op.dropConstraint("positive", "hero", ConstraintType.CHECK);
			op.dropTable("hero");
		}

	}

	@Revision(id = "long")
	static class LongName implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.createTable("hero", (t) -> {
				t.column("x".repeat(60), Types.integer());
				t.column("x".repeat(61), Types.integer());
				t.unique("x".repeat(60), "x".repeat(61));
			});
		}

	}

	record CreateAudit(String table) implements CustomOperation {

		@Override
		public List<Operation> expand(String dialect) {
			return List.of(ExecuteSql.of("create table %s (note varchar(20))".formatted(this.table)),
					ExecuteSql.of("insert into %s values ('%s')".formatted(this.table, dialect)),
					new CreateIndex(TableName.of(this.table),
							new Index("ix_audit", List.of(new IndexColumn("note", false, false)), false, null), false,
							true));
		}

		@Override
		public Optional<Operation> reverse() {
			return Optional.of(new DropTable(TableName.of(this.table), false));
		}

	}

	@Revision(id = "custom")
	static class Custom implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.apply(new CreateAudit("audit"));
		}

		@Override
		public void downgrade(Operations op) {
			op.apply(new CreateAudit("audit").reverse().orElseThrow());
		}

	}

	@Revision(id = "custom")
	static class CustomAgain extends Custom {

	}

	@Revision(id = "custom")
	static class CustomEdited implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.apply(new CreateAudit("other"));
		}

	}

	static class Unclear implements CustomOperation {

		@Override
		public List<Operation> expand(String dialect) {
			return List.of();
		}

	}

	@Revision(id = "norecord")
	static class NoRecord implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.apply(new Unclear());
		}

	}

}
