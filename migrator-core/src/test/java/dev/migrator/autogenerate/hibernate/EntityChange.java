package dev.migrator.autogenerate.hibernate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Entities, what becomes of them, and what whoever gets the revision has to do.
 *
 * @param name what changes
 * @param before the entities
 * @param after what becomes of them
 * @param rows statements that insert rows before
 * @param renames what is renamed, as {@code --rename} has it
 * @param decisions what is to be decided, and what decides it
 */
record EntityChange(String name, List<Class<?>> before, List<Class<?>> after, List<String> rows, Set<String> renames,
		Map<String, Decision> decisions) {

	static EntityChange of(String name, Class<?>... before) {
		return new EntityChange(name, List.of(before), List.of(), List.of(), Set.of(), Map.of());
	}

	EntityChange to(Class<?>... entities) {
		return new EntityChange(this.name, this.before, List.of(entities), this.rows, this.renames, this.decisions);
	}

	EntityChange rows(String... statements) {
		return new EntityChange(this.name, this.before, this.after, List.of(statements), this.renames, this.decisions);
	}

	EntityChange renames(String... options) {
		return new EntityChange(this.name, this.before, this.after, this.rows, Set.of(options), this.decisions);
	}

	EntityChange todo(String subject) {
		return with(subject, new Decision(null, null));
	}

	EntityChange todo(String subject, String update) {
		return with(subject, new Decision(null, update));
	}

	EntityChange todoOn(String databases, String subject) {
		return with(subject, new Decision(Set.of(databases.split(" ")), null));
	}

	EntityChange todoOn(String databases, String subject, String update) {
		return with(subject, new Decision(Set.of(databases.split(" ")), update));
	}

	EntityChange back(String subject, String update) {
		return with(subject, new Decision(Set.of(), update));
	}

	private EntityChange with(String subject, Decision decision) {
		Map<String, Decision> all = new HashMap<>(this.decisions);
		all.put(subject, decision);
		return new EntityChange(this.name, this.before, this.after, this.rows, this.renames, all);
	}

	/**
	 * Return what an upgrade asks for.
	 * @param database the database
	 * @return the tables, columns and sequences that it is about
	 */
	Set<String> todos(String database) {
		return this.decisions.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().databases() == null || entry.getValue().databases().contains(database))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	@Nullable String update(String subject) {
		Decision decision = this.decisions.get(subject);
		return (decision != null) ? decision.update() : null;
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * What has to be decided of one thing.
	 *
	 * @param databases the databases whose upgrade asks for it, {@code null} for all;
	 * none if only the way back does
	 * @param update what decides it, or {@code null} for nothing
	 */
	record Decision(@Nullable Set<String> databases, @Nullable String update) {

	}

}
