package dev.migrator.script.source;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.lang.model.SourceVersion;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.script.RevisionFileName;
import dev.migrator.script.RevisionHeader;

/**
 * Names the files of new revisions by a template such as <code>{rev}_{slug}</code>, which
 * may have folders: <code>{year}/{rev}_{slug}</code>.
 */
public final class FileNames {

	/** What files are called unless something else is wanted. */
	public static final String DEFAULT_TEMPLATE = "{rev}_{slug}";

	private static final List<String> TOKENS = List.of("rev", "slug", "year", "month", "day", "hour", "minute",
			"second", "epoch");

	/** An empty slug takes the separator in front of it away. */
	private static final Pattern TOKEN = Pattern.compile("([_-]?)\\{([^{}]*)}");

	private static final Pattern LITERAL = Pattern.compile("[\\p{L}\\p{N}_./-]*");

	private final String template;

	private final ZoneId timeZone;

	private final int slugLength;

	/**
	 * Read a template.
	 * @param template the template, without the ending of the file
	 * @param timeZone the zone that its dates and times are of
	 * @param slugLength how many characters of the message a name may have
	 * @throws MigratorException {@code CONFIGURATION} if the template makes no names from
	 * which a revision is found again
	 */
	public FileNames(String template, ZoneId timeZone, int slugLength) {
		this.template = template;
		this.timeZone = timeZone;
		this.slugLength = slugLength;
		check();
	}

	private void check() {
		if (this.slugLength < 1) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"migrator.script.slug-length is %d.".formatted(this.slugLength), "Take 1 or more; 40 is usual.");
		}
		Matcher tokens = TOKEN.matcher(this.template);
		while (tokens.find()) {
			if (!TOKENS.contains(tokens.group(2))) {
				throw wrong("has the unknown token {%s}".formatted(tokens.group(2)),
						"The tokens are {%s}.".formatted(String.join("}, {", TOKENS)));
			}
		}
		String literal = TOKEN.matcher(this.template).replaceAll("");
		if (!LITERAL.matcher(literal).matches() || literal.contains("..") || this.template.startsWith("/")
				|| this.template.endsWith("/")) {
			throw wrong("is no name of a file under a location",
					"Beside tokens it has letters, digits, underscores, hyphens, and slashes between folders.");
		}
		RevisionHeader sample = new RevisionHeader("1975ea83b712", List.of(), "a b",
				Instant.parse("2026-01-15T10:00:00Z"), List.of(), List.of(), true, List.of());
		String name = sql(sample);
		if (!RevisionFileName.fits(name.substring(name.lastIndexOf('/') + 1), sample.id())) {
			throw wrong("makes file names, such as %s, in which the id is not found again".formatted(name),
					"Let the file's name begin with {rev}, or with a date and {rev}, and let _ or - follow.");
		}
	}

	private MigratorException wrong(String problem, String action) {
		return new MigratorException(ErrorCategory.CONFIGURATION,
				"migrator.script.file-template '%s' %s.".formatted(this.template, problem), action);
	}

	/**
	 * Name an SQL file.
	 * @param header the revision
	 * @return the path under the location
	 */
	public String sql(RevisionHeader header) {
		return String.join("/", segments(header, slug(header).snakeCase())) + ".sql";
	}

	/**
	 * Name a class. A folder of the template becomes a package.
	 * @param header the revision
	 * @return the class's name under the location's package
	 */
	public JavaName java(RevisionHeader header) {
		List<String> segments = segments(header, slug(header).camelCase());
		List<String> packages = new ArrayList<>();
		for (String folder : segments.subList(0, segments.size() - 1)) {
			String name = identifier(folder);
			packages.add(SourceVersion.isName(name) ? name : "_" + name);
		}
		return new JavaName(packages, "R" + identifier(segments.get(segments.size() - 1)));
	}

	private Slug slug(RevisionHeader header) {
		return Slug.of(header.message(), this.slugLength);
	}

	private static String identifier(String text) {
		StringBuilder name = new StringBuilder();
		text.codePoints()
			.map((character) -> Character.isJavaIdentifierPart(character) ? character : '_')
			.forEach(name::appendCodePoint);
		return name.toString();
	}

	private List<String> segments(RevisionHeader header, String slug) {
		ZonedDateTime time = Objects.requireNonNull(header.createdAt()).atZone(this.timeZone);
		Map<String, String> values = Map.of("rev", header.id(), "slug", slug, "year", "%04d".formatted(time.getYear()),
				"month", twoDigits(time.getMonthValue()), "day", twoDigits(time.getDayOfMonth()), "hour",
				twoDigits(time.getHour()), "minute", twoDigits(time.getMinute()), "second", twoDigits(time.getSecond()),
				"epoch", Long.toString(time.toEpochSecond()));
		List<String> segments = new ArrayList<>();
		for (String segment : this.template.split("/", -1)) {
			String filled = TOKEN.matcher(segment).replaceAll((token) -> {
				String value = Objects.requireNonNull(values.get(token.group(2)));
				return Matcher.quoteReplacement(value.isEmpty() ? "" : token.group(1) + value);
			});
			if (!filled.isEmpty()) {
				segments.add(filled);
			}
		}
		return segments;
	}

	private static String twoDigits(int number) {
		return "%02d".formatted(number);
	}

	/**
	 * The name of a class.
	 *
	 * @param packages the packages under that of the location
	 * @param className its simple name
	 */
	public record JavaName(List<String> packages, String className) {

		public JavaName {
			packages = List.copyOf(packages);
		}

	}

}
