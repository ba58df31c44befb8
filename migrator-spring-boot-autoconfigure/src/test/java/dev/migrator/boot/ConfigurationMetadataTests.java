package dev.migrator.boot;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.ObjectUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What editors are told of {@code migrator.*}.
 */
class ConfigurationMetadataTests {

	private static final ConfigurationMetadata METADATA = ConfigurationMetadata
		.read("spring-configuration-metadata.json");

	private static final Map<String, @Nullable Object> DEFAULTS = defaults(new MigratorProperties(),
			new AutogenerateProperties());

	@Test
	void eachPropertyIsThereWithADescription() {
		assertThat(METADATA.names()).isEqualTo(DEFAULTS.keySet()).contains("migrator.lock.timeout");
		METADATA.names()
			.forEach((name) -> assertThat(METADATA.property(name).path("description").asString("")).as(name)
				.endsWith(".")
				.doesNotStartWith("The ")
				.doesNotStartWith("A ")
				.doesNotContain("{@"));
	}

	@Test
	void theDefaultsAreTheRealOnes() {
		Map<String, Object> told = new LinkedHashMap<>();
		DEFAULTS.forEach((name, value) -> {
			JsonNode shown = METADATA.property(name).get("defaultValue");
			if (shown == null) {
				assertThat(ObjectUtils.isEmpty(value)).as(name + " has a default that is not told").isTrue();
			}
			else if (shown.isArray()) {
				shown.forEach((element) -> told.merge(name, element.asString(), (first, next) -> first + "," + next));
			}
			else {
				told.put(name, shown.asString());
			}
		});
		MigratorProperties bound = new Binder(new MapConfigurationPropertySource(told))
			.bind("migrator", Bindable.of(MigratorProperties.class))
			.get();
		AutogenerateProperties comparison = new Binder(new MapConfigurationPropertySource(told))
			.bind("migrator.autogenerate", Bindable.of(AutogenerateProperties.class))
			.get();
		assertThat(defaults(bound, comparison)).isEqualTo(DEFAULTS);
	}

	@Test
	void eachConstantOfAnEnumerationCanBeWrittenAsEditorsOfferIt() throws ClassNotFoundException {
		TreeSet<String> enumerations = new TreeSet<>();
		for (String name : METADATA.names()) {
			String type = METADATA.property(name).get("type").asString();
			if (type.startsWith("dev.migrator.")) {
				Class<?> enumeration = ClassUtils.forName(type, null);
				assertThat(enumeration.getEnumConstants()).as(name).isNotEmpty();
				for (Object constant : enumeration.getEnumConstants()) {
					String offered = ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
					assertThat(new Binder(new MapConfigurationPropertySource(Map.of(name, offered)))
						.bind(name, Bindable.of(enumeration))
						.get()).isSameAs(constant);
				}
				enumerations.add(name);
			}
		}
		assertThat(enumerations).containsExactly("migrator.on-changed", "migrator.on-database-ahead",
				"migrator.on-startup", "migrator.script.format");
	}

	@Test
	void additionalMetadataIsMerged() {
		ConfigurationMetadata additional = ConfigurationMetadata.read("additional-spring-configuration-metadata.json");
		assertThat(METADATA.hinted()).isEqualTo(additional.hinted()).isNotEmpty();
		additional.hinted().forEach((name) -> {
			assertThat(METADATA.hint(name)).isEqualTo(additional.hint(name));
			assertThat(METADATA.names()).contains(name);
		});
		assertThat(METADATA.hint("migrator.target").get("values")).extracting((value) -> value.get("value").asString())
			.containsExactly("head", "heads");
		assertThat(METADATA.property("migrator.locations").get("defaultValue"))
			.extracting((location) -> location.asString())
			.containsExactly("classpath:db/migrations");
	}

	@Test
	void theEndpointIsReadOnlyByDefault() {
		assertThat(METADATA.property("management.endpoint.migrations.access").get("defaultValue").asString())
			.isEqualTo("read_only");
	}

	private static Map<String, @Nullable Object> defaults(MigratorProperties properties,
			AutogenerateProperties comparison) {
		Map<String, @Nullable Object> values = values(properties, "migrator.");
		values.putAll(values(comparison, "migrator.autogenerate."));
		return values;
	}

	private static Map<String, @Nullable Object> values(Object bean, String prefix) {
		Map<String, @Nullable Object> values = new TreeMap<>();
		BeanWrapper wrapper = new BeanWrapperImpl(bean);
		for (var descriptor : BeanUtils.getPropertyDescriptors(bean.getClass())) {
			String name = prefix + DataObjectPropertyName.toDashedForm(descriptor.getName());
			Object value = wrapper.getPropertyValue(descriptor.getName());
			if (value instanceof DatabaseProperties.Lock lock) {
				values.putAll(values(lock, name + "."));
			}
			else if (value instanceof MigratorProperties.Script script) {
				values.putAll(values(script, name + "."));
			}
			else if (!descriptor.getName().equals("class")) {
				values.put(name, value);
			}
		}
		return values;
	}

}
