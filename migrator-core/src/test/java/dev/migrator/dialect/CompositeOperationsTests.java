package dev.migrator.dialect;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddAttribute;
import dev.migrator.operation.AlterAttribute;
import dev.migrator.operation.CreateCompositeType;
import dev.migrator.operation.DropAttribute;
import dev.migrator.operation.DropCompositeType;
import dev.migrator.operation.Operations;
import dev.migrator.operation.RenameAttribute;
import dev.migrator.operation.RenameCompositeType;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import dev.migrator.test.LiveDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of types of several attributes.
 */
class CompositeOperationsTests {

	private static final TableName PLACE = TableName.of("place");

	private static final Consumer<Operations> CREATION = (op) -> op.createCompositeType("place", (t) -> {
		t.attribute("lat", Types.doublePrecision());
		t.attribute("Long name", Types.array(Types.varchar(9)));
	});

	@Test
	void theyComeAndChangeAndGo() {
		try (LiveDatabase database = new LiveDatabase("postgresql")) {
			assertThat(database.run(CREATION.andThen((op) -> {
				op.createTable("hero", (t) -> {
					t.column("at", Types.composite("place"));
					t.column("way", Types.array(Types.composite("place")));
				});
				op.addAttribute("place", "name", Types.text());
				op.renameAttribute("place", "name", "Title");
				op.dropAttribute("place", "Title");
				op.dropTable("hero");
				op.alterAttribute("place", "lat", Types.numeric(9, 6));
				op.renameCompositeType("place", "Place");
				op.dropCompositeType("Place");
			}))).containsExactly("create type place as (lat double precision, \"Long name\" varchar(9)[])",
					"create table hero (\n    at place,\n    way place[]\n)",
					"alter type place add attribute name text", "alter type place rename attribute name to \"Title\"",
					"alter type place drop attribute \"Title\"", "drop table hero",
					"alter type place alter attribute lat type numeric(9, 6)", "alter type place rename to \"Place\"",
					"drop type \"Place\"");
		}
	}

	@Test
	void whatStandsOnThemMayFollow() {
		try (LiveDatabase database = new LiveDatabase("postgresql")) {
			database.run(CREATION);
			database.execute("create table places of place");
			assertThat(database.run((op) -> {
				op.addAttribute("place", "name", Types.text(), (a) -> a.cascade());
				op.alterAttribute("place", "name", Types.varchar(5), (a) -> a.cascade().existing(Types.text()));
				op.renameAttribute("place", "name", "title", (a) -> a.cascade());
				op.dropAttribute("place", "title", (drop) -> drop.ifExists().cascade());
				op.dropCompositeType("place", (drop) -> drop.ifExists().cascade());
			})).containsExactly("alter type place add attribute name text cascade",
					"alter type place alter attribute name type varchar(5) cascade",
					"alter type place rename attribute name to title cascade",
					"alter type place drop attribute if exists title cascade", "drop type if exists place cascade");
		}
	}

	@Test
	void whatIsReversedIsAsItWas() {
		CompositeType type = new CompositeType(PLACE,
				List.of(new Attribute("lat", Types.real()), new Attribute("lng", Types.real())));
		assertThat(new DropCompositeType(PLACE, false, false, null).reverse()).isEmpty();
		assertThat(new DropAttribute(PLACE, "lat", false, false, null).reverse()).isEmpty();
		assertThat(new AlterAttribute(PLACE, "lat", Types.text(), false, null).reverse()).isEmpty();
		try (LiveDatabase database = new LiveDatabase("postgresql")) {
			database.assertReversible(new CreateCompositeType(type));
			database.run((op) -> op.apply(new CreateCompositeType(type)));
			database.assertReversible(new AddAttribute(PLACE, new Attribute("name", Types.text()), true));
			database.assertReversible(new AlterAttribute(PLACE, "lat", Types.text(), true, Types.real()));
			database.assertReversible(new RenameAttribute(PLACE, "lat", "x", true));
			database.assertReversible(new DropAttribute(PLACE, "lng", false, true, Types.real()));
			database.assertReversible(new RenameCompositeType(PLACE, "Other"));
			database.assertReversible(new DropCompositeType(PLACE, false, false, type));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "sqlite", "mariadb" })
	void theyAreRefusedInOneSentenceWhereThereAreNone(String product) {
		try (LiveDatabase database = new LiveDatabase(product)) {
			assertRefused(database, CREATION, " has no composite types, and 'place' would be one."
					+ " Have a column for each attribute there, for example by op.dialect().");
			assertRefused(database, (op) -> op.dropCompositeType("place", (drop) -> drop.ifExists()),
					" has no composite types, and 'place' would be one."
							+ " Have a column for each attribute there, for example by op.dialect().");
			assertRefused(database, (op) -> op.createTable("hero", (t) -> t.column("at", Types.composite("place"))),
					" has no composite types such as 'place'."
							+ " Have a column for each attribute there, for example by op.dialect().");
		}
	}

	private static void assertRefused(LiveDatabase database, Consumer<Operations> migration, String message) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> database.run(migration))
			.withMessageEndingWith(message)
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
	}

}
