package dev.migrator.dialect;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.IndexSpec;
import dev.migrator.operation.Operations;
import dev.migrator.operation.RenameIndex;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.NullsOrder;
import dev.migrator.schema.StorageParameter;
import dev.migrator.schema.TableName;
import dev.migrator.session.DatabaseInfo;
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

/**
 * What becomes of operations on indexes, and what that does.
 */
@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2" })
class IndexOperationsTests {

	private static final TableName HERO = TableName.of("hero");

	@Parameter
	String product = "";

	private LiveDatabase database;

	@BeforeEach
	void open() {
		this.database = new LiveDatabase(this.product);
		this.database.execute("create table hero (id int, name varchar(20), \"Odd name\" int)");
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private void assertUnsupported(Consumer<IndexSpec> index, String message) {
		Operations op = new DialectTarget(Dialects.named(this.product), null).operations();
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> op.createIndex("ix", "hero", index))
			.withMessageStartingWith(message)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
	}

	@Test
	void anIndexOfPostgresqlMaySayAllOfIt() {
		if (!this.database.isPostgresql()) {
			return;
		}
		assertThat(this.database.run((op) -> {
			op.createIndex("ix1", "hero", (i) -> i.unique()
				.using("btree")
				.column("name", (c) -> c.collate("C").operatorClass("text_pattern_ops").descending().nullsLast())
				.expression("lower(name)", (c) -> c.nullsFirst())
				.include("id", "Odd name")
				.nullsNotDistinct()
				.with("fillfactor", 70)
				.with("deduplicate_items", "off")
				.tablespace("pg_default")
				.where("id > 0"));
			op.createIndex("ix2", "hero", (i) -> i.using("hash").columns("name"));
			op.createIndex(null, "hero", "id", "Odd name");
			op.createIndex("ix3", "hero",
					(i) -> i.using("gin").expression("to_tsvector('english', name)").concurrently());
		})).containsExactly(
				"create unique index ix1 on hero using btree (name collate \"C\" text_pattern_ops desc nulls last, "
						+ "(lower(name)) nulls first) include (id, \"Odd name\") nulls not distinct "
						+ "with (fillfactor = 70, deduplicate_items = off) tablespace pg_default where id > 0",
				"create index ix2 on hero using hash (name)", "create index on hero (id, \"Odd name\")",
				"create index concurrently ix3 on hero using gin ((to_tsvector('english', name)))");
		assertThat(this.database.describe("index CREATE")).containsExactly(
				"index CREATE INDEX \"hero_id_Odd name_idx\" ON hero USING btree (id, \"Odd name\")",
				"index CREATE UNIQUE INDEX ix1 ON hero USING btree (name COLLATE \"C\" text_pattern_ops DESC NULLS LAST, "
						+ "lower(name::text) NULLS FIRST) INCLUDE (id, \"Odd name\") NULLS NOT DISTINCT "
						+ "WITH (fillfactor='70', deduplicate_items=off) WHERE id > 0",
				"index CREATE INDEX ix2 ON hero USING hash (name)",
				"index CREATE INDEX ix3 ON hero USING gin (to_tsvector('english'::regconfig, name::text))");
	}

	@Test
	void anIndexOfH2MaySayWhatItHas() {
		if (this.database.isPostgresql()) {
			return;
		}
		assertThat(this.database.run((op) -> {
			op.createIndex("ix1", "hero",
					(i) -> i.unique()
						.nullsNotDistinct()
						.column("name", (c) -> c.descending().nullsLast())
						.include("Odd name"));
			op.createIndex("ix2", "hero", (i) -> i.using("hash").columns("name"));
			op.createIndex(null, "hero", "id");
		})).containsExactly(
				"create unique nulls not distinct index ix1 on hero (name desc nulls last) include (\"Odd name\")",
				"create index ix2 on hero using hash (name)", "create index on hero (id)");
		assertThat(this.database.describe("unique index")).singleElement().asString().contains("\"IX1\"", "desc");
		assertThat(this.database.describe("hash index")).hasSize(1);
		assertUnsupported((i) -> i.columns("a").using("gin"), "H2 has no index by the method 'gin', as 'ix' would be.");
		assertUnsupported((i) -> i.columns("a").include("b"),
				"H2 has no index that holds more columns and is not unique, as 'ix' would be.");
		assertUnsupported((i) -> i.columns("a").with("fillfactor", 70),
				"H2 has no index that says how or where it is stored, as 'ix' does.");
		assertUnsupported((i) -> i.column("a", (c) -> c.collate("C")),
				"H2 has no index that compares its values in a way of its own, as 'ix' does.");
	}

