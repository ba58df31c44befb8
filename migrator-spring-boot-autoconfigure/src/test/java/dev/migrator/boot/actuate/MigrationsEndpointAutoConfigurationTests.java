package dev.migrator.boot.actuate;

import java.util.Map;
import java.util.Set;

import dev.migrator.boot.test.Applications;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.StaticApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MigrationsEndpointAutoConfiguration}.
 */
class MigrationsEndpointAutoConfigurationTests {

	private static final String EXPOSED = "management.endpoints.web.exposure.include=migrations";

	private final ApplicationContextRunner runner = Applications.embedded()
		.withConfiguration(AutoConfigurations.of(MigrationsEndpointAutoConfiguration.class));

	@Test
	void theEndpointIsThereIfItIsExposed() {
		this.runner.withPropertyValues(EXPOSED)
			.run((context) -> assertThat(context).hasSingleBean(MigrationsEndpoint.class)
				.hasSingleBean(MigrationsEndpointWebExtension.class));
	}

	@Test
	void overJmxAloneThereIsNothingForTheWeb() {
		this.runner
			.withPropertyValues("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=migrations")
			.run((context) -> {
				assertThat(context).hasSingleBean(MigrationsEndpoint.class)
					.doesNotHaveBean(MigrationsEndpointWebExtension.class);
				Map<String, ContextDescriptor> contexts = context.getBean(MigrationsEndpoint.class)
					.migrations()
					.contexts();
				assertThat(contexts).hasSize(1);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "management.endpoint.migrations.access=UNRESTRICTED",
			EXPOSED + ",management.endpoint.migrations.access=NONE", EXPOSED + ",migrator.enabled=false" })
	void theEndpointIsNotThereOtherwise(String properties) {
		this.runner.withPropertyValues(properties.split(","))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(MigrationsEndpoint.class)
				.doesNotHaveBean(MigrationsEndpointWebExtension.class));
	}

	@Test
	void backsOffWithoutActuator() {
		this.runner.withPropertyValues(EXPOSED)
			.withClassLoader(new FilteredClassLoader(ConditionalOnAvailableEndpoint.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("migrationsEndpoint"));
	}

	@Test
	void backsOffWhenThereIsAnEndpoint() {
		this.runner.withPropertyValues(EXPOSED)
			.withBean("own", MigrationsEndpoint.class,
					() -> new MigrationsEndpoint(new StaticApplicationContext(), Show.NEVER, Set.of()))
			.run((context) -> assertThat(context).getBeans(MigrationsEndpoint.class).containsOnlyKeys("own"));
	}

	@Test
	void isNotExposedByDefault() {
		try (WebApplication application = WebApplication.start("management.endpoints.web.exposure.include=health")) {
			assertThat(application.get("").status()).isEqualTo(404);
		}
	}

}
