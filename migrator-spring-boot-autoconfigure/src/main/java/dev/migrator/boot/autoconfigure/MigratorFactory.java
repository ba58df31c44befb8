package dev.migrator.boot.autoconfigure;

import dev.migrator.MigratorBuilder;
import dev.migrator.boot.DatabaseProperties;
import dev.migrator.execution.StatementTimeouts;
import dev.migrator.operation.NamingConvention;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.util.StringUtils;

/**
 * Applies properties to a migrator.
 */
final class MigratorFactory {

	private final DatabaseProperties properties;

	MigratorFactory(DatabaseProperties properties) {
		this.properties = properties;
	}

	void configure(MigratorBuilder builder, @Nullable String application) {
		PropertyMapper map = PropertyMapper.get();
		map.from(this.properties::getTarget).to(builder::target);
		map.from(this.properties::getLocations).as(StringUtils::toStringArray).to(builder::locations);
		map.from(this.properties::getSchema).whenHasText().to(builder::schema);
		map.from(this.properties::getVersionTable).to(builder::versionTable);
		map.from(this.properties::getHistoryTable).to(builder::historyTable);
		map.from(this.properties::isTransactionPerMigration).to(builder::transactionPerMigration);
		map.from(this.properties.getLock()::getTimeout).to(builder::lockTimeout);
		map.from(this::timeouts).to(builder::timeouts);
		map.from(this.properties::getPlaceholders).to(builder::placeholders);
		map.from(this.properties::getNamingConvention).as(NamingConvention::new).to(builder::namingConvention);
		map.from(this.properties::getOnChanged).to(builder::onChanged);
		map.from(this.properties::getOnDatabaseAhead).to(builder::onDatabaseAhead);
		map.from(application).to(builder::application);
	}

	private StatementTimeouts timeouts() {
		return new StatementTimeouts(this.properties.getLockTimeout(), this.properties.getStatementTimeout(),
				this.properties.getRetries());
	}

}
