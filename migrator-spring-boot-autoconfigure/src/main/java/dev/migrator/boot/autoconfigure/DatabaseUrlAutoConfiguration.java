package dev.migrator.boot.autoconfigure;

import dev.migrator.session.ConnectionUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.jdbc.EmbeddedDatabaseConnection;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * {@link AutoConfiguration Auto-configuration} that lets {@code spring.datasource.url} be
 * a URL as hosting platforms give it in {@code DATABASE_URL}, such as
 * {@code postgresql://user:password@host/database}. The properties
 * {@code spring.datasource.username} and {@code spring.datasource.password} take
 * precedence over what stands in the URL.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnClass(JdbcConnectionDetails.class)
@Conditional(DatabaseUrlAutoConfiguration.DatabaseUrlCondition.class)
public final class DatabaseUrlAutoConfiguration {

	private static final String URL = "spring.datasource.url";

	@Bean
	@ConditionalOnMissingBean(JdbcConnectionDetails.class)
	DatabaseUrlConnectionDetails databaseUrlConnectionDetails(Environment environment) {
		return new DatabaseUrlConnectionDetails(ConnectionUrl.parse(environment.getRequiredProperty(URL)),
				environment.getProperty("spring.datasource.username"),
				environment.getProperty("spring.datasource.password"),
				environment.getProperty("spring.datasource.driver-class-name"));
	}

	static final class DatabaseUrlConnectionDetails implements JdbcConnectionDetails {

		private final ConnectionUrl url;

		private final @Nullable String username;

		private final @Nullable String password;

		private final @Nullable String driverClassName;

		DatabaseUrlConnectionDetails(ConnectionUrl url, @Nullable String username, @Nullable String password,
				@Nullable String driverClassName) {
			this.url = url;
			this.username = username;
			this.password = password;
			this.driverClassName = driverClassName;
		}

		@Override
		public String getJdbcUrl() {
			return this.url.jdbcUrl();
		}

		// As with a JDBC URL, the user of an embedded database is "sa" if none is named.
		@Override
		public @Nullable String getUsername() {
			if (StringUtils.hasText(this.username)) {
				return this.username;
			}
			return (this.url.username() == null && isEmbedded()) ? "sa" : this.url.username();
		}

		@Override
		public @Nullable String getPassword() {
			if (StringUtils.hasText(this.username) || StringUtils.hasText(this.password)) {
				return this.password;
			}
			return (this.url.username() == null && isEmbedded()) ? "" : this.url.password();
		}

		private boolean isEmbedded() {
			return EmbeddedDatabaseConnection.isEmbedded(getDriverClassName(), getJdbcUrl());
		}

		@Override
		public String getDriverClassName() {
			return (StringUtils.hasText(this.driverClassName)) ? this.driverClassName
					: JdbcConnectionDetails.super.getDriverClassName();
		}

	}

	static final class DatabaseUrlCondition extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			ConditionMessage.Builder message = ConditionMessage.forCondition("Database URL");
			String url = context.getEnvironment().getProperty(URL);
			if (!StringUtils.hasText(url)) {
				return ConditionOutcome.noMatch(message.didNotFind("property").items(URL));
			}
			return (ConnectionUrl.isJdbc(url)) ? ConditionOutcome.noMatch(message.because(URL + " is a JDBC URL"))
					: ConditionOutcome.match(message.because(URL + " is no JDBC URL"));
		}

	}

}
