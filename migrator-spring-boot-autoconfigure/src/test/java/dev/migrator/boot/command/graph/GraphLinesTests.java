package dev.migrator.boot.command.graph;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.migrator.revision.RevisionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GraphLinesTests {

	@Test
	void aLineIsOneLane() {
		assertThatGraph("c: b, b: a, a").isDrawnAs("""
				* c
				* b
				* a
				""", """
				● c
				● b
				● a
				""");
	}

	@Test
	void aBranchJoinsTheLaneOfItsBase() {
		assertThatGraph("c: a, b: a, a").isDrawnAs("""
				* c
				| * b
				|/
				* a
				""", """
				● c
				│ ● b
				├─╯
				● a
				""");
	}

	@Test
	void aMergeOpensALaneAndItsBaseClosesIt() {
		assertThatGraph("d: c b, c: a, b: a, a").isDrawnAs("""
				* d
				|\\
				* | c
				| * b
				|/
				* a
				""", """
				● d
				├─╮
				● │ c
				│ ● b
				├─╯
				● a
				""");
	}

	@Test
	void revisionsThatBothMergeTheSameTwoCrossOver() {
		assertThatGraph("f: d e, e: c b, d: c b, c: a, b: a, a").isDrawnAs("""
				* f
				|\\
				| * e
				| |\\
				* | | d
				|\\| |
				|_|/
				| * c
				* | b
				|/
				* a
				""", """
				● f
				├─╮
				│ ● e
				│ ├─╮
				● │ │ d
				├─┤ │
				├─│─╯
				│ ● c
				● │ b
				├─╯
				● a
				""");
	}

	@Test
	void aBaseEndsItsLaneAndWhatHasNothingToDoWithItStandsApart() {
		assertThatGraph("d: c, c, b: a, a").isDrawnAs("""
				* d
				* c

				* b
				* a
				""", """
				● d
				● c

				● b
				● a
				""");
	}

	@Test
	void aLaneBesideABaseMovesIntoItsPlace() {
		assertThatGraph("d: b, c: a, b, a").isDrawnAs("""
				* d
				| * c
				* | b
				 /
				* a
				""", """
				● d
				│ ● c
				● │ b
				╭─╯
				● a
				""");
	}

	@Test
	void aMergeOfThreeOpensALaneForEach() {
		assertThatGraph("e: d c b, d: a, c: a, b: a, a").isDrawnAs("""
				* e
				|\\
				| |\\
				* | | d
				| * | c
				|/ /
				| * b
				|/
				* a
				""", """
				● e
				├─╮
				│ ├─╮
				● │ │ d
				│ ● │ c
				│╱ ╱
				│ ● b
				├─╯
				● a
				""");
	}

	@Test
	void longBranchesGoOnBesideEachOther() {
		assertThatGraph("h: f, g: e, f: d, e: c, d: b, c: a, b, a").isDrawnAs("""
				* h
				| * g
				* | f
				| * e
				* | d
				| * c
				* | b
				 /
				* a
				""", """
				● h
				│ ● g
				● │ f
				│ ● e
				● │ d
				│ ● c
				● │ b
				╭─╯
				● a
				""");
	}

	@Test
	void downRevisionsOutsideTheListEndTheirLanes() {
		assertThatGraph("e: d, d: x, c: b, b: y, a").isDrawnAs("""
				* e
				* d

				* c
				* b

				* a
				""", """
				● e
				● d

				● c
				● b

				● a
				""");
	}

	@Test
	void aHeadInTheMiddleOfTheListOpensALane() {
		assertThatGraph("e: d, d: b, c: b, b: a, a").isDrawnAs("""
				* e
				* d
				| * c
				|/
				* b
				* a
				""", """
				● e
				● d
				│ ● c
				├─╯
				● b
				● a
				""");
	}

	@Test
	void aLaneGoesBehindThoseInItsWay() {
		assertThatGraph("f: a, e: b, d: c, g: b, c, b, a").isDrawnAs("""
				* f
				| * e
				| | * d
				| | | * g
				| |_|/
				| | * c
				| * b
				* a
				""", """
				● f
				│ ● e
				│ │ ● d
				│ │ │ ● g
				│ ├─│─╯
				│ │ ● c
				│ ● b
				● a
				""");
	}

	@Test
	void aMergeOfWhatOthersFollowJoinsTheirLanes() {
		assertThatGraph("f: a, e: b, d: c, g: b a h, h, c, b, a").isDrawnAs("""
				* f
				| * e
				| | * d
				| | | * g
				| |_|/|
				|_|_|/|
				| | | * h
				| | * c
				| * b
				* a
				""", """
				● f
				│ ● e
				│ │ ● d
				│ │ │ ● g
				│ ├─│─┤
				├─│─│─┤
				│ │ │ ● h
				│ │ ● c
				│ ● b
				● a
				""");
	}

	@Test
	void aMergeOfOldAndNewJoinsOneLaneAndOpensAnother() {
		assertThatGraph("g: d, f: b, e: c, d: h a b, h: a, c, b, a").isDrawnAs("""
				* g
				| * f
				| | * e
				* | | d
				|\\| |
				|\\ \\ \\
				* | | | h
				|/ / /
				| | * c
				| * b
				* a
				""", """
				● g
				│ ● f
				│ │ ● e
				● │ │ d
				├─┤ │
				│╲ ╲ ╲
				● │ │ │ h
				│╱ ╱ ╱
				│ │ ● c
				│ ● b
				● a
				""");
	}

	@Test
	void severalLanesCloseUpTogether() {
		assertThatGraph("f: c, e: b, d: a, c, b, a").isDrawnAs("""
				* f
				| * e
				| | * d
				* | | c
				 / /
				* | b
				 /
				* a
				""", """
				● f
				│ ● e
				│ │ ● d
				● │ │ c
				 ╱ ╱
				● │ b
				╭─╯
				● a
				""");
	}

	@Test
	void aMergeGoesOnInItsOwnLaneAndJoinsTheOther() {
		assertThatGraph("f: a, e: d, d: a b, c: b, b: a, a").isDrawnAs("""
				* f
				| * e
				| * d
				|/|
				| | * c
				| |/
				| * b
				|/
				* a
				""", """
				● f
				│ ● e
				│ ● d
				├─┤
				│ │ ● c
				│ ├─╯
				│ ● b
				├─╯
				● a
				""");
	}

	@Test
	void whatARevisionDependsOnIsNoLane() {
		List<RevisionInfo> revisions = List.of(Revisions.revision("c", List.of("b"), List.of("x"), List.of(), ""),
				Revisions.revision("x", List.of()), Revisions.revision("b", List.of()));
		assertThat(draw(LaneCharacters.ASCII, revisions)).containsExactly("* c", "| * x", "* b");
	}

	@Test
	void aDownRevisionNamedTwiceIsOneLane() {
		assertThat(draw(LaneCharacters.ASCII, Revisions.list("b: a a, a"))).containsExactly("* b", "* a");
	}

	@Test
	void nothingIsDrawnOfNothing() {
		assertThat(draw(LaneCharacters.ASCII, List.of())).isEmpty();
	}

	@Test
	void textOfSeveralLinesStandsBesideTheLanes() {
		List<String> lines = new GraphLines(LaneCharacters.ASCII).draw(Revisions.list("d: b c, c: a, b: a, a"),
				(revision) -> revision.id() + "\n\n  " + revision.id().repeat(3));
		assertThat(String.join("\n", lines)).isEqualTo("""
				*   d
				|\\
				| |   ddd
				| |
				| * c
				| |
				| |   ccc
				| |
				* | b
				|/
				|     bbb
				|
				* a

				    aaa""");
	}

	@Test
	void aRevisionListedTwiceOrAfterOneThatItFollowsIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> draw(LaneCharacters.ASCII, Revisions.list("a, a")))
			.withMessageContaining("'a'");
		assertThatIllegalArgumentException().isThrownBy(() -> draw(LaneCharacters.ASCII, Revisions.list("a, b: a")))
			.withMessageContaining("'b'");
	}

	@Test
	void linesThatTouchAreDrawnWhereTheTerminalSpeaksUtf8() {
		assertThat(LaneCharacters.of(StandardCharsets.UTF_8)).isEqualTo(LaneCharacters.UNICODE);
		assertThat(LaneCharacters.of(StandardCharsets.US_ASCII)).isEqualTo(LaneCharacters.ASCII);
		assertThat(LaneCharacters.of(StandardCharsets.ISO_8859_1)).isEqualTo(LaneCharacters.ASCII);
	}

	private static List<String> draw(LaneCharacters characters, List<RevisionInfo> revisions) {
		return new GraphLines(characters).draw(revisions, RevisionInfo::id);
	}

	private static GraphAssert assertThatGraph(String revisions) {
		return new GraphAssert(Revisions.list(revisions));
	}

	private record GraphAssert(List<RevisionInfo> revisions) {

		void isDrawnAs(String ascii, String unicode) {
			assertThat(String.join("\n", draw(LaneCharacters.ASCII, this.revisions))).isEqualTo(ascii.strip());
			assertThat(String.join("\n", draw(LaneCharacters.UNICODE, this.revisions))).isEqualTo(unicode.strip());
		}

	}

}
