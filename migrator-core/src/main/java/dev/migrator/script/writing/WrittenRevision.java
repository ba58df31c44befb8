package dev.migrator.script.writing;

import java.nio.file.Path;

import dev.migrator.script.RevisionHeader;
import org.jspecify.annotations.Nullable;

/**
 * A revision that was written.
 *
 * @param header what it says of itself
 * @param file its file
 * @param headsFile the file {@code heads} that was written with it, or {@code null}
 */
public record WrittenRevision(RevisionHeader header, Path file, @Nullable Path headsFile) {
}
