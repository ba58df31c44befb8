package dev.migrator.script;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Reads {@link Revision @Revision} from a class that need not be loaded.
 */
final class RevisionAnnotations {

	private RevisionAnnotations() {
	}

	/**
	 * Read the annotation.
	 * @param metadata the class
	 * @return what it says, or nothing if the class has none
	 * @throws MigratorException if it says something that cannot be
	 */
	static Optional<RevisionHeader> read(AnnotationMetadata metadata) {
		MergedAnnotation<Revision> annotation = metadata.getAnnotations().get(Revision.class);
		if (!annotation.isPresent()) {
			return Optional.empty();
		}
		return Optional.of(new RevisionHeader(annotation.getString("id"), strings(annotation, "downRevision"),
				annotation.getString("message"), createdAt(annotation.getString("createdAt"), metadata.getClassName()),
				strings(annotation, "branchLabels"), strings(annotation, "dependsOn"),
				annotation.getBoolean("transactional"), strings(annotation, "replaces")));
	}

	private static List<String> strings(MergedAnnotation<Revision> annotation, String attribute) {
		return List.of(annotation.getStringArray(attribute));
	}

	private static @Nullable Instant createdAt(String text, String className) {
		if (text.isEmpty()) {
			return null;
		}
		try {
			return Instant.parse(text);
		}
		catch (DateTimeParseException ex) {
			throw new MigratorException(ErrorCategory.INVALID_REVISION,
					"%s: createdAt = \"%s\" is no moment in time.".formatted(className, text),
					"Write it as 2026-01-15T10:00:00Z.", ex);
		}
	}

}
