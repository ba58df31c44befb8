package dev.migrator.revision;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

/**
 * Goes up and down the lines of down revisions, step by step; dependencies are no way to
 * go.
 */
final class Walk {

	private final Topology topology;

	Walk(Topology topology) {
		this.topology = topology;
	}

	/**
	 * Go up.
	 * @param start where to start, empty for the base
	 * @param symbol how far
	 * @param lineage the revisions that may be entered, or {@code null} for all
	 * @return the revision reached
	 */
	int up(OptionalInt start, Symbol.Relative symbol, @Nullable BitSet lineage) {
		OptionalInt place = start;
		for (int step = 0; step < symbol.steps(); step++) {
			int[] next = above(place, lineage);
			if (next.length == 0) {
				throw tooFar(symbol, "only " + step + " lead up from there");
			}
			place = OptionalInt.of(single(next, symbol, "lead up from " + name(place)));
		}
		return place.orElseThrow();
	}

	/**
	 * Go down.
	 * @param start where to start
	 * @param symbol how far
	 * @return the revision reached, empty for the base
	 */
	OptionalInt down(int start, Symbol.Relative symbol) {
		return down(start, symbol, false);
	}

	/** Go down and stop at the base however far the symbol goes. */
	OptionalInt downAtMost(int start, Symbol.Relative symbol) {
		return down(start, symbol, true);
	}

	private OptionalInt down(int start, Symbol.Relative symbol, boolean stopAtBase) {
		int place = start;
		for (int step = 0; step < -(long) symbol.steps(); step++) {
			int[] next = this.topology.versioned().down()[place];
			if (next.length == 0) {
				if (stopAtBase || step + 1 == -symbol.steps()) {
					return OptionalInt.empty();
				}
				throw tooFar(symbol, "only " + (step + 1) + " lead down to the base");
			}
			place = single(next, symbol, "lead down from " + name(OptionalInt.of(place)));
		}
		return OptionalInt.of(place);
	}

	OptionalInt downFromBase(Symbol.Relative symbol) {
		if (symbol.steps() < 0) {
			throw tooFar(symbol, "nothing lies below the base");
		}
		return OptionalInt.empty();
	}

	MigratorException tooFar(Symbol.Relative symbol, String why) {
		return new MigratorException(ErrorCategory.RELATIVE_OUT_OF_RANGE,
				"'" + symbol.text() + "' goes past the end of the graph: " + why + ".",
				"Take fewer steps, or name a revision.");
	}

	private int single(int[] next, Symbol.Relative symbol, String where) {
		if (next.length > 1) {
			throw new MigratorException(ErrorCategory.AMBIGUOUS,
					"'" + symbol.text() + "' can go several ways: " + Names.list(ids(next)) + " all " + where + ".",
					"Name the revision that is meant"
							+ (isNarrowable(symbol) ? ", or narrow to a branch as in label@" + symbol.text() : "")
							+ ".");
		}
		return next[0];
	}

	// Going down, a branch says only where to start.
	private static boolean isNarrowable(Symbol.Relative symbol) {
		return symbol.steps() > 0 && symbol.branch() == null;
	}

	private int[] above(OptionalInt place, @Nullable BitSet lineage) {
		IntStream above = place.isPresent() ? IntStream.of(this.topology.versioned().up()[place.getAsInt()])
				: this.topology.bases().stream();
		return ((lineage != null) ? above.filter(lineage::get) : above).toArray();
	}

	private List<String> ids(int[] revisions) {
		return IntStream.of(revisions).mapToObj(this.topology::id).sorted().toList();
	}

	private String name(OptionalInt place) {
		return place.isPresent() ? "'" + this.topology.id(place.getAsInt()) + "'" : "the base";
	}

}
