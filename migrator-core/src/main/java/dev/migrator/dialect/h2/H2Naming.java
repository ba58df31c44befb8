package dev.migrator.dialect.h2;

import java.util.Locale;
import java.util.regex.Pattern;

import dev.migrator.dialect.standard.Identifiers;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * How migrations call what the catalog has: a name that H2 folded stands in small
 * letters, and what is in the default schema has a name without one.
 *
 * @param identifiers how names are written
 * @param upper whether names without quotes are kept in capital letters
 * @param defaultSchema the schema in which the session creates things, as the catalog has
 * it
 */
record H2Naming(Identifiers identifiers, boolean upper, String defaultSchema) {

	/** Names that H2 makes from a number, whatever the table is called later. */
	private static final Pattern GENERATED = Pattern
		.compile("(CONSTRAINT|PRIMARY_KEY|INDEX|CONSTRAINT_INDEX)_[0-9A-F]+(_[0-9]+)?");

	/**
	 * Return what a migration calls something.
	 * @param stored its name in the catalog
	 * @return the name
	 */
	String plain(String stored) {
		String lower = stored.toLowerCase(Locale.ROOT);
		boolean folded = this.upper && this.identifiers.isPlain(lower) && lower.toUpperCase(Locale.ROOT).equals(stored);
		return (folded) ? lower : stored;
	}

	TableName of(@Nullable String schema, @Nullable String name) {
		return new TableName((schema == null || schema.equals(this.defaultSchema)) ? null : plain(schema),
				plain(String.valueOf(name)));
	}

	/**
	 * Return the name that a constraint or an index was given.
	 * @param stored its name in the catalog
	 * @return the name, or {@code null} if H2 made one
	 */
	@Nullable String given(@Nullable String stored) {
		return (stored == null || GENERATED.matcher(stored).matches()) ? null : plain(stored);
	}

}
