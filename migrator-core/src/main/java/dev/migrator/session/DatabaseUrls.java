package dev.migrator.session;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Database URLs as people may read them.
 */
public final class DatabaseUrls {

	private static final Pattern PASSWORD_PARAMETER = Pattern
		.compile("(?i)((?:password|pwd|secret|token|accesskey|secretkey)[^=&;?]*=)[^&;]*");

	private static final Pattern USER_INFO = Pattern.compile("(//[^:/@?;]*:)[^@/]*@");

	private DatabaseUrls() {
	}

	/**
	 * Hide what must not be seen in a URL.
	 * @param url the URL, or {@code null}
	 * @return the URL with each password replaced by stars, or {@code null}
	 */
	public static @Nullable String withoutSecrets(@Nullable String url) {
		if (url == null) {
			return null;
		}
		String hidden = USER_INFO.matcher(url).replaceAll("$1***@");
		return PASSWORD_PARAMETER.matcher(hidden).replaceAll("$1***");
	}

}
