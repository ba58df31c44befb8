package dev.migrator.boot.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import dev.migrator.boot.test.Applications;
import dev.migrator.test.RevisionFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;

import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.boot.session.autoconfigure.SessionAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Frameworks with tables of their own find them if a revision makes them.
 */
class FrameworkTablesTests {

	@TempDir
	Path folder;

	@Test
	void springSessionWaitsForItsTables() throws IOException {
		run("org/springframework/session/jdbc/schema-h2.sql", JdbcSessionAutoConfiguration.class,
				SessionAutoConfiguration.class)
			.withPropertyValues("spring.session.jdbc.initialize-schema=never")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBeanFactory().getBeanDefinition("sessionRepository").getDependsOn())
					.contains("migratorInitializer");
				assertThat(saved(context.getBean("sessionRepository"))).isEqualTo("Deadpond");
			});
	}

	@SuppressWarnings("unchecked")
	private static @Nullable Object saved(Object sessions) {
		SessionRepository<Session> repository = (SessionRepository<Session>) sessions;
		Session session = repository.createSession();
		session.setAttribute("hero", "Deadpond");
		repository.save(session);
		Session found = repository.findById(session.getId());
		return (found != null) ? found.getAttribute("hero") : null;
	}

	@Test
	void quartzWaitsForItsTables() throws IOException {
		run("org/quartz/impl/jdbcjobstore/tables_h2.sql", QuartzAutoConfiguration.class)
			.withPropertyValues("spring.quartz.job-store-type=jdbc", "spring.quartz.jdbc.initialize-schema=never")
			.withBean(JobDetail.class, () -> JobBuilder.newJob(Job.class).withIdentity("rescue").storeDurably().build())
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBeanFactory().getBeanDefinition("quartzScheduler").getDependsOn())
					.contains("migratorInitializer");
				assertThat(context.getBean(Scheduler.class).checkExists(new JobKey("rescue"))).isTrue();
			});
	}

	@Test
	void springBatchWaitsForItsTables() throws IOException {
		run("org/springframework/batch/core/schema-h2.sql", BatchJdbcAutoConfiguration.class)
			.withPropertyValues("spring.batch.jdbc.initialize-schema=never", "spring.batch.job.enabled=false")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBeanFactory().getBeanDefinition("jobRepository").getDependsOn())
					.contains("migratorInitializer");
				JobRepository jobs = context.getBean(JobRepository.class);
				jobs.createJobInstance("rescue", new JobParameters());
				assertThat(jobs.getJobNames()).containsExactly("rescue");
			});
	}

	private WebApplicationContextRunner run(String script, Class<?>... configurations) throws IOException {
		new RevisionFolder(this.folder).write("aaa111", "",
				new ClassPathResource(script).getContentAsString(StandardCharsets.UTF_8).replace("COMMIT;", ""), "");
		return new WebApplicationContextRunner().withConfiguration(Applications.AUTO_CONFIGURATIONS)
			.withConfiguration(AutoConfigurations.of(JdbcTemplateAutoConfiguration.class,
					DataSourceTransactionManagerAutoConfiguration.class))
			.withConfiguration(AutoConfigurations.of(configurations))
			.withPropertyValues("spring.datasource.generate-unique-name=true",
					"migrator.locations=file:" + this.folder);
	}

}
