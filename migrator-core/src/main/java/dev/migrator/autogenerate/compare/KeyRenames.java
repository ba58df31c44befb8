package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import dev.migrator.autogenerate.compare.KeyMatching.Pair;
import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * Finds constraints and indexes that are to have other names, in an order in which no
 * name is taken twice. A name that nobody chose is as good as any.
 */
final class KeyRenames {

	/** The names that Hibernate makes of a checksum. */
	private static final Pattern GENERATED = Pattern.compile("(?i)(?:fk|uk|uc|idx)_?[a-z0-9]{23,27}");

	private final Set<String> taken = new HashSet<>();

	/**
	 * Prepare.
	 * @param database the tables of the database
	 */
	KeyRenames(Collection<TableSide> database) {
		database.forEach((side) -> side.keys().forEach((key) -> this.taken.add(String.valueOf(key.name()))));
	}

	/**
	 * Find what is to be renamed. Where names go round in a circle, one key is made anew.
	 * @param matchings what becomes of the keys of tables
	 * @return the renames in order
	 */
	List<KeyRename> find(Map<TableName, KeyMatching> matchings) {
		List<KeyRename> open = new ArrayList<>();
		matchings.forEach((table, matching) -> {
			matching.gone().forEach((key) -> this.taken.remove(String.valueOf(key.name())));
			for (Pair pair : matching.same()) {
				String oldName = pair.database().name();
				String newName = chosen(pair);
				if (oldName != null && newName != null && !oldName.equals(newName)) {
					open.add(new KeyRename(table, pair, oldName, newName));
				}
			}
		});
		List<KeyRename> ordered = new ArrayList<>();
		while (!open.isEmpty()) {
			List<KeyRename> possible = open.stream()
				.filter((rename) -> !this.taken.contains(rename.newName()))
				.toList();
			if (possible.isEmpty()) {
				KeyRename stuck = open.remove(0);
				Objects.requireNonNull(matchings.get(stuck.table())).rebuild(stuck.pair());
				this.taken.remove(stuck.oldName());
			}
			for (KeyRename rename : possible) {
				if (this.taken.add(rename.newName())) {
					this.taken.remove(rename.oldName());
					open.remove(rename);
					ordered.add(rename);
				}
			}
		}
		return ordered;
	}

	private static @Nullable String chosen(Pair pair) {
		String name = pair.target().name();
		return (!pair.isOfOneKind() || name == null || GENERATED.matcher(name).matches()) ? null : name;
	}

}
