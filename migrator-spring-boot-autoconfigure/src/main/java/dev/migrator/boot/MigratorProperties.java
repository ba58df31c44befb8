package dev.migrator.boot;

import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.script.source.RevisionFormat;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;

/**
 * Configuration properties of Migrator.
 */
@ConfigurationProperties("migrator")
public class MigratorProperties extends DatabaseProperties {

	/**
	 * Whether to configure a migrator.
	 */
	private boolean enabled = true;

	/**
	 * Several databases by name, each with its own migrator. What stands under "migrator"
	 * itself is their default then, but for "url" and its like and "locations", which is
	 * "classpath:db/migrations/" and the name.
	 */
	private final Map<String, NamedDatabaseProperties> databases = new LinkedHashMap<>();

	/**
	 * How new revisions are written.
	 */
	private final Script script = new Script();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public Map<String, NamedDatabaseProperties> getDatabases() {
		return this.databases;
	}

	public Script getScript() {
		return this.script;
	}

	/**
	 * How new revisions are written.
	 */
	public static class Script {

		/**
		 * Directory of the project, with "src/main" under it. The working directory if
		 * empty.
		 */
		private String directory = "";

		/**
		 * What new revisions are written in, unless a command says something else.
		 */
		private RevisionFormat format = RevisionFormat.JAVA;

		/**
		 * Name of a new file without its ending, with the tokens {rev}, {slug}, {year},
		 * {month}, {day}, {hour}, {minute}, {second} and {epoch}. Slashes make folders.
		 */
		private String fileTemplate = "{rev}_{slug}";

		/**
		 * Time zone of dates in the names of files.
		 */
		private ZoneId timeZone = ZoneId.of("UTC");

		/**
		 * Largest number of characters of the message in the name of a file.
		 */
		private int slugLength = 40;

		/**
		 * Folder of the project's own templates, "java.mustache" and "sql.mustache".
		 */
		private String templates = ".migrator/templates";

		/**
		 * Whether each new revision writes the file "heads" beside the revisions, and not
		 * only where there is one.
		 */
		private boolean headsFile = true;

		/**
		 * Commands that run after a file was written, such as a formatter. "{file}"
		 * stands for the file, which is appended if it is not named.
		 */
		private List<String> hooks = new ArrayList<>();

		/**
		 * Longest time that each of these commands runs. If a duration suffix is not
		 * specified, seconds will be used.
		 */
		@DurationUnit(ChronoUnit.SECONDS)
		private Duration hookTimeout = Duration.ofMinutes(2);

		public String getDirectory() {
			return this.directory;
		}

		public void setDirectory(String directory) {
			this.directory = directory;
		}

		public RevisionFormat getFormat() {
			return this.format;
		}

		public void setFormat(RevisionFormat format) {
			this.format = format;
		}

		public String getFileTemplate() {
			return this.fileTemplate;
		}

		public void setFileTemplate(String fileTemplate) {
			this.fileTemplate = fileTemplate;
		}

		public ZoneId getTimeZone() {
			return this.timeZone;
		}

		public void setTimeZone(ZoneId timeZone) {
			this.timeZone = timeZone;
		}

		public int getSlugLength() {
			return this.slugLength;
		}

		public void setSlugLength(int slugLength) {
			this.slugLength = slugLength;
		}

		public String getTemplates() {
			return this.templates;
		}

		public void setTemplates(String templates) {
			this.templates = templates;
		}

		public boolean isHeadsFile() {
			return this.headsFile;
		}

		public void setHeadsFile(boolean headsFile) {
			this.headsFile = headsFile;
		}

		public List<String> getHooks() {
			return this.hooks;
		}

		public void setHooks(List<String> hooks) {
			this.hooks = hooks;
		}

		public Duration getHookTimeout() {
			return this.hookTimeout;
		}

		public void setHookTimeout(Duration hookTimeout) {
			this.hookTimeout = hookTimeout;
		}

	}

}
