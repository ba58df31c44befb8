package dev.migrator.cases;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to be said of one database only:
 * <code>{"on": {"h2": 1, "sqlite": 2, "else": 3}}</code> stands for the value of the
 * database, and that of {@code mariadb} for {@code mysql}, too. Where there is none for
 * it, the key or the element is not there.
 */
final class Choice {

	private Choice() {
	}

	static JsonNode made(JsonNode json, String database, List<String> databases) {
		JsonNode made = choose(json, database, databases);
		if (made == null) {
			throw new IllegalArgumentException("Nothing is said of %s in %s".formatted(database, json));
		}
		return made;
	}

	private static @Nullable JsonNode choose(JsonNode json, String database, List<String> databases) {
		if (json.isArray()) {
			ArrayNode array = JsonNodeFactory.instance.arrayNode();
			json.valueStream().forEach((element) -> {
				JsonNode chosen = choose(element, database, databases);
				if (chosen != null) {
					array.add(chosen);
				}
			});
			return array;
		}
		if (!json.isObject()) {
			return json;
		}
		if (json.size() == 1 && json.has("on")) {
			JsonNode values = json.get("on");
			for (String name : values.propertyNames()) {
				if (!databases.contains(name) && !name.equals("else")) {
					throw new IllegalArgumentException(
							"'%s' is none of the databases %s, nor 'else'".formatted(name, databases));
				}
			}
			JsonNode value = values.has(database) ? values.get(database) : values.get(resembled(values, database));
			return (value != null) ? choose(value, database, databases) : null;
		}
		ObjectNode object = JsonNodeFactory.instance.objectNode();
		json.propertyStream().forEach((property) -> {
			JsonNode chosen = choose(property.getValue(), database, databases);
			if (chosen != null) {
				object.set(property.getKey(), chosen);
			}
		});
		return object;
	}

	// What is said of MariaDB holds for MySQL, too, unless that has a value of its own.
	private static String resembled(JsonNode values, String database) {
		return (database.equals("mysql") && values.has("mariadb")) ? "mariadb" : "else";
	}

}
