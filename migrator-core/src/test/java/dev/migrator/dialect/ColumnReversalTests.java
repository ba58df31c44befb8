package dev.migrator.dialect;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.ComputedChange;
import dev.migrator.operation.DefaultChange;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.IdentityChange;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Identity;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import dev.migrator.test.LiveDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operation does to a column, its reverse undoes.
 */
@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2", "mariadb", "mysql" })
class ColumnReversalTests {

	private static final TableName HERO = TableName.of("hero");

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

	private boolean isMysqlFamily() {
		return this.product.equals("mariadb") || this.database.isMysql();
	}

	@Test
	void whatIsReversedIsAsItWas() {
		this.database.run((op) -> op.createTable("hero", (t) -> {
			t.column("id", Types.integer()).notNull();
			t.column("name", Types.varchar(9)).notNull();
			t.column("age", Types.integer()).notNull().defaultValue(3).comment("Its age");
		}));
		Column age = new Column("age", Types.integer(), false, new ColumnDefault.Value(3), false, "Its age");
		Column added = new Column("more", Types.varchar(5), false, new ColumnDefault.Value("x"), false, "More");
		this.database.assertReversible(new AddColumn(HERO, added, false));
		this.database.assertReversible(new DropColumn(HERO, "age", false, false, age));
		this.database.assertReversible(new AlterColumn(HERO, "age", "years", null, null, null, null));
		DefaultChange four = new DefaultChange.Set(new ColumnDefault.Value(4));
		this.database.assertReversible(alter(age, "years", four, null));
		this.database.assertReversible(alter(age, "years", four, "Other"));
		this.database.assertReversible(alter(age, null, new DefaultChange.Drop(), null));
		this.database.assertReversible(alter(age, null, null, ""));
		this.database.assertReversible(alter(age, null, null, "Other"));
		this.database.assertReversible(new AlterColumn(HERO, "age", "years", Types.bigint(), null, true,
				new DefaultChange.Drop(), "New", null, null, age));
		assertThat(new DropColumn(HERO, "age", false).reverse()).isEmpty();
		assertThat(new AlterColumn(HERO, "age", null, Types.bigint(), null, null, null).reverse()).isEmpty();
	}

	private static AlterColumn alter(Column before, @Nullable String newName, @Nullable DefaultChange defaultChange,
			@Nullable String comment) {
		return new AlterColumn(HERO, before.name(), newName, null, null, null, defaultChange, comment, null, null,
				before);
	}

	@Test
	void countingIsReversed() {
		this.database.execute("create table hero (id int not null primary key, n int not null)");
		Column before = new Column("id", Types.integer()).withNullable(false);
		this.database.assertReversible(identity(before, new IdentityChange.Add(Identity.BY_DEFAULT)));
		assertThat(identity(before, new IdentityChange.Drop()).reverse()).isEmpty();
		if (isMysqlFamily()) {
			return;
		}
		Identity always = new Identity(true, new SequenceOptions(5L, 2L, 1L, false, 1000L, false, 3L, true));
		this.database.assertReversible(identity(before, new IdentityChange.Add(always)));
		this.database.run((op) -> op.apply(identity(before, new IdentityChange.Add(always))));
		Column counting = new Column("id", Types.integer(), false, null, always, null, null, null, null);
		this.database.assertReversible(identity(counting, new IdentityChange.Drop()));
		this.database.assertReversible(identity(counting, new IdentityChange.Alter(false,
				new SequenceOptions(null, 7L, null, true, 2000L, false, 9L, false), null)));
		assertThat(identity(counting, new IdentityChange.Alter(null, SequenceOptions.NONE, 7L)).reverse()).isEmpty();
	}

	private static AlterColumn identity(Column before, IdentityChange change) {
		return new AlterColumn(HERO, "id", null, null, null, null, null, null, change, null, before);
	}

	@Test
	void computingIsReversed() {
		boolean virtual = isMysqlFamily();
		this.database.run((op) -> op.createTable("hero", (t) -> {
			t.column("a", Types.integer());
			if (virtual) {
				t.column("b", Types.integer()).computedVirtual("a + 1").comment("Computed");
			}
			else {
				t.column("b", Types.integer()).computed("a + 1").comment("Computed");
			}
		}));
		Column before = new Column("b", Types.integer(), true, null, null, "Computed", new Computed("a + 1", virtual),
				null, null);
		this.database.assertReversible(computed(before, new ComputedChange.Set(new Computed("a + 2", virtual))));
		assertThat(computed(before, new ComputedChange.Drop()).reverse()).isEmpty();
	}

	private static AlterColumn computed(Column before, ComputedChange change) {
		return new AlterColumn(HERO, "b", null, null, null, null, null, null, null, change, before);
	}

}
