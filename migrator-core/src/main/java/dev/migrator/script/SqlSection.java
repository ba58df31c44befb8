package dev.migrator.script;

import org.jspecify.annotations.Nullable;

/**
 * A section of an SQL revision file.
 *
 * @param direction what it is run for
 * @param dialect the only dialect it is for, or {@code null} if it is for every one that
 * has no section of its own
 * @param sql its text, not yet split
 * @param firstLine the line of the file that its text begins at, from 1
 */
record SqlSection(SectionDirection direction, @Nullable String dialect, String sql, int firstLine) {
}
