package dev.migrator.boot.diagnostics;

import java.nio.file.Path;

import dev.migrator.boot.autoconfigure.MigratorAutoConfiguration;
import dev.migrator.boot.heroes.Hero;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What somebody sees whose application does not start, at the usual log level.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailedStartTests {

	@TempDir
	Path folder;

	@AfterEach
	void becomeQuiet() {
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
	}

	@Test
	void oneReportAndNoStackTrace(CapturedOutput output) {
		Path file = new RevisionFolder(this.folder).write("aaa111", "", "insert into nowhere values (1);", "");
		fail();
		assertThat(output)
			.contains("The upgrade of revision aaa111 (Test aaa111) at %s:6 failed: ".formatted(file),
					"Statement: insert into nowhere values (1)", "Mend the statement and start again.")
			.doesNotContain("\tat ", "Caused by");
		assertThat(output.getAll().split("APPLICATION FAILED TO START", -1)[1]).containsOnlyOnce("insert into nowhere");
		assertThat(StringUtils.countOccurrencesOf(output.getAll(), "APPLICATION FAILED TO START")).isOne();
	}

	@Test
	void aLateHibernateAddsNothing(CapturedOutput output) {
		fail();
		assertThat(output).contains("Description:", "There is no revision under", "Action:", "Write the first one")
			.doesNotContain("\tat ", "EntityManagerFactory");
	}

	private void fail() {
		SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.properties("spring.datasource.generate-unique-name=true", "logging.level.root=INFO",
					"migrator.locations=file:" + this.folder);
		assertThatExceptionOfType(BeanCreationException.class).isThrownBy(application::run);
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Hero.class)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class,
			MigratorAutoConfiguration.class })
	static class Application {

	}

}
