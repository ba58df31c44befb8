package dev.migrator.execution;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Plan;
import dev.migrator.revision.Step;
import dev.migrator.script.RevisionScript;
import dev.migrator.script.RevisionScript.PreparedMigration;
import dev.migrator.script.ScriptContext;
import dev.migrator.script.ScriptDirectory;

/**
 * A step that was read and can run.
 *
 * @param step the step
 * @param script the revision's script
 * @param migration what runs
 */
record PreparedStep(Step step, RevisionScript script, PreparedMigration migration) {

	/**
	 * Read all steps of a plan before the first one runs, so that a broken one stops them
	 * all.
	 * @param plan the plan
	 * @param scripts the revisions
	 * @param context what they are read with
	 * @return the steps in order
	 * @throws MigratorException if one cannot be read, or is not there
	 */
	static List<PreparedStep> all(Plan plan, ScriptDirectory scripts, ScriptContext context) {
		List<PreparedStep> steps = new ArrayList<>(plan.steps().size());
		for (Step step : plan.steps()) {
			RevisionScript script = script(step, scripts);
			steps.add(new PreparedStep(step, script, script.prepare(step.direction(), context)));
		}
		return steps;
	}

	private static RevisionScript script(Step step, ScriptDirectory scripts) {
		String id = step.revision().id();
		if (!scripts.contains(id)) {
			throw new MigratorException(ErrorCategory.DATABASE_AHEAD,
					"Revision %s is applied, but only a newer version of the application has it.".formatted(id),
					(step.direction() == Direction.DOWNGRADE) ? "Downgrade with that version." : null);
		}
		return scripts.get(id);
	}

	String id() {
		return this.step.revision().id();
	}

}
