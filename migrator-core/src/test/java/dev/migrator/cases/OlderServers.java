package dev.migrator.cases;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to be said of servers before a version: {@code postgresql<16} as a key or an
 * element stands for {@code postgresql} on an older server, and is not there on others.
 *
 * @param database the name of the database
 * @param version its major version
 */
record OlderServers(String database, int version) {

	/** No server, so that nothing of this kind is there. */
	static final OlderServers NONE = new OlderServers("", Integer.MAX_VALUE);

	private static final Pattern OLDER = Pattern.compile("([a-z0-9]+)<(\\d+)");

	JsonNode read(JsonNode json) {
		if (json.isArray()) {
			ArrayNode array = JsonNodeFactory.instance.arrayNode();
			json.valueStream().forEach((element) -> add(element, array));
			return array;
		}
		if (!json.isObject()) {
			return json;
		}
		ObjectNode object = JsonNodeFactory.instance.objectNode();
		json.propertyStream().forEach((property) -> {
			if (!OLDER.matcher(property.getKey()).matches()) {
				object.set(property.getKey(), read(property.getValue()));
			}
		});
		json.propertyStream().filter((property) -> isMeant(property.getKey())).forEach((property) -> {
			object.set(this.database, read(property.getValue()));
		});
		return object;
	}

	private void add(JsonNode element, ArrayNode array) {
		if (!element.isString() || !OLDER.matcher(element.asString()).matches()) {
			array.add(read(element));
		}
		else if (isMeant(element.asString())) {
			array.add(this.database);
		}
	}

	private boolean isMeant(String text) {
		Matcher older = OLDER.matcher(text);
		return older.matches() && older.group(1).equals(this.database)
				&& this.version < Integer.parseInt(older.group(2));
	}

}
