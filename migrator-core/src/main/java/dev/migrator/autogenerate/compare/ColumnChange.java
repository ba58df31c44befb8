package dev.migrator.autogenerate.compare;

import java.util.Objects;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Facet;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.ComputedChange;
import dev.migrator.operation.DefaultChange;
import dev.migrator.operation.IdentityChange;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnDefault;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Identity;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * The one operation that makes a column the one that is wanted, and the one that makes it
 * again what it was.
 *
 * @param settings what is compared
 * @param rules what to know of the database
 * @param forms the forms of columns
 * @param table the table
 */
record ColumnChange(ComparisonSettings settings, DatabaseRules rules, ColumnForms forms, TableName table) {

	/**
	 * Compare.
	 * @param existing the column in the database as it is written
	 * @param before what that means
	 * @param wanted the column that is wanted as it is written
	 * @param after what that means
	 * @param retyped whether its type changes
	 * @return the operation, or {@code null} if nothing changes
	 */
	@Nullable AlterColumn of(Column existing, Column before, Column wanted, Column after, boolean retyped) {
		ColumnType type = (retyped) ? SerialColumns.meaning(wanted).type() : null;
		String using = (retyped) ? this.rules.conversion().apply(before, after).orElse(null) : null;
		Boolean nullable = (this.settings.compares(Facet.NULLABILITY) && before.nullable() != after.nullable())
				? (Boolean) after.nullable() : null;
		boolean converted = using != null || (retyped && this.rules.conversion().apply(after, before).isPresent());
		DefaultChange defaultChange = defaultChange(existing, before, wanted, after, converted);
		String comment = (this.settings.compares(Facet.COMMENTS) && this.rules.hasComments()
				&& !ColumnForms.comment(before.comment()).equals(ColumnForms.comment(after.comment())))
						? ColumnForms.comment(after.comment()) : null;
		IdentityChange identity = (this.settings.compares(Facet.IDENTITY) && !isSerial(existing, before))
				? identity(before, wanted, after) : null;
		ComputedChange computed = (this.settings.compares(Facet.COMPUTED)) ? computed(before, wanted, after) : null;
		boolean same = type == null && nullable == null && defaultChange == null && comment == null && identity == null
				&& computed == null;
		return (same) ? null : new AlterColumn(this.table, existing.name(), null, type, using, nullable, defaultChange,
				comment, identity, computed, existing);
	}

	// Such a column counts by its default, and does so well enough.
	private static boolean isSerial(Column existing, Column before) {
		return existing.identity() == null && before.identity() != null;
	}

	// A default may not fit the new type by itself.
	private @Nullable DefaultChange defaultChange(Column existing, Column before, Column wanted, Column after,
			boolean converted) {
		boolean differs = this.settings.compares(Facet.DEFAULTS) && !Objects
			.equals(this.forms.defaultForm(before.defaultValue()), this.forms.defaultForm(after.defaultValue()));
		if (isSerial(existing, before) && after.identity() == null && !differs) {
			return (this.settings.compares(Facet.IDENTITY)) ? new DefaultChange.Drop() : null;
		}
		if (!differs && !(converted && existing.defaultValue() != null)) {
			return null;
		}
		ColumnDefault value = (differs) ? wanted.defaultValue() : existing.defaultValue();
		return (value != null && (!differs || after.defaultValue() != null)) ? new DefaultChange.Set(value)
				: new DefaultChange.Drop();
	}

	private @Nullable IdentityChange identity(Column before, Column wanted, Column after) {
		Identity old = before.identity();
		Identity young = after.identity();
		if (old == null || young == null) {
			if (old == null && young == null) {
				return null;
			}
			Identity written = (wanted.identity() != null) ? wanted.identity() : young;
			return (written != null) ? new IdentityChange.Add(written) : new IdentityChange.Drop();
		}
		SequenceOptions options = Counting.change(old.options(), young.options(), this.rules.defaultCache());
		Boolean always = (old.always() != young.always()) ? (Boolean) young.always() : null;
		return (always == null && options.equals(SequenceOptions.NONE)) ? null
				: new IdentityChange.Alter(always, options, null);
	}

	private @Nullable ComputedChange computed(Column before, Column wanted, Column after) {
		if (before.computed() == null || Objects.equals(this.forms.computedForm(before.computed()),
				this.forms.computedForm(after.computed()))) {
			return null;
		}
		return (wanted.computed() != null) ? new ComputedChange.Set(wanted.computed()) : new ComputedChange.Drop();
	}

	/**
	 * Return what makes a changed column again what it was.
	 * @param change the change, of a column that is known
	 * @param before what the column meant before
	 * @param after what it means afterwards
	 * @param rules what to know of the database
	 * @return the operation
	 */
	static AlterColumn back(AlterColumn change, Column before, Column after, DatabaseRules rules) {
		Column existing = Objects.requireNonNull(change.existing());
		String using = (change.type() != null) ? rules.conversion().apply(after, before).orElse(null) : null;
		IdentityChange identity = null;
		if (change.identity() instanceof IdentityChange.Add) {
			identity = new IdentityChange.Drop();
		}
		else if (change.identity() instanceof IdentityChange.Alter alter && existing.identity() != null) {
			identity = new IdentityChange.Alter(
					(alter.always() != null) ? (Boolean) existing.identity().always() : null,
					Counting.back(alter.options(), existing.identity().options(), rules.defaultCache()), null);
		}
		else if (change.identity() != null && existing.identity() != null) {
			identity = new IdentityChange.Add(existing.identity());
		}
		// Counting means a value, but only where there need not be one otherwise.
		boolean nullable = change.nullable() != null
				|| (change.identity() instanceof IdentityChange.Add && before.nullable());
		DefaultChange defaultChange = null;
		if (change.defaultChange() != null) {
			defaultChange = (existing.defaultValue() != null) ? new DefaultChange.Set(existing.defaultValue())
					: new DefaultChange.Drop();
		}
		return new AlterColumn(change.table(), change.column(), null, (change.type() != null) ? existing.type() : null,
				using, (nullable) ? (Boolean) before.nullable() : null, defaultChange,
				(change.comment() != null) ? ColumnForms.comment(existing.comment()) : null, identity,
				(change.computed() != null && existing.computed() != null) ? new ComputedChange.Set(existing.computed())
						: null,
				after(change, existing));
	}

	private static Column after(AlterColumn change, Column existing) {
		ColumnDefault value = existing.defaultValue();
		if (change.defaultChange() != null) {
			value = (change.defaultChange() instanceof DefaultChange.Set set) ? set.newDefault() : null;
		}
		Identity identity = existing.identity();
		if (change.identity() instanceof IdentityChange.Add add) {
			identity = add.identity();
		}
		else if (change.identity() instanceof IdentityChange.Alter alter && identity != null) {
			identity = new Identity((alter.always() != null) ? alter.always() : identity.always(), identity.options());
		}
		else if (change.identity() != null) {
			identity = null;
		}
		String comment = (change.comment() != null) ? change.comment() : ColumnForms.comment(existing.comment());
		return new Column(existing.name(), (change.type() != null) ? change.type() : existing.type(),
				(change.nullable() != null) ? change.nullable()
						: existing.nullable() && !(change.identity() instanceof IdentityChange.Add),
				value, identity, (comment.isEmpty()) ? null : comment,
				(change.computed() instanceof ComputedChange.Set set) ? set.computed() : existing.computed(),
				existing.onUpdate(), existing.collation());
	}

}
