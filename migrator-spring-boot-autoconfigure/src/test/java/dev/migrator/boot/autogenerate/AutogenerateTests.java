package dev.migrator.boot.autogenerate;

import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.RevisionDirectiveCustomizer;
import dev.migrator.boot.autoconfigure.AutogenerateAutoConfiguration;
import dev.migrator.boot.test.Applications;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.CreateTable;
import dev.migrator.schema.Column;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Autogenerate}.
 */
class AutogenerateTests {

	private final ApplicationContextRunner runner = Applications.embedded()
		.withConfiguration(AutoConfigurations.of(AutogenerateAutoConfiguration.class));

	private final ApplicationContextRunner jpa = this.runner
		.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
		.withUserConfiguration(VillainConfiguration.class);

	@Test
	void anEntityWithoutARevisionIsFound() {
		this.jpa.run((context) -> assertThat(createdBy(changes(context))).contains("villain"));
	}

	@Test
	void alsoWhileACommandRunsAndJpaIsNotStarted() {
		this.jpa
			.withPropertyValues("migrator.command-mode=true", "spring.main.lazy-initialization=true",
					"spring.jpa.hibernate.ddl-auto=none")
			.run((context) -> {
				assertThat(createdBy(changes(context))).contains("villain");
			});
	}

	@Test
	void aSchemaBeanIsATarget() {
		Schema schema = Schema.of(List.of(new Table(TableName.of("quest"), List.of(new Column("id", Types.integer())),
				List.of(), List.of(), null)));
		this.runner.withBean(Schema.class, () -> schema)
			.run((context) -> assertThat(createdBy(changes(context))).containsExactly("quest"));
	}

	@Test
	void aCustomizerChangesWhatIsWritten() {
		this.jpa.withBean(RevisionDirectiveCustomizer.class, () -> (changes) -> Changes.NONE)
			.run((context) -> assertThat(changes(context)).isEqualTo(Changes.NONE));
	}

	@Test
	void excludedTablesAreNotCompared() {
		this.jpa.withPropertyValues("migrator.autogenerate.exclude-tables=vill*")
			.run((context) -> assertThat(createdBy(changes(context))).doesNotContain("villain"));
	}

	@Test
	void withoutHibernateThereIsNoTarget() {
		this.runner.withClassLoader(new FilteredClassLoader(LocalContainerEntityManagerFactoryBean.class))
			.run((context) -> assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> changes(context))
				.withMessageContaining("does not say what its database is to have"));
	}

	private static Changes changes(ApplicationContext context) {
		return context.getBean(Autogenerate.class).changes(context.getBean(Migrator.class), RenameDecision.NEVER);
	}

	private static List<String> createdBy(Changes changes) {
		return changes.upgrade()
			.stream()
			.filter(CreateTable.class::isInstance)
			.map((operation) -> ((CreateTable) operation).table().name().name())
			.toList();
	}

	@Entity
	@jakarta.persistence.Table(name = "villain")
	static class Villain {

		@Id
		private int id;

		int getId() {
			return this.id;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EntityScan(basePackageClasses = AutogenerateTests.class)
	static class VillainConfiguration {

	}

}
