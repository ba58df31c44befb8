package dev.migrator.boot.actuate;

import java.util.Map;

import dev.migrator.Migrator;
import dev.migrator.boot.autoconfigure.MigratorAutoConfiguration;

import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link AutoConfiguration Auto-configuration} for {@link MigrationsInfoContributor}.
 */
@AutoConfiguration(after = MigratorAutoConfiguration.class)
@ConditionalOnClass({ InfoContributor.class, ConditionalOnEnabledInfoContributor.class })
@ConditionalOnBean(Migrator.class)
@ConditionalOnEnabledInfoContributor("migrations")
public final class MigrationsInfoContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	MigrationsInfoContributor migrationsInfoContributor(Map<String, Migrator> migrators) {
		return new MigrationsInfoContributor(migrators);
	}

}
