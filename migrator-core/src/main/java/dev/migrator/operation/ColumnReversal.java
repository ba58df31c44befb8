package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.Computed;
import dev.migrator.schema.Identity;
import dev.migrator.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * What makes a changed column the one again that it was.
 */
final class ColumnReversal {

	private ColumnReversal() {
	}

	static Optional<Operation> of(AlterColumn change) {
		Column before = change.existing();
		String name = (change.newName() != null) ? change.newName() : change.column();
		String oldName = (change.newName() != null) ? change.column() : null;
		if (before == null) {
			return (changesOnlyName(change)) ? Optional.of(renamed(change, name, oldName)) : Optional.empty();
		}
		IdentityChange identity = (change.identity() != null) ? identity(change.identity(), before.identity()) : null;
		ComputedChange computed = (change.computed() != null) ? computed(change.computed(), before.computed()) : null;
		if ((change.identity() != null && identity == null) || (change.computed() != null && computed == null)) {
			return Optional.empty();
		}
		boolean nullable = change.nullable() != null || change.identity() instanceof IdentityChange.Add;
		return Optional.of(new AlterColumn(change.table(), name, oldName,
				(change.type() != null) ? before.type() : null, null, (nullable) ? before.nullable() : null,
				(change.defaultChange() != null) ? defaultChange(before) : null,
				(change.comment() != null) ? comment(before) : null, identity, computed, after(change, before, name)));
	}

	private static boolean changesOnlyName(AlterColumn change) {
		return change.type() == null && change.nullable() == null && change.defaultChange() == null
				&& change.comment() == null && change.identity() == null && change.computed() == null;
	}

	private static AlterColumn renamed(AlterColumn change, String name, @Nullable String oldName) {
		return new AlterColumn(change.table(), name, oldName, null, null, null, null);
	}

	private static DefaultChange defaultChange(Column before) {
		return (before.defaultValue() != null) ? new DefaultChange.Set(before.defaultValue())
				: new DefaultChange.Drop();
	}

	private static String comment(Column before) {
		return (before.comment() != null) ? before.comment() : "";
	}

	private static @Nullable IdentityChange identity(IdentityChange change, @Nullable Identity before) {
		if (change instanceof IdentityChange.Add) {
			return new IdentityChange.Drop();
		}
		if (before == null) {
			return null;
		}
		if (change instanceof IdentityChange.Alter alter) {
			SequenceOptions options = SequenceReversal.of(alter.options(), before.options());
			if (options == null || alter.restart() != null) {
				return null;
			}
			return new IdentityChange.Alter((alter.always() != null) ? before.always() : null, options, null);
		}
		return new IdentityChange.Add(before);
	}

	// No database begins to compute a column that has values of its own.
	private static @Nullable ComputedChange computed(ComputedChange change, @Nullable Computed before) {
		return (change instanceof ComputedChange.Set && before != null) ? new ComputedChange.Set(before) : null;
	}

	private static Column after(AlterColumn change, Column before, String name) {
		return new Column(name, (change.type() != null) ? change.type() : before.type(), nullableAfter(change, before),
				(change.defaultChange() != null) ? defaultOf(change.defaultChange()) : before.defaultValue(),
				(change.identity() != null) ? identityAfter(change.identity(), before.identity()) : before.identity(),
				(change.comment() != null) ? commentAfter(change.comment()) : before.comment(),
				(change.computed() != null) ? computedOf(change.computed()) : before.computed(), before.onUpdate(),
				before.collation());
	}

	private static boolean nullableAfter(AlterColumn change, Column before) {
		return (change.nullable() != null) ? change.nullable()
				: before.nullable() && !(change.identity() instanceof IdentityChange.Add);
	}

	private static @Nullable ColumnDefault defaultOf(DefaultChange change) {
		return (change instanceof DefaultChange.Set set) ? set.newDefault() : null;
	}

	private static @Nullable String commentAfter(String comment) {
		return (comment.isEmpty()) ? null : comment;
	}

	private static @Nullable Identity identityAfter(IdentityChange change, @Nullable Identity before) {
		if (change instanceof IdentityChange.Add add) {
			return add.identity();
		}
		if (change instanceof IdentityChange.Alter alter && before != null) {
			boolean always = (alter.always() != null) ? alter.always() : before.always();
			return new Identity(always, SequenceReversal.after(alter.options(), before.options()));
		}
		return null;
	}

	private static @Nullable Computed computedOf(ComputedChange change) {
		return (change instanceof ComputedChange.Set set) ? set.computed() : null;
	}

}
