package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.autogenerate.compare.DatabaseRules;
import dev.migrator.autogenerate.compare.ReflectedTypes;
import dev.migrator.autogenerate.compare.SchemaComparison;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Renames that were said by name, while others are asked for.
 */
class NamedRenamesTests {

	private final List<RenameCandidate> asked = new ArrayList<>();

	private static Schema heroes(String... columns) {
		return DeclaredSchema.of((op) -> op.createTable("hero", (t) -> {
			for (String column : columns) {
				t.column(column, Types.varchar(20));
			}
		}));
	}

	private Changes compare(String... renames) {
		Dialect dialect = Dialects.named("h2");
		return new SchemaComparison(ComparisonSettings.DEFAULTS, NamedRenames.of(List.of(renames), this.asked::add),
				DatabaseRules.of(dialect), new ReflectedTypes(dialect))
			.compare(heroes("name", "secret"), heroes("full_name", "secret_name"));
	}

	@Test
	void whatIsNotNamedIsAskedFor() {
		assertThat(compare("hero.name:full_name").upgrade()).hasSize(2);
		assertThat(this.asked).extracting(RenameCandidate::option).containsExactly("hero.secret:secret_name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "hero.nam:full_name", "hero.name:ful_name", "villain.name:full_name" })
	void aNameThatIsNotThereIsToldBeforeAnybodyIsAsked(String rename) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> compare(rename))
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.CONFIGURATION))
			.withMessageContaining("Nothing can be renamed from '" + rename.replace(":", "' to '") + "'.");
		assertThat(this.asked).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "hero", "hero:", ":x", "a:b:c" })
	void whatSaysNoRenameIsRefused(String rename) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> compare(rename))
			.withMessageContaining("'%s' says no rename.".formatted(rename));
	}

}
