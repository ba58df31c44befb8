package dev.migrator.operation;

import dev.migrator.schema.Identity;
import dev.migrator.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of how a column counts its values up.
 */
public sealed interface IdentityChange {

	/**
	 * It begins to.
	 *
	 * @param identity how
	 */
	record Add(Identity identity) implements IdentityChange {

	}

	/**
	 * It does so otherwise.
	 *
	 * @param always whether an insert may not name a value of its own, or {@code null} to
	 * leave that as it is
	 * @param options what changes of how it counts
	 * @param restart the next number, or {@code null} to leave it as it is
	 */
	record Alter(@Nullable Boolean always, SequenceOptions options, @Nullable Long restart) implements IdentityChange {

	}

	/** It does so no more. */
	record Drop() implements IdentityChange {

	}

}
