package dev.migrator.operation;

import dev.migrator.schema.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * How an attribute of a type gets another type:
 * {@code op.alterAttribute("place", "lat", real(), (a) -> a.existing(integer()))}.
 */
public final class AlterAttributeSpec {

	private boolean cascade;

	private @Nullable ColumnType existing;

	AlterAttributeSpec() {
	}

	/**
	 * Change tables that were created of the type, too, which is refused otherwise.
	 * @return this
	 */
	public AlterAttributeSpec cascade() {
		this.cascade = true;
		return this;
	}

	/**
	 * Say of which type the attribute is before, for the way back.
	 * @param existingType its type before
	 * @return this
	 */
	public AlterAttributeSpec existing(ColumnType existingType) {
		this.existing = existingType;
		return this;
	}

	boolean isCascade() {
		return this.cascade;
	}

	@Nullable ColumnType existing() {
		return this.existing;
	}

}
