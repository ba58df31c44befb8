package dev.migrator.test;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which places of a long row a test visits: all of them ({@code -Dmigrator.sweep=all}, as
 * in the profile {@code exhaustive}), else the first, the last and each eighth, from a
 * place that differs from run to run.
 */
public final class Sweep {

	private static final int STEP = 8;

	private Sweep() {
	}

	/**
	 * Return the places to visit.
	 * @param last the last place; the first is 1
	 * @return the places in their order
	 */
	public static IntStream to(int last) {
		if ("all".equals(System.getProperty("migrator.sweep"))) {
			return IntStream.rangeClosed(1, last);
		}
		int start = new Random().nextInt(STEP);
		return IntStream.rangeClosed(1, last).filter((place) -> place == 1 || place == last || place % STEP == start);
	}

}
