package dev.migrator.session;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * PostgreSQL's driver cancels a statement once: where the server had not begun with it by
 * then, that is lost. It cancels what its connection does as often as it is asked to.
 */
final class PostgresqlQuirks extends DriverQuirks {

	private static final String CONNECTION = "org.postgresql.PGConnection";

	@Override
	void cancel(Connection connection, Statement statement) throws SQLException {
		Method cancel = cancelQuery();
		if (cancel != null && connection.isWrapperFor(cancel.getDeclaringClass())) {
			ReflectionUtils.invokeMethod(cancel, connection.unwrap(cancel.getDeclaringClass()));
		}
		else {
			statement.cancel();
		}
	}

	// The driver is not on the class path of each application.
	private static @Nullable Method cancelQuery() {
		ClassLoader classLoader = PostgresqlQuirks.class.getClassLoader();
		return ClassUtils.isPresent(CONNECTION, classLoader)
				? ReflectionUtils.findMethod(ClassUtils.resolveClassName(CONNECTION, classLoader), "cancelQuery")
				: null;
	}

}
