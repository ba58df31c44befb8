package dev.migrator.boot.actuate;

import java.util.Map;
import java.util.Set;

import dev.migrator.Migrator;
import dev.migrator.boot.test.Applications;
import dev.migrator.test.Databases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MigrationsInfoContributor} and its auto-configuration.
 */
class MigrationsInfoTests {

	private final ApplicationContextRunner runner = Applications.embedded()
		.withConfiguration(AutoConfigurations.of(MigrationsInfoContributorAutoConfiguration.class));

	@Test
	void saysAtWhichRevisionTheDatabaseIs() {
		this.runner.withPropertyValues("migrator.target=1975ea83b712").run((context) -> {
			assertThat(info(context.getBean(MigrationsInfoContributor.class))).isEqualTo(
					Map.of("current", Set.of("1975ea83b712"), "heads", Set.of(Applications.HEAD), "state", "pending"));
		});
	}

	@Test
	void withoutTheDatabaseItSaysWhatTheApplicationHas() {
		Migrator migrator = Migrator.builder()
			.dataSource(Databases.as(Databases.postgresql(), "nobody", "nothing"))
			.build();
		assertThat(info(new MigrationsInfoContributor(Map.of("migrator", migrator))))
			.isEqualTo(Map.of("heads", Set.of(Applications.HEAD), "state", "unknown"));
	}

	@Test
	void itIsSwitchedOffByItsProperty() {
		this.runner.withPropertyValues("management.info.migrations.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(MigrationsInfoContributor.class));
		this.runner.withPropertyValues("management.info.defaults.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(MigrationsInfoContributor.class));
	}

	@Test
	void itBacksOffWithoutActuator() {
		this.runner.withClassLoader(new FilteredClassLoader(InfoContributor.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("migrationsInfoContributor"));
	}

	private static @Nullable Object info(MigrationsInfoContributor contributor) {
		Info.Builder builder = new Info.Builder();
		contributor.contribute(builder);
		return (builder.build().get("migrations") instanceof Map<?, ?> migrations) ? migrations.get("migrator") : null;
	}

}
