package dev.migrator.boot.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.NamedRenames;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that say what is a rename. What they leave open is asked on a terminal, and
 * elsewhere keeps the command from writing anything.
 */
final class RenameOptions {

	@Option(names = "--rename", paramLabel = "OLD:NEW",
			description = "With --autogenerate: take what goes and what comes for one thing, as hero.name:hero_name.")
	private List<String> renames = List.of();

	@Option(names = "--no-renames", description = "With --autogenerate: nothing is renamed.")
	private boolean none;

	/**
	 * Begin to decide.
	 * @param console where to ask, or {@code null} if nobody is there
	 * @return the decision
	 * @throws MigratorException {@code CONFIGURATION} if what is renamed is said in
	 * another form
	 */
	Decision decision(@Nullable Question console) {
		return new Decision(this.renames, this.none, console);
	}

	/**
	 * Asks somebody.
	 */
	interface Question {

		/**
		 * Ask.
		 * @param text the question
		 * @return the answer, or {@code null} if there will be none
		 */
		@Nullable String ask(String text);

	}

	/**
	 * Decides, and remembers what it could not.
	 */
	static final class Decision implements RenameDecision {

		private final Map<String, String> named;

		private final boolean none;

		private final @Nullable Question console;

		private final List<RenameCandidate> undecided = new ArrayList<>();

		private Decision(List<String> renames, boolean none, @Nullable Question console) {
			this.named = NamedRenames.of(renames, NEVER).named();
			this.none = none;
			this.console = console;
		}

		@Override
		public Map<String, String> named() {
			return this.named;
		}

		@Override
		public boolean isRename(RenameCandidate candidate) {
			if (this.none) {
				return false;
			}
			if (this.console != null) {
				String answer = this.console.ask("Is %s renamed to %s, because %s? [y/N] "
					.formatted(candidate.oldName(), candidate.newName(), candidate.reason()));
				return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
			}
			this.undecided.add(candidate);
			return false;
		}

		/**
		 * Make sure that all is decided.
		 * @throws MigratorException {@code AMBIGUOUS} if something looks like a rename
		 * and nobody was there to ask
		 */
		void check() {
			if (!this.undecided.isEmpty()) {
				throw new MigratorException(ErrorCategory.AMBIGUOUS,
						"It cannot be told whether something was renamed, or went and came: %s.".formatted(
								this.undecided.stream().map(Decision::describe).collect(Collectors.joining("; "))),
						"Add --no-renames, or what is renamed: %s.".formatted(likely().stream()
							.map((candidate) -> "--rename " + candidate.option())
							.collect(Collectors.joining(" "))));
			}
		}

		// The most alike come first; what went into one of them is in no other.
		private List<RenameCandidate> likely() {
			List<RenameCandidate> likely = new ArrayList<>();
			Set<String> taken = new HashSet<>();
			for (RenameCandidate candidate : this.undecided) {
				String old = "old " + candidate.oldName();
				String young = "new " + ((candidate.isTable()) ? candidate.table().withName(candidate.newName())
						: candidate.table() + "." + candidate.newName());
				if (!taken.contains(old) && !taken.contains(young)) {
					taken.add(old);
					taken.add(young);
					likely.add(candidate);
				}
			}
			return likely;
		}

		private static String describe(RenameCandidate candidate) {
			return "%s may be %s now, because %s".formatted(candidate.oldName(), candidate.newName(),
					candidate.reason());
		}

	}

}
