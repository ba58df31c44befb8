package dev.migrator.execution;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.migrator.dialect.Dialect;
import dev.migrator.execution.HistoryEntry.Progress;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import dev.migrator.operation.Row;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableName;
import dev.migrator.schema.Types;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * The table with a row for each revision that was applied, reverted or stamped. Rows are
 * added and completed, never removed.
 */
final class HistoryTable implements HistoryWriter {

	private static final List<String> COLUMNS = List.of("sequence", "revision", "down_revisions", "depends_on",
			"direction", "message", "checksum", "started_at", "finished_at", "duration_ms", "state", "statements_done",
			"statements_digest", "statement_in_flight", "database_user", "application", "error");

	/** Came later than the other columns, so that it may be missing. */
	private static final String BATCH_POSITION = "batch_position";

	private final Dialect dialect;

	private final TableName name;

	private final String quoted;

	private final String columns;

	private boolean keepsBatches;

	HistoryTable(Dialect dialect, TableName name) {
		this.dialect = dialect;
		this.name = name;
		this.quoted = dialect.quote(name);
		this.columns = String.join(", ", COLUMNS.stream().map(dialect::quote).toList());
	}

	boolean exists(SqlSession session) {
		return this.dialect.tableExists(this.name, session);
	}

	CreateTable creation(boolean ifNotExists) {
		List<Column> tableColumns = new ArrayList<>();
		tableColumns.add(required("sequence", Types.bigint()));
		tableColumns.add(required("revision", Types.varchar(128)));
		tableColumns.add(optional("down_revisions", Types.varchar()));
		tableColumns.add(optional("depends_on", Types.varchar()));
		tableColumns.add(required("direction", Types.varchar(16)));
		tableColumns.add(optional("message", Types.varchar()));
		tableColumns.add(optional("checksum", Types.varchar(512)));
		tableColumns.add(required("started_at", Types.timestampWithTimeZone()));
		tableColumns.add(optional("finished_at", Types.timestampWithTimeZone()));
		tableColumns.add(optional("duration_ms", Types.bigint()));
		tableColumns.add(required("state", Types.varchar(16)));
		tableColumns.add(required("statements_done", Types.integer()));
		tableColumns.add(optional("statements_digest", Types.varchar(64)));
		tableColumns.add(required("statement_in_flight", Types.integer()));
		tableColumns.add(optional("database_user", Types.varchar()));
		tableColumns.add(optional("application", Types.varchar()));
		tableColumns.add(optional("error", Types.varchar()));
		tableColumns.add(optional(BATCH_POSITION, Types.varchar()));
		Constraint key = new Constraint.PrimaryKey(this.name.name() + "_pkc", List.of("sequence"));
		return new CreateTable(new Table(this.name, tableColumns, List.of(key), List.of(), null), ifNotExists);
	}

	private static Column required(String column, ColumnType type) {
		return new Column(column, type, false, null, false, null);
	}

	private static Column optional(String column, ColumnType type) {
		return new Column(column, type, true, null, false, null);
	}

	List<HistoryEntry> entries(SqlSession session) {
		List<Row> rows = session.query(
				SqlStatement.of("select * from %s order by %s".formatted(this.quoted, this.dialect.quote("sequence"))));
		this.keepsBatches |= rows.stream().anyMatch((row) -> row.asMap().containsKey(BATCH_POSITION));
		return rows.stream().map(this::entry).toList();
	}

	/**
	 * Add the column for the positions of batches to a table that an earlier version
	 * made.
	 */
	@Override
	public void prepareBatches(SqlSession session) {
		Operation column = new AddColumn(this.name, optional(BATCH_POSITION, Types.varchar()), false);
		for (SqlStatement statement : this.dialect.render(column)) {
			if (this.dialect.effectOf(statement, session) != Dialect.Effect.DONE) {
				session.execute(statement);
			}
		}
		this.keepsBatches = true;
	}

	@Override
	public void insert(SqlSession session, HistoryEntry entry) {
		String marks = String.join(", ", Collections.nCopies(COLUMNS.size(), "?"));
		session.execute(new SqlStatement("insert into %s (%s) values (%s)".formatted(this.quoted, this.columns, marks),
				Arrays.asList(entry.sequence(), entry.revision(), join(entry.downRevisions()), join(entry.dependsOn()),
						entry.direction().code(), entry.message(), entry.checksum(), time(entry.startedAt()),
						time(entry.finishedAt()), millis(entry.duration()), entry.state().code(),
						entry.progress().done(), entry.progress().digest(), entry.progress().inFlight(),
						entry.installedBy(), entry.application(), entry.error())));
		if (entry.progress().batchPosition() != null) {
			updateBatches(session, entry);
		}
	}

