package dev.migrator.autogenerate.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.autogenerate.compare.SchemaComparison;
import dev.migrator.error.MigratorException;
import dev.migrator.test.CasesDirectory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Compares two schemas of each case, and looks for the operations that it expects. The
 * form of cases is described beside them.
 */
class AutogenerateCasesTest {

	@TestFactory
	Stream<DynamicTest> findsWhatDiffers() {
		return AutogenerateCase.readAll(CasesDirectory.of("autogenerate"))
			.stream()
			.map((autogenerateCase) -> DynamicTest.dynamicTest(autogenerateCase.name(), () -> check(autogenerateCase)));
	}

	private static void check(AutogenerateCase autogenerateCase) {
		autogenerateCase.check();
		JsonNode json = autogenerateCase.json();
		if (json.has("error")) {
			assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> compare(autogenerateCase))
				.satisfies((ex) -> assertThat(ex.category().code()).isEqualTo(json.get("error").asString()));
			return;
		}
		Changes changes = compare(autogenerateCase);
		// Both directions may have equal operations, such as the rename of a type.
		assertThat(Stream.concat(changes.upgrade().stream(), changes.downgrade().stream())
			.flatMap((operation) -> changes.remarksOn(operation).stream())).containsExactlyInAnyOrderElementsOf(
					changes.remarks().stream().filter((remark) -> remark.operation() != null).toList());
		boolean ordered = !json.path("unordered").asBoolean(false);
		assertMatches("upgrade", CaseSchema.strings(json, "upgrade"),
				changes.upgrade().stream().map(OperationText::of).toList(), ordered);
		if (json.has("downgrade")) {
			assertMatches("downgrade", CaseSchema.strings(json, "downgrade"),
					changes.downgrade().stream().map(OperationText::of).toList(), ordered);
		}
		assertThat(changes.isEmpty()).isEqualTo(CaseSchema.strings(json, "upgrade").isEmpty());
		if (json.has("candidates")) {
			assertThat(changes.candidates()).extracting(RenameCandidate::option)
				.containsExactlyInAnyOrderElementsOf(CaseSchema.strings(json, "candidates"));
		}
		if (json.has("remarks")) {
			assertThat(changes.remarks())
				.extracting((remark) -> remark.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + " "
						+ remark.subject())
				.containsExactlyInAnyOrderElementsOf(CaseSchema.strings(json, "remarks"));
		}
	}

	private static Changes compare(AutogenerateCase autogenerateCase) {
		return new SchemaComparison(autogenerateCase.settings(), autogenerateCase.renames(), autogenerateCase.rules(),
				autogenerateCase.meaning())
			.compare(autogenerateCase.before(), autogenerateCase.after());
	}

	// An expectation is the beginning of an operation's text, of whole words.
	private static void assertMatches(String direction, List<String> expected, List<String> actual, boolean ordered) {
		List<String> left = new ArrayList<>(actual);
		boolean same = expected.size() == actual.size();
		for (int i = 0; same && i < expected.size(); i++) {
			String text = expected.get(i);
			if (ordered) {
				same = matches(text, actual.get(i));
			}
			else {
				same = left.stream()
					.filter((operation) -> matches(text, operation))
					.findFirst()
					.map(left::remove)
					.orElse(false);
			}
		}
		if (!same) {
			assertThat(actual).as(direction).isEqualTo(expected);
		}
	}

	private static boolean matches(String expected, String actual) {
		return actual.equals(expected)
				|| (actual.startsWith(expected) && " :(;".indexOf(actual.charAt(expected.length())) >= 0);
	}

}