	@Test
	void whatNoneOfThemHasIsRefused() {
		assertUnsupported((i) -> i.column("name", (c) -> c.prefix(10)),
				((this.database.isPostgresql()) ? "PostgreSQL" : "H2") + " has no index on the beginning of a text");
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(
					() -> this.database.run((op) -> op.createIndex(null, "hero", (i) -> i.columns("id").ifNotExists())))
			.withMessage("An index on hero without a name cannot be created only if it is not there. Give it a name.");
		Operations old = new DialectTarget(Dialects.of(new DatabaseInfo("PostgreSQL", 14, 0, null, null)), null)
			.operations();
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> old.createIndex("ux", "hero", (i) -> i.columns("id").unique().nullsNotDistinct()))
			.withMessageStartingWith("PostgreSQL has no unique index to which two rows without a value are equal");
	}

	@Test
	void anIndexIsRenamedAndDropped() {
		this.database.execute("create schema app", "create table app.hero (id int)",
				"create index ix on app.hero (id)");
		List<String> sql = this.database.run((op) -> {
			op.renameIndex("ix", "app.hero", "Other \"one\"");
			op.dropIndex("Other \"one\"", "app.hero");
			op.dropIndex("ix", "app.hero", (drop) -> drop.ifExists());
		});
		assertThat(sql).containsExactly("alter index app.ix rename to \"Other \"\"one\"\"\"",
				"drop index app.\"Other \"\"one\"\"\"", "drop index if exists app.ix");
		if (this.database.isPostgresql()) {
			assertThat(this.database.run((op) -> op.dropIndex("ix", "hero", (drop) -> drop.ifExists().cascade())))
				.containsExactly("drop index if exists ix cascade");
		}
		else {
			assertThatExceptionOfType(MigratorException.class)
				.isThrownBy(() -> this.database.run((op) -> op.dropIndex("ix", "hero", (drop) -> drop.cascade())))
				.withMessageStartingWith("H2 has no way to drop with an index what depends on it.");
		}
	}

	@Test
	void whatIsReversedIsAsItWas() {
		Index plain = new Index("ix",
				List.of(new IndexColumn("name", false, true), new IndexColumn("id", false, false)), true, null);
		this.database.assertReversible(new CreateIndex(HERO, plain, false, false));
		this.database.run((op) -> op.apply(new CreateIndex(HERO, plain, false, true)));
		this.database.assertReversible(new DropIndex(HERO, "ix", false, false, false, plain));
		this.database.assertReversible(new DropIndex(HERO, "ix", false, true, false, plain));
		this.database.assertReversible(new RenameIndex(HERO, "ix", "Other"));
		assertThat(new DropIndex(HERO, "ix", false, false).reverse()).isEmpty();
		Index unnamed = new Index(null, plain.columns(), false, null);
		assertThat(new CreateIndex(HERO, unnamed, false, false).reverse()).isEmpty();
		if (this.database.isPostgresql()) {
			Index rich = new Index("ix3",
					List.of(new IndexColumn("lower(name)", true, true, "C", "text_pattern_ops", NullsOrder.LAST, null)),
					true, "id > 3", "btree", List.of("id"), true, List.of(new StorageParameter("fillfactor", "70")),
					null);
			this.database.assertReversible(new CreateIndex(HERO, rich, false, true));
		}
	}

}
