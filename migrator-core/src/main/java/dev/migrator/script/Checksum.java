package dev.migrator.script;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A checksum with the name of how it was taken. Several stand in one text, separated by a
 * blank: {@code bytes-1:… tokens-1:…}. A way that has a name is never changed; a better
 * one gets a new name.
 *
 * @param algorithm the name
 * @param value the checksum
 */
record Checksum(String algorithm, String value) {

	/** The bytes of a SQL file or a class. */
	static final String BYTES = "bytes-1";

	/** The tokens of a SQL file's upgrade. */
	static final String TOKENS = "tokens-1";

	/** The operations of a Java revision's upgrade. */
	static final String OPERATIONS = "operations-1";

	static Checksum of(String algorithm, byte[] content) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
			// Half of it is plenty to tell an edit, and half as long to read.
			return new Checksum(algorithm, HexFormat.of().formatHex(digest, 0, 16));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Each Java platform has SHA-256", ex);
		}
	}

	static Checksum of(String algorithm, String content) {
		return of(algorithm, content.getBytes(StandardCharsets.UTF_8));
	}

	static Optional<Checksum> find(String algorithm, String stored) {
		return Arrays.stream(stored.split(" "))
			.filter((text) -> text.startsWith(algorithm + ":"))
			.map((text) -> new Checksum(algorithm, text.substring(algorithm.length() + 1)))
			.findFirst();
	}

	boolean isIn(String stored) {
		return find(this.algorithm, stored).filter(this::equals).isPresent();
	}

	@Override
	public String toString() {
		return this.algorithm + ":" + this.value;
	}

}
