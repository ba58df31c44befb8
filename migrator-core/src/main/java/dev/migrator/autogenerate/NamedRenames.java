package dev.migrator.autogenerate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * Renames that were said by name, and somebody else who decides of all others.
 *
 * @param named the new names by the old ones
 * @param others who decides of all others
 */
public record NamedRenames(Map<String, String> named, RenameDecision others) implements RenameDecision {

	/**
	 * Read renames as {@code --rename} takes them: {@code hero:heroes} for a table,
	 * {@code hero.name:full_name} for a column or an attribute of a type; the new name
	 * may stand with its table, too.
	 * @param options the renames
	 * @param others who decides of all others
	 * @return the decision
	 * @throws MigratorException {@code CONFIGURATION} if one is not of that form, or if
	 * something gets two names
	 */
	public static NamedRenames of(Collection<String> options, RenameDecision others) {
		Map<String, String> named = new LinkedHashMap<>();
		for (String option : options) {
			String[] names = option.strip().split(":", -1);
			if (names.length != 2 || names[0].isBlank() || names[1].isBlank()) {
				throw new MigratorException(ErrorCategory.CONFIGURATION, "'%s' says no rename.".formatted(option),
						"Write it as old:new, such as hero:heroes or hero.name:full_name.");
			}
			String newName = names[1].strip();
			String known = named.put(names[0].strip(), newName.substring(newName.lastIndexOf('.') + 1));
			if (known != null) {
				throw new MigratorException(ErrorCategory.CONFIGURATION,
						"'%s' cannot be renamed to both '%s' and '%s'.".formatted(names[0].strip(), known, newName),
						"Say one of them.");
			}
		}
		return new NamedRenames(named, others);
	}

	@Override
	public boolean isRename(RenameCandidate candidate) {
		return this.others.isRename(candidate);
	}

}
