package dev.migrator.script.body;

import java.util.List;

import dev.migrator.operation.Operation;

/**
 * What a revision that is to be written does.
 *
 * @param upgrade what its upgrade does, in order
 * @param downgrade what its downgrade does, in order
 */
public record RevisionSteps(List<RevisionStep> upgrade, List<RevisionStep> downgrade) {

	public RevisionSteps {
		upgrade = List.copyOf(upgrade);
		downgrade = List.copyOf(downgrade);
	}

	/**
	 * Create steps of which nothing is to say.
	 * @param upgrade the operations of the upgrade
	 * @param downgrade the operations of the downgrade
	 * @return the steps
	 */
	public static RevisionSteps of(List<? extends Operation> upgrade, List<? extends Operation> downgrade) {
		return new RevisionSteps(upgrade.stream().map(RevisionStep::of).toList(),
				downgrade.stream().map(RevisionStep::of).toList());
	}

}
