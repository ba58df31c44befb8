package dev.migrator.script.draft;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.script.RevisionHeader;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a new revision will be.
 */
class RevisionDraftsTests {

	private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");

	private static final Clock CLOCK = Clock.fixed(NOW.plusMillis(123), ZoneOffset.UTC);

	private final RevisionGraph branches = DraftGraph.branches();

	@Test
	void theFirstRevisionIsABase() {
		RevisionDraft draft = drafts(DraftGraph.graph()).revision(RevisionRequest.of("Add hero"));
		assertThat(draft.header().downRevisions()).isEmpty();
		assertThat(draft.header().id()).matches("[0-9a-f]{12}");
		assertThat(draft.header().message()).isEqualTo("Add hero");
		assertThat(draft.header().createdAt()).isEqualTo(NOW);
		assertThat(draft.upgrade()).isEmpty();
		assertThat(draft.downgrade()).isEmpty();
	}

	@Test
	void aRevisionFollowsTheHead() {
		RevisionDraft draft = drafts(DraftGraph.line("aaaa1", "bbbb1")).revision(RevisionRequest.of("Next"));
		assertThat(draft.header().downRevisions()).containsExactly("bbbb1");
		assertThat(draft.isMerge()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "shop2, shop2", "shop@head, shop2", "blog2, blog2", "blog@head, blog2", "core, core1", "base, ''",
			"shop@base, ''", "shop1+1, shop2" })
	void aHeadIsNamedByAnySymbol(String symbol, String parent) {
		assertThat(parents(symbol, false)).isEqualTo(parent.isEmpty() ? List.of() : List.of(parent));
	}

	@Test
	void allHeadsMayBeFollowedAtOnce() {
		assertThat(parents("heads", false)).containsExactly("blog2", "shop2");
		assertThat(drafts(DraftGraph.graph()).revision(request("heads", false, null, List.of(), List.of()))
			.header()
			.downRevisions()).isEmpty();
	}

	@Test
	void severalHeadsAreAnErrorThatSaysWhatToType() {
		refused(() -> drafts(this.branches).revision(RevisionRequest.of("x")), ErrorCategory.MULTIPLE_HEADS,
				"There are several heads: blog2, core1, shop2. Say which one the new revision follows, as in "
						+ "--head blog2, or join them with 'migrator merge blog2 core1 shop2'.");
		RevisionGraph two = DraftGraph.graph(DraftGraph.info("aaaa", List.of(), "", ""),
				DraftGraph.info("bbbb", List.of(), "", ""));
		refused(() -> drafts(two).revision(RevisionRequest.of("x")), ErrorCategory.MULTIPLE_HEADS,
				"There are several heads: aaaa, bbbb. Say which one the new revision follows, as in --head aaaa, "
						+ "or join them with 'migrator merge heads'.");
	}

	@Test
	void aRevisionThatIsNoHeadIsFollowedOnlyIfThatIsSaid() {
		refused(() -> parents("shop1", false), ErrorCategory.NOT_A_HEAD,
				"Revision 'shop1' is no head: 'shop2' follows it already. Add --splice if a second branch shall begin "
						+ "there, or name a head: blog2, core1, shop2.");
		assertThat(parents("shop1", true)).containsExactly("shop1");
	}

	@Test
	void whatIsNotThereCannotBeFollowed() {
		refused(() -> parents("nothing", false), ErrorCategory.NOT_FOUND, null);
		refused(() -> parents("shop@core1", false), ErrorCategory.NOT_FOUND, null);
		refused(() -> parents("shop", false), ErrorCategory.NOT_A_HEAD, null);
		refused(() -> parents("current", false), ErrorCategory.NOT_FOUND, null);
	}

