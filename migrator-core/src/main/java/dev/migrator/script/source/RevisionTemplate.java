package dev.migrator.script.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.script.draft.MessageText;

/**
 * A Mustache template of revision files. What <code>{{name}}</code> fills in is safe
 * within a string literal and within a comment of its language; <code>{{{name}}}</code>
 * fills source in as it is.
 *
 * @param format what its revisions are written in
 * @param origin where it stands: a file, or {@code built-in}
 * @param text its text
 * @see <a href="https://github.com/samskivert/jmustache">JMustache</a>
 */
public record RevisionTemplate(RevisionFormat format, String origin, String text) {

	private static final Pattern DESCRIPTION = Pattern.compile("\\A\\s*\\{\\{!(.*?)}}", Pattern.DOTALL);

	/**
	 * Return its name.
	 * @return {@code java} or {@code sql}
	 */
	public String name() {
		return this.format.code();
	}

	/**
	 * Return what it is for.
	 * @return the comment with which it begins, on one line; or an empty text
	 */
	public String description() {
		Matcher comment = DESCRIPTION.matcher(this.text);
		return comment.find() ? MessageText.normalise(comment.group(1)) : "";
	}

	/**
	 * Fill it in.
	 * @param values what its variables stand for
	 * @return the source, whose lines end in LF
	 * @throws MigratorException {@code CONFIGURATION} if it cannot be read or has a
	 * variable that there is not
	 */
	String fill(Object values) {
		try {
			return Mustache.compiler()
				.withEscaper(this::escape)
				.emptyStringIsFalse(true)
				.strictSections(true)
				.compile(this.text.replace("\r\n", "\n"))
				.execute(values)
				.replace("\r\n", "\n")
				.replace('\r', '\n');
		}
		catch (MustacheException ex) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"The template %s (%s) cannot be filled in: %s.".formatted(name(), this.origin,
							MessageText.normalise(String.valueOf(ex.getMessage()))),
					"Correct it, or delete it to take the built-in one.", ex);
		}
	}

	private String escape(String value) {
		// Octal, as a Unicode escape would be replaced before the end of a comment is
		// looked for.
		return (this.format == RevisionFormat.JAVA) ? JavaLiteral.escape(value).replace("*/", "*\\57")
				: MessageText.normalise(value);
	}

}
