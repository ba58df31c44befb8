package dev.migrator.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Row;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.RowMetadata;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.Wrapped;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A session over one R2DBC connection. It blocks the thread that uses it, and only that
 * one; each statement is sent by itself and each result is read to its end, since some
 * drivers report an error there.
 */
public final class R2dbcSession implements SqlSession {

	private static final Logger logger = LoggerFactory.getLogger(R2dbcSession.class);

	private static final Duration CANCELLING = Duration.ofSeconds(5);

	private static final Duration CLOSING = Duration.ofSeconds(30);

	private static final int BATCH = 1000;

	private final Connection connection;

	private final DatabaseInfo database;

	private final R2dbcDriver driver;

	private final ConnectionFactory factory;

	private final long number;

	private boolean inTransaction;

	private volatile boolean running;

	private R2dbcSession(Connection connection, DatabaseInfo database, R2dbcDriver driver, ConnectionFactory factory,
			long number) {
		this.connection = connection;
		this.database = database;
		this.driver = driver;
		this.factory = factory;
		this.number = number;
	}

	/**
	 * Open a session.
	 * @param factory where its connection comes from
	 * @param url the database's URL without secrets, or {@code null} if nobody knows it
	 * @return the session, which the caller closes
	 * @throws MigratorException if there is no connection to be had
	 */
	public static R2dbcSession open(ConnectionFactory factory, @Nullable String url) {
		Connection connection;
		try {
			connection = one(factory.create());
		}
		catch (RuntimeException ex) {
			throw noConnection(ex);
		}
		try {
			R2dbcDriver driver = R2dbcDriver.of(connection.getMetadata());
			none(connection.setAutoCommit(true));
			Caller caller = one(Flux.from(connection.createStatement(driver.connectionQuery()).execute())
				.concatMap((result) -> result.map(Caller::of)));
			return new R2dbcSession(connection, driver.describe(url, caller.user()), driver, factory,
					caller.connection());
		}
		catch (RuntimeException ex) {
			close(connection, ex);
			throw noConnection(ex);
		}
	}

