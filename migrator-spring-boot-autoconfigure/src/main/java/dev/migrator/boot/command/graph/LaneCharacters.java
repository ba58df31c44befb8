package dev.migrator.boot.command.graph;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The characters of which lanes are drawn.
 */
public enum LaneCharacters {

	/** {@code *}, {@code |}, {@code /}, <code>\</code> and {@code _}. */
	ASCII,

	/** Lines that touch each other. */
	UNICODE;

	/**
	 * Choose what a terminal can show.
	 * @param charset the terminal's character set
	 * @return {@link #UNICODE} for UTF-8, else {@link #ASCII}
	 */
	public static LaneCharacters of(Charset charset) {
		return StandardCharsets.UTF_8.equals(charset) ? UNICODE : ASCII;
	}

	LaneBrush brush() {
		return switch (this) {
			case ASCII -> new AsciiBrush();
			case UNICODE -> new UnicodeBrush();
		};
	}

}
