package dev.migrator.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file with metadata of properties.
 */
final class ConfigurationMetadata {

	private final TreeMap<String, JsonNode> properties = new TreeMap<>();

	private final TreeMap<String, JsonNode> hints = new TreeMap<>();

	private ConfigurationMetadata(JsonNode content) {
		content.get("properties").forEach((property) -> this.properties.put(property.get("name").asString(), property));
		content.get("hints").forEach((hint) -> this.hints.put(hint.get("name").asString(), hint));
	}

	/**
	 * Read a file of this module.
	 * @param name the file under {@code META-INF}
	 * @return its content
	 */
	static ConfigurationMetadata read(String name) {
		String module = MigratorProperties.class.getProtectionDomain().getCodeSource().getLocation().toString();
		try (InputStream content = URI.create(module + "META-INF/" + name).toURL().openStream()) {
			return new ConfigurationMetadata(JsonMapper.builder().build().readTree(content));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Set<String> names() {
		return this.properties.keySet()
			.stream()
			.filter((name) -> name.startsWith("migrator."))
			.collect(Collectors.toSet());
	}

	Set<String> hinted() {
		return this.hints.keySet();
	}

	JsonNode property(String name) {
		return Objects.requireNonNull(this.properties.get(name), name);
	}

	JsonNode hint(String name) {
		return Objects.requireNonNull(this.hints.get(name), name);
	}

}
