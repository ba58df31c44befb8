package dev.migrator.dialect;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.DropEnum;
import dev.migrator.operation.Operations;
import dev.migrator.operation.RenameEnum;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
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
 * What becomes of types of named values.
 */
@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2" })
class EnumOperationsTests {

	private static final TableName MOOD = TableName.of("mood");

	private static final EnumType TYPE = Types.enumeration("mood", "sad", "It's ok", "happy");

	@Parameter
	String product = "";

	private LiveDatabase database;

	@BeforeEach
	void open() {
		this.database = new LiveDatabase(this.product);
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void aColumnHasNamedValuesInOrder() {
		List<String> sql = this.database.run((op) -> {
			op.createEnum("mood", "sad", "It's ok", "happy");
			op.createTable("hero", (t) -> {
				t.column("name", Types.varchar(9));
				t.column("mood", TYPE).notNull().defaultValue("It's ok");
			});
			op.addColumn("hero", "moods", Types.array(TYPE), (c) -> c.defaultValue(List.of("sad", "It's ok")));
		});
		if (this.database.isPostgresql()) {
			assertThat(sql).containsExactly("create type mood as enum ('sad', 'It''s ok', 'happy')",
					"create table hero (\n    name varchar(9),\n    mood mood default 'It''s ok' not null\n)",
					"alter table hero add column moods mood[] default '{\"sad\",\"It''s ok\"}'");
		}
		else {
			assertThat(sql).containsExactly(
					"create table hero (\n    name varchar(9),\n"
							+ "    mood enum('sad', 'It''s ok', 'happy') default 'It''s ok' not null\n)",
					"alter table hero add column moods enum('sad', 'It''s ok', 'happy') array "
							+ "default array['sad', 'It''s ok']");
		}
		this.database.execute("insert into hero (name) values ('a')",
				"insert into hero (name, mood) values ('b', 'sad')");
		assertThat(this.database.values("select name as \"value\" from hero order by mood")).containsExactly("b", "a");
		assertThat(this.database.takes("insert into hero (name, mood) values ('c', 'angry')")).isFalse();
		assertThat(this.database.values("select mood as \"value\" from hero where moods[2] = mood"))
			.containsExactly("It's ok");
	}

	@Test
	void valuesComeAndAreRenamedWhereTheTypeIsByItself() {
		Consumer<Operations> adding = (op) -> {
			op.createEnum("mood", "sad", "happy");
			op.addEnumValue("mood", "mad");
			op.addEnumValueIfNotExists("mood", "mad");
			op.addEnumValueBefore("mood", "It's ok", "happy");
			op.addEnumValueAfter("mood", "glad", "happy");
			op.renameEnumValue("mood", "mad", "angry");
			op.renameEnum("mood", "Mood");
		};
		if (this.database.isPostgresql()) {
			assertThat(this.database.run(adding)).containsExactly("create type mood as enum ('sad', 'happy')",
					"alter type mood add value 'mad'", "alter type mood add value if not exists 'mad'",
					"alter type mood add value 'It''s ok' before 'happy'",
					"alter type mood add value 'glad' after 'happy'", "alter type mood rename value 'mad' to 'angry'",
					"alter type mood rename to \"Mood\"");
			assertThat(this.database.describe("enum"))
				.containsExactly("enum \"Mood\" ('sad', 'It''s ok', 'happy', 'glad', 'angry')");
			assertThat(this.database.run((op) -> op.dropEnum("Mood", (drop) -> drop.ifExists().cascade())))
				.containsExactly("drop type if exists \"Mood\" cascade");
		}
		else {
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.database.run(adding))
				.withMessage("H2 has no type 'mood' by itself, but the values in the type of each column that has them."
						+ " Change the type of these columns there, for example by op.dialect().")
				.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
			assertThat(this.database.run((op) -> {
				op.renameEnum("mood", "other");
				op.dropEnum("other");
			})).isEmpty();
			this.database.run((op) -> {
				op.createTable("hero", (t) -> t.column("mood", TYPE));
				op.alterColumn("hero", "mood", (c) -> c.type(Types.enumeration("mood", "sad", "mad")));
			});
			this.database.execute("insert into hero values ('mad')");
		}
	}

	@Test
	void aTypeWithoutANameIsRefusedWhereItNeedsOne() {
		Consumer<Operations> migration = (op) -> op.addColumn("hero", "mood", new EnumType(null, List.of("a", "b")));
		this.database.execute("create table hero (id int)");
		if (this.database.isPostgresql()) {
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.database.run(migration))
				.withMessageStartingWith("PostgreSQL has no type of the values [a, b] without a name.");
		}
		else {
			assertThat(this.database.run(migration)).containsExactly("alter table hero add column mood enum('a', 'b')");
		}
	}

	@Test
	void whatIsReversedIsAsItWas() {
		assertThat(new AddEnumValue(MOOD, "a", null, null, false).reverse()).isEmpty();
		assertThat(new DropEnum(MOOD, false, false, List.of()).reverse()).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> new AddEnumValue(MOOD, "a", "b", "c", false));
		if (this.database.isPostgresql()) {
			CreateEnum create = new CreateEnum(MOOD, TYPE.values());
			this.database.assertReversible(create);
			this.database.run((op) -> op.apply(create));
			this.database.assertReversible(new DropEnum(MOOD, false, false, TYPE.values()));
			this.database.assertReversible(new RenameEnum(MOOD, "Other"));
			this.database.assertReversible(new RenameEnumValue(MOOD, "sad", "mad"));
		}
	}

}
