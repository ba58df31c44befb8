package dev.migrator.boot.autoconfigure;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.MigratorBuilder;
import dev.migrator.boot.MigratorProperties;
import dev.migrator.boot.test.Applications;
import dev.migrator.execution.AheadPolicy;
import dev.migrator.execution.ChangedPolicy;
import dev.migrator.execution.MigrationSettings;
import dev.migrator.execution.StatementTimeouts;
import dev.migrator.operation.NamingConvention;
import dev.migrator.schema.TableName;
import dev.migrator.test.Databases;
import org.junit.jupiter.api.Test;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MigratorFactory} and the coverage of {@link MigratorProperties}.
 */
class MigratorFactoryTests {

	/** The settings of the builder with the properties that they have. */
	private static final Map<String, Set<String>> PROPERTIES = Map.of("target", Set.of("target"), "locations",
			Set.of("locations"), "schema", Set.of("schema"), "versionTable", Set.of("version-table"), "historyTable",
			Set.of("history-table"), "transactionPerMigration", Set.of("transaction-per-migration"), "lockTimeout",
			Set.of("lock"), "timeouts", Set.of("lock-timeout", "statement-timeout", "retries"), "placeholders",
			Set.of("placeholders"), "onChanged", Set.of("on-changed"));

	private static final Map<String, Set<String>> MORE_PROPERTIES = Map.of("onDatabaseAhead",
			Set.of("on-database-ahead"), "dataSource",
			Set.of("data-source", "url", "username", "password", "driver-class-name"), "namingConvention",
			Set.of("naming-convention"));

	/** The settings of the builder that have no property, and why. */
	private static final Map<String, String> WITHOUT_PROPERTY = Map.of("sessions",
			"takes the place of a data source, for programs", "classLoader", "is the application's", "migrations",
			"are beans", "migrationFactory", "makes migrations with beans", "application", "is spring.application.name",
			"listener", "are beans", "tag", "is told by a command");

	/** The properties that the builder does not have, and why. */
	private static final Map<String, String> WITHOUT_SETTING = Map.of("enabled", "decides whether there is a builder",
			"databases", "is for several builders", "on-startup", "says what is done with the migrator", "script",
			"says how new revisions are written, which is no matter of running them");

	private final DataSource database = Databases.h2();

	@Test
	void theDefaultsOfThePropertiesAreThoseOfTheEngine() {
		MigratorBuilder builder = Migrator.builder().dataSource(this.database);
		new MigratorFactory(new MigratorProperties()).configure(builder, null);
		Migrator byProperties = builder.build();
		Migrator byDefault = Migrator.builder().dataSource(this.database).build();
		assertThat(byProperties.settings()).isEqualTo(byDefault.settings());
		assertThat(byProperties.scripts().locations()).isEqualTo(byDefault.scripts().locations());
	}

	@Test
	void eachSettingOfTheBuilderHasAPropertyOrAReasonWhyNot() {
		Set<String> settings = Arrays.stream(MigratorBuilder.class.getMethods())
			.filter((method) -> method.getReturnType() == MigratorBuilder.class)
			.filter((method) -> !Modifier.isStatic(method.getModifiers()))
			.map(Method::getName)
			.collect(Collectors.toSet());
		Set<String> known = Stream.of(PROPERTIES, MORE_PROPERTIES, WITHOUT_PROPERTY)
			.flatMap((map) -> map.keySet().stream())
			.collect(Collectors.toSet());
		assertThat(settings).isEqualTo(known);
	}

	@Test
	void eachPropertyBelongsToASettingOfTheBuilderOrHasAReasonWhyNot() {
		Set<String> properties = Arrays.stream(BeanUtils.getPropertyDescriptors(MigratorProperties.class))
			.map((descriptor) -> DataObjectPropertyName.toDashedForm(descriptor.getName()))
			.filter((name) -> !name.equals("class"))
			.collect(Collectors.toSet());
		Set<String> known = Stream
			.concat(Stream.of(PROPERTIES, MORE_PROPERTIES).flatMap((map) -> map.values().stream()).flatMap(Set::stream),
					WITHOUT_SETTING.keySet().stream())
			.collect(Collectors.toSet());
		assertThat(properties).isEqualTo(known);
	}

	@Test
	void eachPropertyReachesTheEngine() {
		Applications.on(this.database)
			.withPropertyValues("spring.application.name=league", "migrator.on-startup=none", "migrator.target=heads",
					"migrator.locations=classpath:db/migrations,classpath:dev/migrator/boot/migrations",
					"migrator.schema=league", "migrator.version-table=versions", "migrator.history-table=other.told",
					"migrator.transaction-per-migration=false", "migrator.lock.timeout=90", "migrator.lock-timeout=250",
					"migrator.statement-timeout=30s", "migrator.retries=7", "migrator.placeholders.some.owner=me",
					"migrator.on-changed=fail", "migrator.on-database-ahead=fail",
					"migrator.naming-convention.pk=pk_%(table_name)s")
			.run((context) -> {
				Migrator migrator = context.getBean(Migrator.class);
				assertThat(migrator.settings())
					.isEqualTo(new MigrationSettings("heads", "league", new TableName("league", "versions"),
							new TableName("other", "told"), false, Duration.ofSeconds(90),
							new StatementTimeouts(Duration.ofMillis(250), Duration.ofSeconds(30), 7),
							Map.of("some.owner", "me"), ChangedPolicy.FAIL, AheadPolicy.FAIL, "league", null,
							new NamingConvention(Map.of("pk", "pk_%(table_name)s"))));
				assertThat(migrator.scripts().locations())
					.isEqualTo(List.of("classpath:db/migrations", "classpath:dev/migrator/boot/migrations"));
			});
	}

}