	@Test
	void anIdMayBeGiven() {
		assertThat(
				drafts(this.branches).revision(request("shop2", false, "v1.2_ä", List.of(), List.of())).header().id())
			.isEqualTo("v1.2_ä");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", " ", "a-b", "a@b", "a:b", "a+b", "a b", "..", ".a", "a/b", "a\\b", "a\n", "head", "base" })
	void anIdConsistsOfLettersDigitsUnderscoresAndDots(String id) {
		refused(() -> drafts(this.branches).revision(request("shop2", false, id, List.of(), List.of())),
				ErrorCategory.INVALID_REVISION, null);
	}

	@Test
	void anIdFitsIntoTheVersionTable() {
		assertThat(drafts(this.branches).revision(request("shop2", false, "a".repeat(128), List.of(), List.of()))
			.header()
			.id()).hasSize(128);
		refused(() -> drafts(this.branches).revision(request("shop2", false, "a".repeat(129), List.of(), List.of())),
				ErrorCategory.INVALID_REVISION, null);
	}

	@Test
	void anIdOrLabelThatIsTakenIsRefused() {
		refused(() -> drafts(this.branches).revision(request("shop2", false, "core1", List.of(), List.of())),
				ErrorCategory.DUPLICATE_REVISION,
				"There is a revision 'core1' already. Take another id, or none to get a random one.");
		refused(() -> drafts(this.branches).revision(request("shop2", false, "core", List.of(), List.of())),
				ErrorCategory.DUPLICATE_LABEL, "The id 'core' is already a branch label of revision 'core1'. "
						+ "Take another id, or none to get a random one.");
		refused(() -> drafts(this.branches).revision(request("shop2", false, null, List.of("core"), List.of())),
				ErrorCategory.DUPLICATE_LABEL, null);
		refused(() -> drafts(this.branches).revision(request("shop2", false, null, List.of("aaaa1"), List.of())),
				ErrorCategory.DUPLICATE_LABEL, null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "a@b", "a-b", "heads" })
	void aLabelConsistsOfLettersDigitsUnderscoresAndDots(String label) {
		refused(() -> drafts(this.branches).revision(request("base", false, null, List.of(label), List.of())),
				ErrorCategory.INVALID_REVISION, null);
	}

	@Test
	void dependenciesAreWrittenInFullAndLabelsStayLabels() {
		assertThat(drafts(this.branches)
			.revision(request("shop2", false, null, List.of("sale"), List.of("core", "blog1", "aaaa", "core", "aaaa1")))
			.header()).satisfies((header) -> {
				assertThat(header.dependsOn()).containsExactly("core", "blog1", "aaaa1");
				assertThat(header.branchLabels()).containsExactly("sale");
			});
	}

	@Test
	void aDependencyIsOneRevision() {
		refused(() -> dependingOn("nothing"), ErrorCategory.NOT_FOUND, null);
		refused(() -> dependingOn("base"), ErrorCategory.NOT_FOUND, null);
		refused(() -> dependingOn("heads"), ErrorCategory.AMBIGUOUS, null);
		assertThat(dependingOn("blog@head").header().dependsOn()).containsExactly("blog2");
	}

	@Test
	void aMessageIsOneLineAndNotTooLong() {
		assertThat(drafts(DraftGraph.graph()).revision(RevisionRequest.of(" Add\n\thero\u0000 ")).header().message())
			.isEqualTo("Add hero");
		refused(() -> drafts(DraftGraph.graph()).revision(RevisionRequest.of("x".repeat(1001))),
				ErrorCategory.INVALID_REVISION, null);
	}

	@Test
	void aMergeJoinsAllHeads() {
		RevisionDraft draft = drafts(this.branches).merge(MergeRequest.ofHeads());
		assertThat(draft.header().downRevisions()).containsExactly("blog2", "shop2");
		assertThat(draft.header().message()).isEqualTo("Merge blog2 and shop2");
		assertThat(draft.isMerge()).isTrue();
	}

	@Test
	void aMergeJoinsWhatIsNamedInThatOrder() {
		RevisionHeader header = drafts(this.branches)
			.merge(new MergeRequest(List.of("shop@head", "core"), "Join", false, "m1", List.of("joined")))
			.header();
		assertThat(header).isEqualTo(new RevisionHeader("m1", List.of("shop2", "core1"), "Join", NOW, List.of("joined"),
				List.of(), true, List.of()));
	}

	@Test
	void aHeadAndARevisionThatDependsOnItAreTwoLines() {
		assertThat(merge(false, "core1", "blog2")).containsExactly("core1", "blog2");
	}

	@Test
	void aMergeNeedsTwoLines() {
		refused(() -> merge(false, "shop2"), ErrorCategory.NOTHING_TO_MERGE,
				"A merge joins at least two revisions, and 'shop2' names only 'shop2'. "
						+ "The heads are: blog2, core1, shop2.");
		refused(() -> drafts(DraftGraph.line("aaaa1", "bbbb1")).merge(MergeRequest.ofHeads()),
				ErrorCategory.NOTHING_TO_MERGE, null);
		refused(() -> merge(false, "base"), ErrorCategory.NOTHING_TO_MERGE, null);
		refused(() -> merge(false), ErrorCategory.NOTHING_TO_MERGE, null);
	}

	@Test
	void aMergeNamesEachRevisionOnce() {
		refused(() -> merge(false, "shop2", "core", "shop@head"), ErrorCategory.NOTHING_TO_MERGE,
				"Revision 'shop2' is named twice. Name each revision once.");
	}

	@Test
	void aRevisionIsNotMergedWithOneItStandsOn() {
		refused(() -> merge(true, "aaaa1", "shop2"), ErrorCategory.NOTHING_TO_MERGE,
				"Revision 'shop2' stands on 'aaaa1' already. Leave 'aaaa1' out.");
	}

	@Test
	void aMergeOfWhatIsNoHeadMustBeMeant() {
		refused(() -> merge(false, "shop1", "core1"), ErrorCategory.NOT_A_HEAD, null);
		assertThat(merge(true, "shop1", "core1")).containsExactly("shop1", "core1");
	}

	@Test
	void aRandomIdIsLikeNoneThatIsThere() {
		Deque<UUID> random = new ArrayDeque<>(List.of(uuid("aaaa11111111"), uuid("b00f00000000"), uuid("123456789012"),
				uuid("1234567890e1"), uuid("c0ffee000000")));
		RevisionGraph graph = DraftGraph.graph(DraftGraph.info("aaaa1", List.of(), "b00f", ""));
		assertThat(new RevisionDrafts(graph, CLOCK, random::pop).revision(RevisionRequest.of("x")).header().id())
			.isEqualTo("c0ffee000000");
		assertThat(random).isEmpty();
	}

	private static UUID uuid(String end) {
		return UUID.fromString("00000000-0000-4000-8000-" + end);
	}

	private RevisionDraft dependingOn(String symbol) {
		return drafts(this.branches).revision(request("shop2", false, null, List.of(), List.of(symbol)));
	}

	private List<String> parents(String head, boolean splice) {
		return drafts(this.branches).revision(request(head, splice, null, List.of(), List.of()))
			.header()
			.downRevisions();
	}

	private List<String> merge(boolean splice, String... revisions) {
		return drafts(this.branches).merge(new MergeRequest(List.of(revisions), "", splice, null, List.of()))
			.header()
			.downRevisions();
	}

	private static RevisionRequest request(String head, boolean splice, @Nullable String id, List<String> labels,
			List<String> dependsOn) {
		return new RevisionRequest("Message", head, splice, id, labels, dependsOn);
	}

	private static RevisionDrafts drafts(RevisionGraph graph) {
		return new RevisionDrafts(graph, CLOCK);
	}

	private static void refused(ThrowingCallable call, ErrorCategory category, @Nullable String message) {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(call).satisfies((ex) -> {
			assertThat(ex.category()).isEqualTo(category);
			assertThat(ex.action()).isNotBlank();
			if (message != null) {
				assertThat(ex).hasMessage(message);
			}
		});
	}

}
