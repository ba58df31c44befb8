package dev.migrator.test;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to a PostgreSQL database that go on when they are closed. A new one is a
 * new process of the server, which takes longer than most of what tests do with it. What
 * was said in a session is forgotten in between, its locks too.
 */
final class ReusedConnections extends PGSimpleDataSource {

	private static final long serialVersionUID = 1L;

	/** How many may be idle, of all databases together. */
	private static final int LIMIT = 8;

	private static final Deque<Idle> IDLE = new ArrayDeque<>();

	/**
	 * Lead to a database.
	 * @param database an ordinary way there
	 */
	ReusedConnections(PGSimpleDataSource database) {
		setUrl(database.getUrl());
		setUser(database.getUser());
		setPassword(database.getPassword());
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection idle = poll();
		return wrap((idle != null) ? idle : super.getConnection());
	}

	private @Nullable Connection poll() {
		synchronized (IDLE) {
			for (Idle idle : IDLE) {
				if (idle.home == this) {
					IDLE.remove(idle);
					return idle.connection;
				}
			}
			return null;
		}
	}

	/** Close those that are idle. */
	void closeIdle() {
		List<Idle> own = new ArrayList<>();
		synchronized (IDLE) {
			IDLE.stream().filter((idle) -> idle.home == this).forEach(own::add);
			IDLE.removeAll(own);
		}
		own.forEach(Idle::close);
	}

	private void giveBack(Connection connection) throws SQLException {
		if (connection.isClosed()) {
			return;
		}
		try (Statement statement = connection.createStatement()) {
			if (!connection.getAutoCommit()) {
				connection.rollback();
				connection.setAutoCommit(true);
			}
			connection.setReadOnly(false);
			connection.setNetworkTimeout(Runnable::run, 0);
			statement.execute("discard all");
		}
		catch (SQLException ex) {
			connection.close();
			return;
		}
		Idle surplus;
		synchronized (IDLE) {
			IDLE.addLast(new Idle(this, connection));
			surplus = (IDLE.size() > LIMIT) ? IDLE.removeFirst() : null;
		}
		if (surplus != null) {
			surplus.close();
		}
	}

	private Connection wrap(Connection connection) {
		return (Connection) Proxy.newProxyInstance(ReusedConnections.class.getClassLoader(),
				new Class<?>[] { Connection.class }, new Handler(connection));
	}

	private record Idle(ReusedConnections home, Connection connection) {

		void close() {
			try {
				this.connection.close();
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	private final class Handler implements InvocationHandler {

		private final Connection connection;

		private boolean closed;

		Handler(Connection connection) {
			this.connection = connection;
		}

		@Override
		public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
			switch (method.getName()) {
				case "close" -> {
					if (!this.closed) {
						this.closed = true;
						giveBack(this.connection);
					}
					return null;
				}
				case "isClosed" -> {
					return this.closed || this.connection.isClosed();
				}
				case "equals" -> {
					return proxy == arguments[0];
				}
				case "hashCode" -> {
					return System.identityHashCode(proxy);
				}
				default -> {
					if (this.closed && method.getDeclaringClass() == Connection.class) {
						throw new SQLNonTransientConnectionException("This connection has been closed.", "08003");
					}
					try {
						return method.invoke(this.connection, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				}
			}
		}

	}

}
