package dev.migrator.script.body;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.migrator.script.RevisionHeader;
import dev.migrator.script.body.java.JavaBody;
import dev.migrator.script.draft.RevisionDraft;
import dev.migrator.script.source.Headers;
import dev.migrator.script.source.JavaSources;
import dev.migrator.script.source.RevisionSource;
import dev.migrator.script.source.RevisionTemplates;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files in Java as a whole: header, imports, both directions, remarks and what is left to
 * decide.
 */
class JavaFileTests {

	private static final List<String> WORDS = List.of("rows", "of", "hero.name", "a", "are", "lost;", "\"in quotes\"",
			"it's", "{@code x}", "<b>", "&amp;", "*", "/", "\\", "größer", "//", "and_so_on_".repeat(12));

	@Property(tries = 60)
	void theFormatterChangesNothing(@ForAll("headers") RevisionHeader header, @ForAll long seed) {
		Random random = new Random(seed);
		RevisionSteps steps = new RevisionSteps(steps(random), steps(random));
		String source = new RevisionSource(new RevisionTemplates(Path.of("nowhere"))).java(
				new JavaBody(List.of(), List.of()).fill(RevisionDraft.of(header), steps), "com.example.migrations",
				"R" + header.id().replaceAll("[^A-Za-z0-9]", "_"));
		assertThat(JavaSources.format(source)).isEqualTo(source);
	}

	private static List<RevisionStep> steps(Random random) {
		List<RevisionStep> steps = new ArrayList<>();
		new RandomOperations(random).each().forEach((operation) -> {
			if (random.nextInt(6) == 0) {
				boolean todo = random.nextInt(3) == 0;
				steps.add(new RevisionStep((random.nextInt(3) > 0) ? operation : null,
						(random.nextBoolean()) ? List.of(sentence(random), sentence(random)) : List.of(),
						(todo) ? sentence(random) : null));
			}
		});
		return steps;
	}

	private static String sentence(Random random) {
		List<String> words = new ArrayList<>();
		for (int i = random.nextInt(60); i >= 0; i--) {
			words.add(WORDS.get(random.nextInt(WORDS.size())));
		}
		return String.join(" ", words);
	}

	@Provide
	Arbitrary<RevisionHeader> headers() {
		return Headers.headers();
	}

}
