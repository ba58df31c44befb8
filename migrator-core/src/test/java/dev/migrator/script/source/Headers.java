package dev.migrator.script.source;

import java.time.Instant;
import java.util.List;

import dev.migrator.script.RevisionHeader;
import dev.migrator.script.draft.MessageText;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;

/**
 * Headers of revisions for tests.
 */
public final class Headers {

	/** When they were made. */
	public static final Instant CREATED = Instant.parse("2026-01-15T10:00:00Z");

	private static final List<String> NASTY = List.of("\"", "\\", "\\u0041", "\\\\u000a", "*/", "/*", "--", "\n", "\r",
			"\t", "\u2028", "\u202e", "\u200d", "\ud800", "${name}", "{{id}}", "}}", "'", "-- migrator:downgrade", "ä",
			"日本", "👩‍💻", "%n", "<>&", "word ", " ", "$", "\u0000", "\ufeff", "@");

	private Headers() {
	}

	/**
	 * A header of which only these things matter.
	 * @param id the id
	 * @param message the message
	 * @param down the down revisions
	 * @return the header
	 */
	public static RevisionHeader header(String id, String message, String... down) {
		return new RevisionHeader(id, List.of(down), message, CREATED, List.of(), List.of(), true, List.of());
	}

	/**
	 * Any text, and more often such as could break a file.
	 * @return the texts
	 */
	public static Arbitrary<String> messages() {
		Arbitrary<String> nasty = Arbitraries.of(NASTY).list().ofMaxSize(20).map((parts) -> String.join("", parts));
		Arbitrary<String> words = Arbitraries.strings()
			.withChars("abc \"\\")
			.ofMaxLength(12)
			.list()
			.ofMaxSize(50)
			.map((parts) -> String.join(" ", parts));
		return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(300), nasty, words,
				Arbitraries.strings().withChars("abc\"").ofMaxLength(400));
	}

	/**
	 * Any header that a new revision may have. No other revision that it names is itself.
	 * @return the headers
	 */
	public static Arbitrary<RevisionHeader> headers() {
		StringArbitrary name = Arbitraries.strings()
			.withCharRange('a', 'z')
			.withCharRange('0', '9')
			.withChars("_.ä")
			.ofMinLength(1)
			.ofMaxLength(20);
		Arbitrary<List<String>> names = name.list().uniqueElements().ofMaxSize(12);
		return Combinators
			.combine(name, names, messages().map(MessageText::normalise), names, names, names,
					Arbitraries.of(true, false))
			.as((id, down, message, labels, dependsOn, replaces, transactional) -> new RevisionHeader("X" + id, down,
					message, CREATED, labels, dependsOn, transactional, replaces));
	}

}
