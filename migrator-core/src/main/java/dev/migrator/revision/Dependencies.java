package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Leaves out the dependencies that an ancestor along the down revisions has declared
 * already: what one revision of a branch depends on, all later ones have by it.
 */
final class Dependencies {

	private static final int BATCH = Long.SIZE;

	private Dependencies() {
	}

	/**
	 * Leave out what ancestors declare.
	 * @param dependencies for each revision the ones it depends on
	 * @param versioned links by down revision
	 * @param oldestFirst the revisions such that each comes after what it stands on
	 * @return for each revision the dependencies that no ancestor declares, in order
	 */
	static int[][] normalise(int[][] dependencies, Edges versioned, int[] oldestFirst) {
		boolean[][] repeated = new boolean[dependencies.length][];
		for (int revision = 0; revision < dependencies.length; revision++) {
			repeated[revision] = new boolean[dependencies[revision].length];
		}
		int[] shared = declaredSeveralTimes(dependencies);
		int[] bit = new int[dependencies.length];
		// One sweep over the graph serves as many dependencies as a long has bits.
		for (int from = 0; from < shared.length; from += BATCH) {
			Arrays.fill(bit, -1);
			for (int place = from; place < Math.min(from + BATCH, shared.length); place++) {
				bit[shared[place]] = place - from;
			}
			sweep(dependencies, versioned, oldestFirst, bit, repeated);
		}
		int[][] normalised = new int[dependencies.length][];
		for (int revision = 0; revision < dependencies.length; revision++) {
			normalised[revision] = without(dependencies[revision], repeated[revision]);
		}
		return normalised;
	}

	private static int[] declaredSeveralTimes(int[][] dependencies) {
		int[] declared = new int[dependencies.length];
		for (int[] of : dependencies) {
			for (int dependency : of) {
				declared[dependency]++;
			}
		}
		List<Integer> shared = new ArrayList<>();
		for (int revision = 0; revision < declared.length; revision++) {
			if (declared[revision] > 1) {
				shared.add(revision);
			}
		}
		return shared.stream().mapToInt(Integer::intValue).toArray();
	}

	private static void sweep(int[][] dependencies, Edges versioned, int[] oldestFirst, int[] bit,
			boolean[][] repeated) {
		// What a revision and its ancestors declare.
		long[] declared = new long[dependencies.length];
		for (int revision : oldestFirst) {
			long inherited = 0;
			for (int lower : versioned.down()[revision]) {
				inherited |= declared[lower];
			}
			declared[revision] = inherited;
			for (int place = 0; place < dependencies[revision].length; place++) {
				int number = bit[dependencies[revision][place]];
				if (number >= 0) {
					repeated[revision][place] |= (inherited & (1L << number)) != 0;
					declared[revision] |= 1L << number;
				}
			}
		}
	}

	private static int[] without(int[] dependencies, boolean[] repeated) {
		int[] left = new int[dependencies.length];
		int size = 0;
		for (int place = 0; place < dependencies.length; place++) {
			if (!repeated[place]) {
				left[size++] = dependencies[place];
			}
		}
		return Arrays.copyOf(left, size);
	}

}
