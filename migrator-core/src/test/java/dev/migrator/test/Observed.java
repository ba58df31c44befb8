package dev.migrator.test;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * A data source that notes each statement, and may have a process "die" at one.
 */
public final class Observed {

	private static final Set<String> EXECUTIONS = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch");

	private final DataSource target;

	private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

	private Consumer<String> before = (sql) -> {
	};

	private Consumer<String> after = (sql) -> {
	};

	private final AtomicInteger open = new AtomicInteger();

	private final AtomicInteger mostOpen = new AtomicInteger();

	public Observed(DataSource target) {
		this.target = target;
	}

	/**
	 * Return the statements so far.
	 * @return their text
	 */
	public List<String> statements() {
		return List.copyOf(this.statements);
	}

	/**
	 * Forget the statements so far.
	 */
	public void clear() {
		this.statements.clear();
	}

	/**
	 * Return how many connections were open at once.
	 * @return the largest number
	 */
	public int mostOpen() {
		return this.mostOpen.get();
	}

	/**
	 * Do something before each statement.
	 * @param action takes the statement's text
	 */
	public void before(Consumer<String> action) {
		this.before = action;
	}

	/**
	 * Do something after each statement.
	 * @param action takes the statement's text
	 */
	public void after(Consumer<String> action) {
		this.after = action;
	}

	/**
	 * Return the data source.
	 * @return connections whose statements are noted
	 */
	public DataSource dataSource() {
		return proxy(DataSource.class, this.target, (name, result, arguments) -> {
			if (!(result instanceof Connection connection)) {
				return result;
			}
			this.mostOpen.accumulateAndGet(this.open.incrementAndGet(), Math::max);
			return observe(connection);
		});
	}

	private Connection observe(Connection connection) {
		return proxy(Connection.class, connection, (name, result, arguments) -> {
			if (name.equals("close")) {
				this.open.decrementAndGet();
			}
			if (result instanceof PreparedStatement prepared) {
				return observe(PreparedStatement.class, prepared, (String) arguments[0]);
			}
			return (result instanceof Statement plain) ? observe(Statement.class, plain, null) : result;
		});
	}

	@SuppressWarnings("unchecked")
	private <T extends Statement> T observe(Class<T> type, T statement, @Nullable String sql) {
		return (T) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> {
					if (!EXECUTIONS.contains(method.getName())) {
						return invoke(method, statement, arguments);
					}
					String text = (sql != null) ? sql : (String) arguments[0];
					this.statements.add(text);
					this.before.accept(text);
					Object result = invoke(method, statement, arguments);
					this.after.accept(text);
					return result;
				});
	}

	@SuppressWarnings("unchecked")
	private static <T> T proxy(Class<T> type, T target, ResultHandler handler) {
		return (T) Proxy.newProxyInstance(Observed.class.getClassLoader(), new Class<?>[] { type }, (proxy, method,
				arguments) -> handler.handle(method.getName(), invoke(method, target, arguments), arguments));
	}

	private static @Nullable Object invoke(java.lang.reflect.Method method, Object target,
			@Nullable Object @Nullable [] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			Throwable cause = ex.getCause();
			throw (cause != null) ? cause : ex;
		}
	}

	private interface ResultHandler {

		@Nullable Object handle(String method, @Nullable Object result, Object[] arguments) throws SQLException;

	}

	/**
	 * The process dies here, as far as the engine can tell.
	 */
	public static final class ProcessDied extends Error {

		private static final long serialVersionUID = 1L;

	}

}
