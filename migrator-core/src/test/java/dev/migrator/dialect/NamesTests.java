package dev.migrator.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Operations;
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

/**
 * Whatever a thing is called, the catalog has it under that very name, and it is found
 * again by it.
 */
@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2" })
class NamesTests {

	private static final List<String> NAMES = List.of("select", "Mixed Case", "größe_漢字", "a.b", "a\"b", "a'b", "1st",
			" blank ", "-- no comment", "semi;colon", "a\\b", "?", "x".repeat(63), "ü".repeat(31), "${name}", "%s");

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

	private static String qualified(String schema, String name) {
		return "\"%s\".\"%s\"".formatted(schema.replace("\"", "\"\""), name.replace("\"", "\"\""));
	}

	private String catalog(String name) {
		return (name.matches("[a-z_]+") && !name.equals("select") && !this.database.isPostgresql())
				? name.toUpperCase(Locale.ROOT) : name;
	}

	@Test
	void whatIsCreatedHasItsNameAndIsFoundByIt() {
		for (String name : NAMES) {
			String table = qualified(name, name);
			this.database.run((op) -> create(op, name, table));
			String read = catalog(name);
			assertThat(this.database.values("select schema_name as \"value\" from information_schema.schemata"))
				.contains(read);
			assertThat(this.database.values("select table_name as \"value\" from information_schema.tables"))
				.contains(read);
			assertThat(this.database.values("select column_name as \"value\" from information_schema.columns"))
				.contains(read);
			assertThat(this.database
				.values("select constraint_name as \"value\" from information_schema.table_constraints"))
				.contains(read);
			assertThat(this.database.values("select sequence_name as \"value\" from information_schema.sequences"))
				.contains(catalog(sequence(name)));
			assertThat(this.database.dialect().tableExists(new TableName(name, name), this.database.session()))
				.isTrue();
			this.database.run((op) -> rename(op, name, table));
			this.database.run((op) -> {
				op.dropTable(qualified(name, "other"));
				op.dropSequence(qualified(name, sequence(name)));
				op.dropSchema(name);
			});
		}
	}

	// In PostgreSQL a sequence and an index share the tables' names.
	private static String sequence(String name) {
		return name.substring(0, name.length() - 1) + "_";
	}

	private static void create(Operations op, String name, String table) {
		op.createSchema(name);
		op.createTable(table, (t) -> {
			t.column(name, Types.integer());
			t.column("more", Types.integer()).comment(name);
			t.comment(name);
		});
		op.createCheckConstraint(op.f(name), table, "more > 0");
		op.createSequence(qualified(name, sequence(name)));
		op.createTableComment(table, name);
	}

	private static void rename(Operations op, String name, String table) {
		TableName tableName = new TableName(name, name);
		op.insert(tableName).set(name, 1);
		op.update(tableName).set(name, 2);
		op.delete(tableName);
		op.renameConstraint(name, table, "uq");
		op.createIndex(name.substring(0, name.length() - 1) + "i", table, name);
		op.dropIndex(name.substring(0, name.length() - 1) + "i", table);
		op.renameColumn(table, name, "other");
		op.renameTable(table, "other");
	}

	@Test
	void aNameThatIsTooLongIsAnErrorAndNotCut() {
		Map<String, String> tooLong = Map.of("postgresql", "ü".repeat(32), "h2", "x".repeat(257));
		String name = String.valueOf(tooLong.get(this.product));
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> this.database.run((op) -> op.createTable(name, (t) -> t.column("id", Types.integer()))))
			.withMessageContaining((this.database.isPostgresql()) ? "has 64 bytes, but PostgreSQL keeps only 63."
					: "has 257 characters, but H2 keeps only 256.")
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
		assertThat(this.database.dialect().identifierLimit().length())
			.isEqualTo((this.database.isPostgresql()) ? 63 : 256);
	}

}
