package dev.migrator.boot;

import java.util.Set;

import javax.sql.DataSource;

import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Initializers that an application has beside Migrator, and the detectors that tell
 * Spring Boot of them.
 */
final class UserInitializers {

	private UserInitializers() {
	}

	/** Prepares what the revisions need. */
	static class Early {

		Early(DataSource dataSource) {
			JdbcClient.create(dataSource).sql("create domain hero_name as varchar(100)").update();
		}

	}

	/** Needs what the revisions bring. */
	static class Late {

		Late(DataSource dataSource) {
			JdbcClient.create(dataSource).sql("insert into hero values ('Spider-Boy')").update();
		}

	}

	static class EarlyDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

		@Override
		protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
			return Set.of(Early.class);
		}

		@Override
		public int getOrder() {
			return 1;
		}

	}

	static class LateDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

		@Override
		protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
			return Set.of(Late.class);
		}

		@Override
		public int getOrder() {
			return 3;
		}

	}

}
