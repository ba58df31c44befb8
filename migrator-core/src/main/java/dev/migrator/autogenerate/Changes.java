package dev.migrator.autogenerate;

import java.util.List;

import dev.migrator.operation.Operation;

/**
 * What differs between a database and what the application wants.
 *
 * @param upgrade the operations that make the database what the application wants, in an
 * order that runs
 * @param downgrade the operations that bring the database back, in an order that runs
 * @param candidates what was not taken for a rename though it looks like one
 * @param remarks what whoever reads the revision has to know
 */
public record Changes(List<Operation> upgrade, List<Operation> downgrade, List<RenameCandidate> candidates,
		List<Remark> remarks) {

	/** No difference. */
	public static final Changes NONE = new Changes(List.of(), List.of(), List.of(), List.of());

	public Changes {
		upgrade = List.copyOf(upgrade);
		downgrade = List.copyOf(downgrade);
		candidates = List.copyOf(candidates);
		remarks = List.copyOf(remarks);
	}

	/**
	 * Return whether there is nothing to write a revision for.
	 * @return whether there is no operation; there may be remarks
	 */
	public boolean isEmpty() {
		return this.upgrade.isEmpty();
	}

	/**
	 * Return what is to be known of an operation.
	 * @param operation one of the operations, and not another one that is equal
	 * @return the remarks that stand before it in a revision
	 */
	@SuppressWarnings("ReferenceEquality") // the way back may have an equal operation
	public List<Remark> remarksOn(Operation operation) {
		return this.remarks.stream().filter((remark) -> operation == remark.operation()).toList();
	}

}
