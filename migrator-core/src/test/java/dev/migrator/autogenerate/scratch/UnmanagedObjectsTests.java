package dev.migrator.autogenerate.scratch;

import java.util.List;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.FixedTarget;
import dev.migrator.autogenerate.Remark;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.test.CountingSession;
import dev.migrator.test.LiveDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What extensions and partitioned tables of PostgreSQL look after is told of, and left
 * alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnmanagedObjectsTests {

	private final LiveDatabase database = new LiveDatabase("postgresql");

	@BeforeAll
	void create() {
		this.database.execute("create schema more", "create extension citext schema more",
				"create extension pg_stat_statements", "create extension earthdistance cascade",
				"create table event (id bigint, day date) partition by range (day)",
				"create table event_2025 partition of event for values from ('2025-01-01') to ('2026-01-01')"
						+ " partition by range (id)",
				"create table event_2026 partition of event for values from ('2026-01-01') to ('2027-01-01')",
				"create table event_2025_first partition of event_2025 for values from (0) to (1000)",
				"create table own_to_citext (id bigint)", "create sequence own_sequence",
				"alter extension citext add table own_to_citext", "alter extension citext add sequence own_sequence");
	}

	@AfterAll
	void close() {
		this.database.close();
	}

	private Changes changes(ComparisonSettings settings) {
		return new DatabaseComparison(settings, RenameDecision.NEVER).compare(
				List.of(new FixedTarget(
						this.database.dialect().reflect(SchemaFilter.DEFAULT, this.database.session()))),
				this.database.dialect(), this.database.session());
	}

	@Test
	void theyAreRemarkedOnAndStay() {
		Changes changes = changes(ComparisonSettings.DEFAULTS);
		assertThat(changes.upgrade()).isEmpty();
		assertThat(changes.remarks()).allMatch((remark) -> remark.kind() == Remark.Kind.UNMANAGED)
			.extracting(Remark::text)
			.containsExactly("The type cube belongs to the extension cube, and stays there.",
					"The type earth belongs to the extension earthdistance, and stays there.",
					"The table event has 2 partitions, which stay as they are.",
					"The table event_2025 has a partition, which stays as it is.",
					"The sequence own_sequence belongs to the extension citext, and stays there.",
					"The table own_to_citext belongs to the extension citext, and stays there.",
					"The view pg_stat_statements belongs to the extension pg_stat_statements, and stays there.",
					"The view pg_stat_statements_info belongs to the extension pg_stat_statements, and stays there.");
	}

	@Test
	void anotherSchemaIsLookedAtIfItIsCompared() {
		assertThat(changes(ComparisonSettings.DEFAULTS.withSchemas(SchemaFilter.of(List.of("more")))).remarks())
			.extracting(Remark::text)
			.containsExactly("The type more.citext belongs to the extension citext, and stays there.");
	}

	@Test
	void whatIsExcludedIsNotToldOf() {
		assertThat(changes(ComparisonSettings.DEFAULTS.withPatterns(List.of("e*"), List.of("event*"))).remarks())
			.extracting(Remark::subject)
			.containsExactly("earth");
	}

	@Test
	void oneQueryFindsThemAll() {
		CountingSession session = new CountingSession(this.database.session());
		assertThat(this.database.dialect().unmanaged(SchemaFilter.ALL, session)).hasSize(9);
		assertThat(session.statements()).isOne();
	}

}
