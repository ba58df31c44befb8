package dev.migrator.script.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * The templates of revision files: those built in, and those that a project has in place
 * of them.
 */
public final class RevisionTemplates {

	private static final String ENDING = ".mustache";

	private final Path folder;

	/**
	 * Look for templates.
	 * @param folder where the project may have its own, {@code java.mustache} and
	 * {@code sql.mustache}
	 */
	public RevisionTemplates(Path folder) {
		this.folder = folder;
	}

	/**
	 * Return what revisions are written by.
	 * @return a template for each format
	 * @throws MigratorException {@code CONFIGURATION} if one cannot be read
	 */
	public List<RevisionTemplate> list() {
		return Arrays.stream(RevisionFormat.values()).map(this::get).toList();
	}

	/**
	 * Return the template of a format.
	 * @param format the format
	 * @return the project's own, or else the one built in
	 * @throws MigratorException {@code CONFIGURATION} if it cannot be read
	 */
	public RevisionTemplate get(RevisionFormat format) {
		Path file = file(format);
		if (!Files.exists(file)) {
			return builtIn(format);
		}
		try {
			return new RevisionTemplate(format, file.toString(), Files.readString(file));
		}
		catch (IOException ex) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"The template %s cannot be read: %s.".formatted(file, ex.getMessage()),
					"Check its rights, and that it is UTF-8.", ex);
		}
	}

	/**
	 * Return where a project's own template stands, if it has one.
	 * @param format the format
	 * @return the file
	 */
	public Path file(RevisionFormat format) {
		return this.folder.resolve(format.code() + ENDING);
	}

	/**
	 * Return the template that comes with Migrator.
	 * @param format the format
	 * @return the template
	 */
	public static RevisionTemplate builtIn(RevisionFormat format) {
		try (InputStream stream = RevisionTemplates.class.getResourceAsStream(format.code() + ENDING)) {
			byte[] content = Objects.requireNonNull(stream, "The built-in templates are missing").readAllBytes();
			return new RevisionTemplate(format, "built-in", new String(content, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
