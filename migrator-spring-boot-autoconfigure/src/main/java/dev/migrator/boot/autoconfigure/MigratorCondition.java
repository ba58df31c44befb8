package dev.migrator.boot.autoconfigure;

import javax.sql.DataSource;

import dev.migrator.Migrator;
import dev.migrator.boot.MigratorConnectionDetails;
import io.r2dbc.spi.ConnectionFactory;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Conditional;

/**
 * There is a database to migrate.
 */
final class MigratorCondition extends AnyNestedCondition {

	MigratorCondition() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnBean(Migrator.class)
	static final class MigratorBeanCondition {

	}

	@ConditionalOnBean(DataSource.class)
	static final class DataSourceBeanCondition {

	}

	@ConditionalOnBean(JdbcConnectionDetails.class)
	static final class JdbcConnectionDetailsCondition {

	}

	@ConditionalOnBean(ConnectionFactory.class)
	static final class ConnectionFactoryBeanCondition {

	}

	@ConditionalOnBean(MigratorConnectionDetails.class)
	static final class MigratorConnectionDetailsCondition {

	}

	@Conditional(SeveralDatabasesCondition.class)
	static final class DatabasesCondition {

	}

	@ConditionalOnProperty("migrator.url")
	static final class UrlCondition {

	}

}
