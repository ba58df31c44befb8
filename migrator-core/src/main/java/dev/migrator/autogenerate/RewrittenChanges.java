package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Changes where others stand in the place of operations, with the remarks on these.
 *
 * @param rewrite says what stands in an operation's place
 */
record RewrittenChanges(Function<Operation, ? extends List<? extends Operation>> rewrite) {

	/**
	 * Rewrite.
	 * @param changes the changes
	 * @return the same with other operations
	 */
	Changes of(Changes changes) {
		List<Remark> remarks = new ArrayList<>();
		for (Remark remark : changes.remarks()) {
			Operation operation = remark.operation();
			List<? extends Operation> others = (operation != null) ? this.rewrite.apply(operation) : List.of();
			if (operation == null || !others.isEmpty()) {
				remarks.add(on(remark, (operation != null) ? others.get(0) : null));
			}
		}
		return new Changes(all(changes.upgrade()), all(changes.downgrade()), changes.candidates(), remarks);
	}

	private static Remark on(Remark remark, @Nullable Operation operation) {
		return new Remark(remark.kind(), remark.subject(), remark.text(), operation);
	}

	private List<Operation> all(List<Operation> operations) {
		return operations.stream().<Operation>flatMap((operation) -> this.rewrite.apply(operation).stream()).toList();
	}

}
