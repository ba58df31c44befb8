package dev.migrator.boot.autoconfigure;

import java.util.stream.Stream;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.TargetSource;
import dev.migrator.boot.AutogenerateProperties;
import dev.migrator.boot.MigratorDatabases;
import dev.migrator.boot.autogenerate.Autogenerate;
import dev.migrator.boot.autogenerate.SchemaTargetSource;
import dev.migrator.boot.autogenerate.ScratchServers;
import dev.migrator.boot.autogenerate.SqlFileTargetProvider;
import dev.migrator.boot.autogenerate.TargetOwners;
import dev.migrator.boot.autogenerate.TargetProvider;
import dev.migrator.boot.autogenerate.data.AggregateTargetProvider;
import dev.migrator.boot.autogenerate.jpa.JpaTargetProvider;
import dev.migrator.schema.Schema;
import org.hibernate.jpa.HibernatePersistenceProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * {@link AutoConfiguration Auto-configuration} for autogenerate: what finds what the
 * application's database is to have. Nothing of it does anything before it is asked.
 */
@AutoConfiguration(after = MigratorAutoConfiguration.class)
@ConditionalOnBean(Migrator.class)
@EnableConfigurationProperties(AutogenerateProperties.class)
public final class AutogenerateAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TargetOwners targetOwners(ConfigurableListableBeanFactory beanFactory, AutogenerateProperties properties,
			Environment environment) {
		return new TargetOwners(beanFactory, properties, new MigratorDatabases(environment));
	}

	@Bean
	@ConditionalOnMissingBean
	ScratchServers scratchServers(TargetOwners owners) {
		return new ScratchServers(owners);
	}

	@Bean
	@ConditionalOnMissingBean
	Autogenerate autogenerate(TargetOwners owners, ScratchServers scratch, ObjectProvider<TargetProvider> providers) {
		return new Autogenerate(owners, scratch, providers.orderedStream().toList());
	}

	@Bean
	TargetProvider schemaTargetProvider(TargetOwners owners) {
		return (migrator) -> {
			Stream<TargetSource> beans = owners.beans(Schema.class, migrator).stream().map(SchemaTargetSource::new);
			return Stream.concat(beans, owners.beans(TargetSource.class, migrator).stream()).toList();
		};
	}

	@Bean
	SqlFileTargetProvider sqlFileTargetProvider(TargetOwners owners, ScratchServers scratch, ResourceLoader resources) {
		return new SqlFileTargetProvider(owners, scratch, resources);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RelationalManagedTypes.class)
	static class SpringDataConfiguration {

		@Bean
		AggregateTargetProvider aggregateTargetProvider(ConfigurableListableBeanFactory beanFactory,
				TargetOwners owners) {
			return new AggregateTargetProvider(beanFactory, owners);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HibernatePersistenceProvider.class, LocalContainerEntityManagerFactoryBean.class })
	static class JpaConfiguration {

		@Bean
		JpaTargetProvider jpaTargetProvider(ConfigurableListableBeanFactory beanFactory, Environment environment) {
			return new JpaTargetProvider(beanFactory, environment);
		}

	}

}
