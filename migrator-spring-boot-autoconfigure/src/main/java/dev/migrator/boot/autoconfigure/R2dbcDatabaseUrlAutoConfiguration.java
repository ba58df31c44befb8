package dev.migrator.boot.autoconfigure;

import dev.migrator.session.ConnectionUrl;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * {@link AutoConfiguration Auto-configuration} that lets {@code spring.r2dbc.url} be a
 * URL as hosting platforms give it in {@code DATABASE_URL}, or one for JDBC. The
 * properties {@code spring.r2dbc.username} and {@code spring.r2dbc.password} take
 * precedence over what stands in the URL.
 */
@AutoConfiguration(before = R2dbcAutoConfiguration.class)
@ConditionalOnClass({ ConnectionFactoryOptions.class, R2dbcConnectionDetails.class })
@Conditional(R2dbcDatabaseUrlAutoConfiguration.DatabaseUrlCondition.class)
public final class R2dbcDatabaseUrlAutoConfiguration {

	private static final String URL = "spring.r2dbc.url";

	@Bean
	@ConditionalOnMissingBean(R2dbcConnectionDetails.class)
	R2dbcConnectionDetails databaseUrlR2dbcConnectionDetails(Environment environment) {
		ConnectionUrl url = ConnectionUrl.parse(environment.getRequiredProperty(URL)).withLoginApart();
		String username = environment.getProperty("spring.r2dbc.username", "");
		String password = environment.getProperty("spring.r2dbc.password", "");
		return () -> options(url, (username.isEmpty()) ? url.username() : username,
				(username.isEmpty() && password.isEmpty()) ? url.password() : password);
	}

	private static ConnectionFactoryOptions options(ConnectionUrl url, @Nullable String username,
			@Nullable String password) {
		ConnectionFactoryOptions.Builder options = ConnectionFactoryOptions.parse(url.r2dbcUrl()).mutate();
		if (username != null) {
			options.option(ConnectionFactoryOptions.USER, username);
		}
		if (password != null) {
			options.option(ConnectionFactoryOptions.PASSWORD, password);
		}
		return options.build();
	}

	static final class DatabaseUrlCondition extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			ConditionMessage.Builder message = ConditionMessage.forCondition("R2DBC database URL");
			String url = context.getEnvironment().getProperty(URL);
			if (!StringUtils.hasText(url)) {
				return ConditionOutcome.noMatch(message.didNotFind("property").items(URL));
			}
			return (ConnectionUrl.isR2dbc(url.strip()))
					? ConditionOutcome.noMatch(message.because(URL + " is a URL of R2DBC"))
					: ConditionOutcome.match(message.because(URL + " is no URL of R2DBC"));
		}

	}

}
