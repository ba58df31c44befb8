package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

import dev.migrator.operation.Operation;

/**
 * Changes where others stand in the place of operations, with the remarks on these.
 */
final class RewrittenChanges {

	private final Function<Operation, List<? extends Operation>> rewrite;

	/** A remark is on this very operation, and not on an equal one. */
	private final IdentityHashMap<Operation, List<? extends Operation>> rewritten = new IdentityHashMap<>();

	private RewrittenChanges(Function<Operation, List<? extends Operation>> rewrite) {
		this.rewrite = rewrite;
	}

	/**
	 * Rewrite.
	 * @param changes the changes
	 * @param rewrite says what stands in an operation's place
	 * @return the same with other operations
	 */
	static Changes of(Changes changes, Function<Operation, List<? extends Operation>> rewrite) {
		RewrittenChanges rewritten = new RewrittenChanges(rewrite);
		List<Operation> upgrade = rewritten.all(changes.upgrade());
		List<Operation> downgrade = rewritten.all(changes.downgrade());
		return new Changes(upgrade, downgrade, changes.candidates(), rewritten.remarks(changes.remarks()));
	}

	private List<Operation> all(List<Operation> operations) {
		List<Operation> all = new ArrayList<>();
		operations.forEach((operation) -> all.addAll(of(operation)));
		return all;
	}

	private List<? extends Operation> of(Operation operation) {
		return this.rewritten.computeIfAbsent(operation, this.rewrite);
	}

	private List<Remark> remarks(List<Remark> remarks) {
		List<Remark> left = new ArrayList<>();
		for (Remark remark : remarks) {
			if (remark.operation() == null) {
				left.add(remark);
			}
			else {
				of(remark.operation()).stream()
					.findFirst()
					.ifPresent((first) -> left.add(new Remark(remark.kind(), remark.subject(), remark.text(), first)));
			}
		}
		return left;
	}

}
