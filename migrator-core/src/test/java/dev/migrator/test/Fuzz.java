package dev.migrator.test;

import java.util.List;
import java.util.Random;

/**
 * Random input, how much of it there is ({@code -Dmigrator.fuzz.tries}), and where it
 * comes from ({@code -Dmigrator.fuzz.seed}).
 */
public final class Fuzz {

	private static final List<String> PIECES = List.of("'", "''", "\"", "`", "\\", "\\\\", "{", "}", ",", ";", "--",
			"/*", "*/", "$$", "$a$", "?", "??", ":", "U&'", "E'", "\0", "\r\n", "\u0085", "\u2028", "\uFEFF", "\uFFFF",
			"\uD83D\uDE00", "\uD83D", "\uDE00", "e\u0301", "NULL", " ", "%", "\\u0041", "\\0041", "(", ")", "[", "]");

	private final Random random;

	private final long seed;

	/**
	 * Create a source.
	 */
	public Fuzz() {
		this.seed = Long.getLong("migrator.fuzz.seed", System.nanoTime());
		this.random = new Random(this.seed);
	}

	/**
	 * Return how many inputs are tried.
	 * @return their number
	 */
	public static int tries() {
		return Integer.getInteger("migrator.fuzz.tries", 3_000);
	}

	public long seed() {
		return this.seed;
	}

	public Random random() {
		return this.random;
	}

	/**
	 * Return one of some things.
	 * @param <T> their type
	 * @param things the things
	 * @return one of them
	 */
	public <T> T oneOf(List<T> things) {
		return things.get(this.random.nextInt(things.size()));
	}

	/**
	 * Return a text of pieces.
	 * @param pieces what it may be made of, besides any character
	 * @param most how many at most
	 * @return the text
	 */
	public String text(List<String> pieces, int most) {
		StringBuilder text = new StringBuilder();
		for (int left = this.random.nextInt(most + 1); left > 0; left--) {
			text.append(switch (this.random.nextInt(8)) {
				case 0 -> String.valueOf((char) this.random.nextInt(0xA1));
				case 1 -> String.valueOf((char) this.random.nextInt(0x10000));
				case 2 -> Character.toString(this.random.nextInt(0x110000));
				default -> oneOf(pieces);
			});
		}
		return text.toString();
	}

	/**
	 * Return a text that is hard to write down.
	 * @return the text
	 */
	public String text() {
		return text(PIECES, 12);
	}

}