	/**
	 * Say in a script that a row is added: its number, its times and its user are what
	 * they are when the script runs.
	 * @param entry the row
	 * @param duration how long it took, or {@code null} if nobody can know
	 * @return the statement
	 */
	SqlStatement insertion(HistoryEntry entry, @Nullable Duration duration) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put("revision", entry.revision());
		values.put("down_revisions", join(entry.downRevisions()));
		values.put("depends_on", join(entry.dependsOn()));
		values.put("direction", entry.direction().code());
		values.put("message", entry.message());
		values.put("checksum", entry.checksum());
		values.put("duration_ms", millis(duration));
		values.put("state", entry.state().code());
		values.put("statements_done", entry.progress().done());
		values.put("statements_digest", entry.progress().digest());
		values.put("statement_in_flight", entry.progress().inFlight());
		values.put("application", entry.application());
		values.values().removeIf(Objects::isNull);
		String sql = """
				insert into %1$s
				    (%2$s, started_at, finished_at, database_user, %3$s)
				select coalesce(max(%2$s), 0) + 1, %5$s, %5$s, %6$s, %4$s
				from %1$s""".formatted(this.quoted, this.dialect.quote("sequence"),
				String.join(", ", values.keySet().stream().map(this.dialect::quote).toList()),
				String.join(", ", Collections.nCopies(values.size(), "?")), this.dialect.currentMoment(),
				this.dialect.offline().currentUser());
		return new SqlStatement(sql, new ArrayList<>(values.values()));
	}

	@Override
	public void update(SqlSession session, HistoryEntry entry) {
		session.execute(SqlStatement.of(
				("update %s set checksum = ?, finished_at = ?, duration_ms = ?, state = ?, statements_done = ?,"
						+ " statements_digest = ?, statement_in_flight = ?, error = ? where %s = ?")
					.formatted(this.quoted, this.dialect.quote("sequence")),
				entry.checksum(), time(entry.finishedAt()), millis(entry.duration()), entry.state().code(),
				entry.progress().done(), entry.progress().digest(), entry.progress().inFlight(), entry.error(),
				entry.sequence()));
		if (this.keepsBatches || entry.progress().batchPosition() != null) {
			updateBatches(session, entry);
		}
	}

	private void updateBatches(SqlSession session, HistoryEntry entry) {
		session
			.execute(
					SqlStatement.of(
							"update %s set %s = ? where %s = ?".formatted(this.quoted,
									this.dialect.quote(BATCH_POSITION), this.dialect.quote("sequence")),
							entry.progress().batchPosition(), entry.sequence()));
	}

	private HistoryEntry entry(Row row) {
		Long millis = (row.get("duration_ms") != null) ? row.number("duration_ms") : null;
		return new HistoryEntry(row.number("sequence"), text(row, "revision"), split(row.string("down_revisions")),
				split(row.string("depends_on")), HistoryDirection.of(text(row, "direction")), text(row, "message"),
				row.string("checksum"), required(instant(row.get("started_at"))), instant(row.get("finished_at")),
				(millis != null) ? Duration.ofMillis(millis) : null, HistoryState.of(text(row, "state")),
				new Progress((int) row.number("statements_done"), row.string("statements_digest"),
						(int) row.number("statement_in_flight"), batchPosition(row)),
				text(row, "database_user"), text(row, "application"), row.string("error"));
	}

	private static @Nullable String batchPosition(Row row) {
		return (row.asMap().containsKey(BATCH_POSITION)) ? row.string(BATCH_POSITION) : null;
	}

	private static String text(Row row, String column) {
		String text = row.string(column);
		return (text != null) ? text : "";
	}

	private static @Nullable String join(List<String> ids) {
		return (ids.isEmpty()) ? null : String.join(",", ids);
	}

	private static List<String> split(@Nullable String ids) {
		return (ids == null || ids.isEmpty()) ? List.of() : List.of(ids.split(","));
	}

	private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

	private static @Nullable Long millis(@Nullable Duration duration) {
		return (duration != null) ? duration.toMillis() : null;
	}

	private static Instant required(@Nullable Instant instant) {
		return (instant != null) ? instant : Instant.EPOCH;
	}

	private @Nullable Instant instant(@Nullable Object value) {
		return (value != null) ? this.dialect.instant(value) : null;
	}

}
