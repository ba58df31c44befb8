package dev.migrator.autogenerate.scratch;

import java.util.HashMap;
import java.util.Map;

import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.autogenerate.RenameDecision;

/**
 * Asks of each rename only once.
 *
 * @param decision who is asked
 * @param answers what was answered
 */
record KeptDecision(RenameDecision decision, Map<String, Boolean> answers) implements RenameDecision {

	KeptDecision(RenameDecision decision) {
		this(decision, new HashMap<>());
	}

	@Override
	public boolean isRename(RenameCandidate candidate) {
		return this.answers.computeIfAbsent(candidate.option(), (option) -> this.decision.isRename(candidate));
	}

	@Override
	public Map<String, String> named() {
		return this.decision.named();
	}

}
