package dev.migrator.script;

import java.util.regex.Pattern;

/**
 * The name of an SQL revision file, which must tell the id that its header has: so that a
 * copy under another name is noticed whose header was forgotten.
 */
public final class RevisionFileName {

	private static final Pattern DATE = Pattern.compile("[0-9]{4}[0-9_-]*[_-]");

	private RevisionFileName() {
	}

	/**
	 * Return whether a file may bear a name. It begins with the id, or with a date and
	 * then the id; behind that it ends, or an underscore or a hyphen follows.
	 * @param fileName the file's name without folders: {@code 1975ea83b712_add_hero.sql},
	 * {@code 1975ea83b712.sql}, {@code 2026-01-15_1975ea83b712_add_hero.sql} …
	 * @param id the revision's id
	 * @return whether the name tells the id
	 */
	public static boolean fits(String fileName, String id) {
		String name = fileName.endsWith(".sql") ? fileName.substring(0, fileName.length() - ".sql".length()) : fileName;
		for (int at = name.indexOf(id); at >= 0; at = name.indexOf(id, at + 1)) {
			String behind = name.substring(at + id.length());
			if ((at == 0 || DATE.matcher(name.substring(0, at)).matches())
					&& (behind.isEmpty() || behind.startsWith("_") || behind.startsWith("-"))) {
				return true;
			}
		}
		return false;
	}

}
