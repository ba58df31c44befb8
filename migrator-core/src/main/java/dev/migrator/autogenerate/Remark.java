package dev.migrator.autogenerate;

import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Something that whoever reads a generated revision has to know.
 *
 * @param kind what sort of thing it is
 * @param subject what it is about: {@code hero}, {@code hero.name} …
 * @param text a whole sentence, or several, on one line
 * @param operation the operation of the upgrade or the downgrade before which it stands,
 * or {@code null} if it is about none
 */
public record Remark(Kind kind, String subject, String text, @Nullable Operation operation) {

	/**
	 * The sorts of remarks.
	 */
	public enum Kind {

		/** An operation of the upgrade drops what holds data. */
		DATA_LOSS,

		/** Something is left to be written into the revision, or else it may fail. */
		TODO,

		/** A difference that no operation makes up for; it has to be done by hand. */
		BY_HAND,

		/** The database has something that is none of the application's; it stays. */
		UNMANAGED

	}

}
