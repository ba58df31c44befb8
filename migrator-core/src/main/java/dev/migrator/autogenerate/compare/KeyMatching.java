package dev.migrator.autogenerate.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Matches the constraints and indexes of two tables: by what they say first, by their
 * names second. A unique constraint and a unique index of the same columns are one.
 *
 * @param same those that say the same
 * @param gone those that only the database has
 * @param added those that are only wanted
 */
record KeyMatching(List<Pair> same, List<TableKey> gone, List<TableKey> added) {

	/**
	 * Match.
	 * @param database those of the database
	 * @param target those that are wanted
	 * @param rebuilt tells of those that have to be made anew though they stay the same
	 * @return which is which
	 */
	static KeyMatching of(List<TableKey> database, List<TableKey> target, Predicate<TableKey> rebuilt) {
		KeyMatching matching = new KeyMatching(new ArrayList<>(), new ArrayList<>(database),
				new ArrayList<>(withoutDoubles(target)));
		matching.match(TableKey::form);
		matching.match(TableKey::unique);
		for (Pair pair : List.copyOf(matching.same)) {
			if (rebuilt.test(pair.database())) {
				matching.rebuild(pair);
			}
		}
		return matching;
	}

	// What is said twice, once without a name, is one thing.
	@SuppressWarnings("ReferenceEquality") // equal ones are two
	private static List<TableKey> withoutDoubles(List<TableKey> keys) {
		List<TableKey> left = new ArrayList<>();
		for (TableKey key : keys) {
			KeyForm.Unique form = key.unique();
			boolean doubled = form != null && key.name() == null
					&& keys.stream()
						.anyMatch((other) -> other != key && form.equals(other.unique())
								&& (other.name() != null || left.contains(other)));
			if (!doubled) {
				left.add(key);
			}
		}
		return left;
	}

	private void match(Function<TableKey, @Nullable KeyForm> form) {
		// First those of one name, so that of look-alikes no two are renamed crosswise.
		for (boolean byName : new boolean[] { true, false }) {
			for (TableKey key : List.copyOf(this.gone)) {
				KeyForm keyForm = (this.added.isEmpty()) ? null : form.apply(key);
				TableKey candidate = (keyForm != null) ? find(key, keyForm, form, byName) : null;
				if (candidate != null) {
					pair(key, candidate);
				}
			}
		}
	}

	private @Nullable TableKey find(TableKey key, KeyForm keyForm, Function<TableKey, @Nullable KeyForm> form,
			boolean byName) {
		for (TableKey candidate : this.added) {
			if ((!byName || Objects.equals(candidate.name(), key.name())) && keyForm.equals(form.apply(candidate))) {
				return candidate;
			}
		}
		return null;
	}

	@SuppressWarnings("ReferenceEquality") // of equal ones only one goes
	private void pair(TableKey database, TableKey target) {
		this.gone.removeIf((key) -> key == database);
		this.added.removeIf((key) -> key == target);
		this.same.add(new Pair(database, target));
	}

	/**
	 * Have a pair dropped and created.
	 * @param pair one of those that say the same
	 */
	void rebuild(Pair pair) {
		this.same.remove(pair);
		this.gone.add(pair.database());
		this.added.add((pair.target().name() != null || pair.database().name() == null) ? pair.target()
				: pair.target().withName(pair.database().name()));
	}

	/**
	 * Two that say the same.
	 *
	 * @param database the one that there is
	 * @param target the one that is wanted
	 */
	record Pair(TableKey database, TableKey target) {

		boolean isOfOneKind() {
			return (this.database.constraint() != null) == (this.target.constraint() != null);
		}

	}

}
