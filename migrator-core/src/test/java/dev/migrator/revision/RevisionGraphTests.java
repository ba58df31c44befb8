package dev.migrator.revision;

import java.util.List;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static dev.migrator.revision.Revisions.branches;
import static dev.migrator.revision.Revisions.dependent;
import static dev.migrator.revision.Revisions.graph;
import static dev.migrator.revision.Revisions.labelled;
import static dev.migrator.revision.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RevisionGraphTests {

	@Test
	void aGraphWithoutRevisionsHasNothingToDo() {
		RevisionGraph graph = graph();
		assertThat(graph.isEmpty()).isTrue();
		assertThat(graph.heads()).isEmpty();
		assertThat(graph.upgrade(List.of(), List.of("heads")).isEmpty()).isTrue();
		assertThat(graph.upgrade(List.of(), List.of("head")).isEmpty()).isTrue();
		assertThat(graph.downgrade(List.of(), "base").isEmpty()).isTrue();
		assertThat(graph.history("", "", List.of())).isEmpty();
	}

	@Test
	void twoRevisionsWithOneIdAreRefused() {
		assertThatError(() -> graph(revision("a"), revision("a")), ErrorCategory.DUPLICATE_REVISION)
			.hasMessageContaining("'a'");
	}

	@Test
	void anIdWithACharacterOfTheSymbolsIsRefused() {
		for (String id : List.of("a@b", "a-b", "a+b", "a:b")) {
			assertThatError(() -> graph(revision(id)), ErrorCategory.INVALID_REVISION)
				.hasMessageContaining("'" + id + "'")
				.hasMessageContaining("'" + id.charAt(1) + "'");
		}
	}

	@Test
	void aReservedOrEmptyIdIsRefused() {
		for (String id : List.of("head", "heads", "base", "current", "", " ", "a ")) {
			assertThatError(() -> graph(revision(id)), ErrorCategory.INVALID_REVISION);
		}
	}

	@Test
	void aLabelMayHoldAHyphenAndEvenLookLikeASymbol() {
		RevisionGraph graph = graph(revision("aaaa"), labelled(revision("bbbb", "aaaa"), "release-2"));
		assertThat(graph.resolve("release-2")).containsExactly("bbbb");
		assertThat(graph.resolve("release-2@head")).containsExactly("bbbb");
		assertThat(graph.resolve("release-2@head-1")).containsExactly("aaaa");
	}

	@Test
	void aLabelThatIsTakenIsRefused() {
		assertThatError(() -> graph(labelled(revision("a"), "x"), labelled(revision("b"), "x")),
				ErrorCategory.DUPLICATE_LABEL)
			.hasMessageContaining("'b'")
			.hasMessageContaining("branch label of revision 'a'");
		assertThatError(() -> graph(revision("a"), labelled(revision("b"), "a")), ErrorCategory.DUPLICATE_LABEL)
			.hasMessageContaining("the id of a revision");
		assertThatError(() -> graph(labelled(revision("a"), "x:y")), ErrorCategory.INVALID_REVISION);
	}

	@Test
	void anUnknownDownRevisionIsRefusedAndLikelyOnesAreNamed() {
		assertThatError(() -> graph(revision("1975ea83b712"), revision("b", "1975")), ErrorCategory.NOT_FOUND)
			.hasMessageContaining("'b'")
			.hasMessageContaining("follows '1975'")
			.hasMessageContaining("1975ea83b712");
		assertThatError(() -> graph(dependent(revision("b"), "gone")), ErrorCategory.NOT_FOUND)
			.hasMessageContaining("depends on 'gone'");
	}

	@Test
	void aCycleIsShownInTheOrderInWhichItRuns() {
		assertThatError(() -> graph(revision("a", "c"), revision("b", "a"), revision("c", "b"), revision("d", "c")),
				ErrorCategory.CYCLE)
			.hasMessageContainingAll("a", "b", "c")
			.hasMessageNotContaining("d,");
		assertThatError(() -> graph(revision("a", "a")), ErrorCategory.CYCLE).hasMessageContaining("itself");
	}

	@Test
	void aCycleThroughADependencyIsTold() {
		assertThatError(() -> graph(dependent(revision("a"), "b"), revision("b", "a")), ErrorCategory.DEPENDENCY_CYCLE);
		assertThatError(() -> graph(dependent(revision("a"), "a")), ErrorCategory.DEPENDENCY_CYCLE);
	}

	@Test
	void aDependencyMayBeGivenByBranchLabel() {
		RevisionGraph graph = graph(labelled(revision("aaaa"), "core"), dependent(revision("bbbb"), "core"));
		assertThat(graph.dependedOnBy("aaaa")).containsExactly("bbbb");
		assertThat(graph.heads()).containsExactly("aaaa", "bbbb");
		assertThat(graph.realHeads()).containsExactly("bbbb");
	}

	@Test
	void theShapeOfTheGraphIsTold() {
		RevisionGraph graph = branches();
		assertThat(graph.heads()).containsExactly("blog2", "core1", "shop2");
		assertThat(graph.realHeads()).containsExactly("blog2", "shop2");
		assertThat(graph.bases()).containsExactly("aaaa1", "blog1");
		assertThat(graph.branchPoints()).containsExactly("bbbb1");
		assertThat(graph.isBranchPoint("bbbb1")).isTrue();
		assertThat(graph.mergePoints()).isEmpty();
		assertThat(graph.isHead("core1")).isTrue();
		assertThat(graph.children("bbbb1")).containsExactly("core1", "shop1");
		assertThat(graph.dependedOnBy("core1")).containsExactly("blog2");
		assertThat(graph.ancestors(List.of("blog2"))).containsExactly("aaaa1", "bbbb1", "blog1", "blog2", "core1");
		assertThat(graph.descendants(List.of("core1"))).containsExactly("blog2", "core1");
		assertThat(graph.find("nosuch")).isEmpty();
		assertThatError(() -> graph.get("nosuch"), ErrorCategory.NOT_FOUND);
	}

	@Test
	void aLabelReachesUpToTheHeadsAndDownToTheBranchPoint() {
		RevisionGraph graph = branches();
		assertThat(graph.labelsOf("shop2")).containsExactly("shop");
		assertThat(graph.labelsOf("bbbb1")).isEmpty();
		assertThat(graph.labelsOf("blog1")).containsExactly("blog");
		RevisionGraph merged = graph(revision("a"), revision("b", "a"), labelled(revision("c", "b"), "left"),
				labelled(revision("x"), "right"), revision("m", "c", "x"), revision("n", "m"));
		assertThat(merged.labelsOf("n")).containsExactly("left", "right");
		assertThat(merged.labelsOf("a")).containsExactly("left");
		assertThat(merged.labelsOf("x")).containsExactly("right");
	}

	@Test
	void symbolsNameRevisions() {
		RevisionGraph graph = branches();
		assertThat(graph.resolve("shop1")).containsExactly("shop1");
		assertThat(graph.resolve("shop")).containsExactly("shop1");
		assertThat(graph.resolve("bb")).containsExactly("bbbb1");
		assertThat(graph.resolve("heads")).containsExactly("blog2", "shop2");
		assertThat(graph.resolve("base")).isEmpty();
		assertThat(graph.resolve("shop@head")).containsExactly("shop2");
		assertThat(graph.resolve("bbbb@heads")).containsExactly("core1", "shop2");
		assertThat(graph.resolve("core@base")).isEmpty();
		assertThat(graph.resolve("shop@head-1")).containsExactly("shop1");
		assertThat(graph.resolve("aaaa1+1")).containsExactly("bbbb1");
		assertThat(graph.resolve("shop@bbbb1+1")).containsExactly("shop1");
		assertThat(graph.resolve("blog@base+2")).containsExactly("blog2");
		assertThat(graph.resolve("aaaa1-1")).isEmpty();
		assertThat(graph.resolve("current", List.of("shop1"))).containsExactly("shop1");
		assertThat(graph.resolve("current-1", List.of("shop1"))).containsExactly("bbbb1");
		assertThat(graph.resolve("+1", List.of("shop1"))).containsExactly("shop2");
		assertThat(graph.resolve("shop@-1")).containsExactly("shop1");
	}

	@Test
	void aSymbolThatNamesNothingIsAnErrorThatNamesWhatThereIs() {
		RevisionGraph graph = branches();
		assertThatError(() -> graph.resolve("nosuch"), ErrorCategory.NOT_FOUND)
			.hasMessageContaining("blog2, core1, shop2")
			.hasMessageContaining("blog, core, shop");
		assertThatError(() -> graph.resolve("nosuch@head"), ErrorCategory.NOT_FOUND)
			.hasMessageContaining("branch 'nosuch'");
		assertThatError(() -> graph.resolve("nosuch@base"), ErrorCategory.NOT_FOUND);
		assertThatError(() -> graph.resolve("blog@core1"), ErrorCategory.NOT_FOUND).hasMessageContaining("blog2");
		assertThatError(() -> graph.resolve("current"), ErrorCategory.NOT_FOUND);
		assertThatError(() -> graph.resolve(""), ErrorCategory.NOT_FOUND);
		assertThatError(() -> graph.resolve("aaaa1+1x"), ErrorCategory.NOT_FOUND);
	}

	@Test
	void aSymbolThatCouldMeanSeveralIsAnErrorThatNamesThem() {
		RevisionGraph graph = branches();
		assertThatError(() -> graph.resolve("head"), ErrorCategory.MULTIPLE_HEADS)
			.hasMessageContaining("blog2, core1, shop2");
		assertThatError(() -> graph.resolve("bl"), ErrorCategory.AMBIGUOUS).hasMessageContainingAll("blog", "blog1",
				"blog2");
		assertThatError(() -> graph.resolve("bbbb1+1"), ErrorCategory.AMBIGUOUS).hasMessageContaining("core1, shop1");
		assertThatError(() -> graph.upgrade(List.of("blog1", "shop1"), List.of("+1")), ErrorCategory.AMBIGUOUS)
			.hasMessageContaining("blog1, shop1");
	}

	@Test
	void manyCandidatesAreCounted() {
		RevisionInfo[] bases = new RevisionInfo[12];
		for (int number = 0; number < bases.length; number++) {
			bases[number] = revision("base" + number);
		}
		assertThatError(() -> graph(bases).resolve("head"), ErrorCategory.MULTIPLE_HEADS)
			.hasMessageContaining("base0, base1, base10, base11, base2 and 7 more");
	}

	@Test
	void stepsPastTheEndAreAnError() {
		RevisionGraph graph = branches();
		assertThatError(() -> graph.resolve("shop1+2"), ErrorCategory.RELATIVE_OUT_OF_RANGE)
			.hasMessageContaining("only 1");
		assertThatError(() -> graph.resolve("shop1-4"), ErrorCategory.RELATIVE_OUT_OF_RANGE);
		assertThatError(() -> graph.resolve("base-1"), ErrorCategory.RELATIVE_OUT_OF_RANGE);
		assertThatError(() -> graph.resolve("shop1+99999999999999999999"), ErrorCategory.RELATIVE_OUT_OF_RANGE);
		assertThatError(() -> graph.resolve("shop1-99999999999999999999"), ErrorCategory.RELATIVE_OUT_OF_RANGE);
		assertThatError(() -> graph.resolve("+1"), ErrorCategory.RELATIVE_OUT_OF_RANGE);
		assertThatError(() -> graph.upgrade(List.of("shop1"), List.of("-1")), ErrorCategory.RELATIVE_OUT_OF_RANGE);
		assertThatError(() -> graph.downgrade(List.of("shop1"), "+1"), ErrorCategory.RELATIVE_OUT_OF_RANGE);
	}

	@Test
	void anUnknownRowIsAnErrorOfEveryPlan() {
		RevisionGraph graph = branches();
		List<String> rows = List.of("shop1", "gone");
		assertThat(graph.unknown(rows)).containsExactly("gone");
		assertThatError(() -> graph.upgrade(rows, List.of("heads")), ErrorCategory.UNKNOWN_REVISION)
			.hasMessageContaining("gone");
		assertThatError(() -> graph.downgrade(rows, "base"), ErrorCategory.UNKNOWN_REVISION);
		assertThatError(() -> graph.stamp(rows, List.of("heads")), ErrorCategory.UNKNOWN_REVISION);
		assertThatError(() -> graph.history("current", "", rows), ErrorCategory.UNKNOWN_REVISION);
	}

	static AbstractThrowableAssert<?, ? extends Throwable> assertThatError(ThrowingCallable call,
			ErrorCategory category) {
		return assertThatThrownBy(call).isInstanceOfSatisfying(MigratorException.class, (ex) -> {
			assertThat(ex.category()).isEqualTo(category);
			assertThat(ex.action()).isNotBlank();
		});
	}

}
