package dev.migrator.cases;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of a case. Each key must be asked for: one that nobody knows is an error,
 * since a case that says what is not looked at proves nothing.
 */
final class Fields {

	private final String what;

	private final JsonNode json;

	private final Set<String> known = new LinkedHashSet<>();

	/**
	 * Create the fields of an object.
	 * @param what what it describes, for errors
	 * @param json the object
	 */
	Fields(String what, JsonNode json) {
		this.what = what;
		this.json = json;
		if (!json.isObject()) {
			throw error("has to be an object, not " + json);
		}
	}

	IllegalArgumentException error(String problem) {
		return new IllegalArgumentException("%s %s".formatted(this.what, problem));
	}

	boolean has(String key) {
		this.known.add(key);
		return this.json.has(key);
	}

	/** Returns what stands there, a JSON null too, or {@code null} if nothing does. */
	@Nullable JsonNode node(String key) {
		return (has(key)) ? this.json.get(key) : null;
	}

	JsonNode required(String key) {
		JsonNode node = node(key);
		if (node == null) {
			throw error("needs the key '%s'".formatted(key));
		}
		return node;
	}

	String string(String key) {
		JsonNode node = required(key);
		if (!node.isString()) {
			throw error("needs a text in '%s', not %s".formatted(key, node));
		}
		return node.asString();
	}

	@Nullable String text(String key) {
		return (has(key)) ? string(key) : null;
	}

	boolean flag(String key) {
		JsonNode node = node(key);
		if (node != null && !node.isBoolean()) {
			throw error("needs true or false in '%s', not %s".formatted(key, node));
		}
		return node != null && node.asBoolean();
	}

	@Nullable Long number(String key) {
		JsonNode node = node(key);
		if (node != null && !node.canConvertToExactIntegral()) {
			throw error("needs a whole number in '%s', not %s".formatted(key, node));
		}
		return (node != null) ? node.asLong() : null;
	}

	/** Returns the elements of an array, or a single one that stands there without it. */
	List<JsonNode> list(String key) {
		JsonNode node = node(key);
		if (node == null) {
			return List.of();
		}
		return (node.isArray()) ? node.valueStream().toList() : List.of(node);
	}

	String[] strings(String key) {
		return list(key).stream().map((node) -> {
			if (!node.isString()) {
				throw error("needs texts in '%s', not %s".formatted(key, node));
			}
			return node.asString();
		}).toArray(String[]::new);
	}

	List<Fields> objects(String key) {
		return list(key).stream().map((node) -> new Fields(this.what + ": " + key, node)).toList();
	}

	@Nullable Fields object(String key) {
		JsonNode node = node(key);
		return (node != null) ? new Fields(this.what + ": " + key, node) : null;
	}

	/** Returns the object without a key that somebody else looks at. */
	Fields without(String key) {
		ObjectNode rest = ((ObjectNode) this.json).deepCopy();
		rest.remove(key);
		return new Fields(this.what, rest);
	}

	/** Returns the keys of an object whose keys are names. */
	Set<String> names() {
		Set<String> names = new LinkedHashSet<>(this.json.propertyNames());
		this.known.addAll(names);
		return names;
	}

	<E extends Enum<E>> @Nullable E constant(String key, Class<E> type) {
		String text = text(key);
		if (text == null) {
			return null;
		}
		for (E constant : type.getEnumConstants()) {
			if (constant.name().equalsIgnoreCase(text.replace(' ', '_'))) {
				return constant;
			}
		}
		throw error("has '%s' in '%s', which is none of %s".formatted(text, key, List.of(type.getEnumConstants())));
	}

	/** Checks that there is no key that was not asked for. */
	void done() {
		Set<String> unknown = new LinkedHashSet<>(this.json.propertyNames());
		unknown.removeAll(this.known);
		if (!unknown.isEmpty()) {
			throw error("has the unknown keys %s; it may have %s".formatted(unknown, this.known));
		}
	}

}