	private static void close(Connection connection, RuntimeException failure) {
		try {
			Mono.from(connection.close()).block(CLOSING);
		}
		catch (RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

	private static MigratorException noConnection(RuntimeException ex) {
		return new MigratorException(ErrorCategory.DATABASE,
				"There is no connection to the database: %s".formatted(ex.getMessage()),
				"Check its URL, user and password, and that it is running.", ex);
	}

	@Override
	public DatabaseInfo database() {
		return this.database;
	}

	@Override
	public long execute(SqlStatement statement) {
		BindMarkers marked = mark(statement.sql(), statement.binds());
		return run(statement.sql(), () -> changed(bound(marked)));
	}

	@Override
	public long executeBatch(String sql, List<? extends List<?>> rows) {
		List<@Nullable Object> samples = samples(rows);
		BindMarkers marked = mark(sql, samples);
		long changed = 0;
		for (int i = 0; i < rows.size(); i += BATCH) {
			List<? extends List<?>> some = rows.subList(i, Math.min(i + BATCH, rows.size()));
			changed += run(sql, () -> {
				Statement statement = this.connection.createStatement(marked.sql());
				for (int j = 0; j < some.size(); j++) {
					if (j > 0) {
						statement.add();
					}
					bind(statement, some.get(j), samples);
				}
				return changed(statement);
			});
		}
		return changed;
	}

	// A value of each column tells the type of what is null there.
	private List<@Nullable Object> samples(List<? extends List<?>> rows) {
		List<@Nullable Object> samples = new ArrayList<>();
		for (List<?> row : rows) {
			for (int i = 0; i < row.size(); i++) {
				if (i == samples.size()) {
					samples.add(null);
				}
				if (samples.get(i) == null) {
					samples.set(i, this.driver.bindable(row.get(i)));
				}
			}
		}
		return samples;
	}

	private void bind(Statement statement, List<?> row, List<@Nullable Object> samples) {
		int place = 0;
		for (int i = 0; i < row.size(); i++) {
			Object sample = samples.get(i);
			Object value = this.driver.bindable(row.get(i));
			if (value != null) {
				statement.bind(place++, value);
			}
			else if (sample != null) {
				statement.bindNull(place++, sample.getClass());
			}
		}
	}

	@Override
	public List<Row> query(SqlStatement statement) {
		BindMarkers marked = mark(statement.sql(), statement.binds());
		return run(statement.sql(), () -> {
			List<Map<String, @Nullable Object>> rows = many(
					Flux.from(bound(marked).execute()).concatMap((result) -> result.map(R2dbcSession::values)));
			rows.forEach((row) -> row.replaceAll((column, value) -> this.driver.read(value)));
			return rows.stream().map(Row::new).toList();
		});
	}

	private static Map<String, @Nullable Object> values(io.r2dbc.spi.Row row, RowMetadata columns) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		int place = 0;
		for (ColumnMetadata column : columns.getColumnMetadatas()) {
			values.put(column.getName(), row.get(place++));
		}
		return values;
	}

	private BindMarkers mark(String sql, List<? extends @Nullable Object> binds) {
		return BindMarkers.of(this.driver.text(sql), binds.stream().map(this.driver::bindable).toList(),
				this.driver::marker);
	}

	private Statement bound(BindMarkers marked) {
		Statement statement = this.connection.createStatement(marked.sql());
		for (int i = 0; i < marked.values().size(); i++) {
			statement.bind(i, marked.values().get(i));
		}
		return statement;
	}

	private static long changed(Statement statement) {
		return many(Flux.from(statement.execute()).concatMap(Result::getRowsUpdated)).stream()
			.mapToLong(Long::longValue)
			.sum();
	}

	@Override
	public void begin() {
		run("begin", () -> none(this.connection.beginTransaction()));
		this.inTransaction = true;
	}

	@Override
	public void commit() {
		run("commit", () -> none(this.connection.commitTransaction()));
		leaveTransaction();
	}

	@Override
	public void rollback() {
		if (this.inTransaction) {
			run("rollback", () -> none(this.connection.rollbackTransaction()));
			leaveTransaction();
		}
	}

	private void leaveTransaction() {
		this.inTransaction = false;
		run("leave the transaction", () -> none(this.connection.setAutoCommit(true)));
	}

	@Override
	public boolean inTransaction() {
		return this.inTransaction;
	}

	@Override
	public SqlSession elsewhere(String jdbcUrl) {
		return open(ConnectionFactories.get(R2dbcUrls.of(jdbcUrl)), null);
	}

	// R2DBC has no means to cancel but to stop listening, which the database does not
	// hear.
	@Override
	public void cancel() {
		if (!this.running) {
			return;
		}
		try {
			Flux.usingWhen(unpooled(this.factory).create(),
					(other) -> Flux.from(other.createStatement(this.driver.cancelStatement(this.number)).execute())
						.concatMap(Result::getRowsUpdated),
					Connection::close)
				.blockLast(CANCELLING);
		}
		catch (RuntimeException ex) {
			logger.debug("A statement could not be cancelled", ex);
		}
	}

	// A pool may have no connection left.
	private static ConnectionFactory unpooled(ConnectionFactory factory) {
		ConnectionFactory current = factory;
		while (current instanceof Wrapped<?> wrapper && wrapper.unwrap() instanceof ConnectionFactory wrapped) {
			current = wrapped;
		}
		return current;
	}

	@Override
	public JdbcClient jdbc() {
		throw new MigratorException(ErrorCategory.UNSUPPORTED,
				"it works with the database by op.jdbc(), and the application reaches its database over R2DBC",
				"Use op.execute(…), op.query(…) or the typed op.insert, op.update and op.delete, which work over both.");
	}

	@Override
	public void close() {
		try {
			rollback();
		}
		finally {
			run("close", () -> none(this.connection.close()));
		}
	}

	private static int none(Publisher<Void> publisher) {
		Mono.from(publisher).block();
		return 0;
	}

	private static <T> T one(Publisher<? extends T> publisher) {
		T value = Mono.from(publisher).block();
		if (value == null) {
			throw new IllegalStateException("The driver gave nothing");
		}
		return value;
	}

	private static <T> List<T> many(Flux<T> values) {
		List<T> all = values.collectList().block();
		return (all != null) ? all : List.of();
	}

	private <T> T run(String sql, Supplier<T> work) {
		try {
			this.running = true;
			return work.get();
		}
		catch (R2dbcException ex) {
			String message = (ex.getMessage() != null) ? ex.getMessage() : ex.toString();
			throw new SqlSessionException(sql, message, ex.getSqlState(), ex.getErrorCode(), ex);
		}
		finally {
			this.running = false;
		}
	}

	/**
	 * Who is connected.
	 *
	 * @param user the database user
	 * @param connection the connection's number in the database
	 */
	private record Caller(String user, long connection) {

		static Caller of(io.r2dbc.spi.Row row, RowMetadata columns) {
			Number number = (Number) row.get(1);
			return new Caller(String.valueOf(row.get(0)), (number != null) ? number.longValue() : 0);
		}

	}

}
