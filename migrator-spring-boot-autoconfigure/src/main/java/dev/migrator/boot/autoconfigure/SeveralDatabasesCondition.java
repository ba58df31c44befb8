package dev.migrator.boot.autoconfigure;

import java.util.Set;

import dev.migrator.boot.MigratorDatabases;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * There are databases under {@code migrator.databases}.
 */
final class SeveralDatabasesCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Set<String> names = new MigratorDatabases(context.getEnvironment()).names();
		ConditionMessage.Builder message = ConditionMessage.forCondition("migrator.databases");
		return (names.isEmpty()) ? ConditionOutcome.noMatch(message.didNotFind("databases").atAll())
				: ConditionOutcome.match(message.found("database", "databases").items(names));
	}

	/**
	 * There are none.
	 */
	static final class Missing extends NoneNestedConditions {

		Missing() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@Conditional(SeveralDatabasesCondition.class)
		static final class Databases {

		}

	}

}
