package dev.migrator.dialect.postgresql;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrator.dialect.LockWatch;
import dev.migrator.dialect.RelationLock;
import dev.migrator.operation.Row;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;

/**
 * Compares what {@code pg_locks} says of this session before and after a statement. The
 * database's own tables are left out: everybody reads them, and this watch does too.
 *
 * @see <a href="https://www.postgresql.org/docs/current/view-pg-locks.html">pg_locks</a>
 */
final class PostgresqlLockWatch implements LockWatch {

	/**
	 * The modes, the weakest first.
	 * @see <a href=
	 * "https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES">Table-Level
	 * Locks</a>
	 */
	private static final List<String> MODES = List.of("AccessShareLock", "RowShareLock", "RowExclusiveLock",
			"ShareUpdateExclusiveLock", "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock");

	private static final String RELATIONS = """
			select c.oid::bigint as id, c.oid::regclass::text as name from pg_catalog.pg_class c
			join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where n.nspname not in ('pg_catalog', 'pg_toast', 'information_schema')""";

	// What was dropped has locks and no name any more.
	private static final String LOCKS = """
			select l.relation::bigint as id, l.mode, n.nspname as schema, c.oid::regclass::text as name
			from pg_catalog.pg_locks l left join pg_catalog.pg_class c on c.oid = l.relation
			left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where l.locktype = 'relation' and l.granted and l.pid = pg_backend_pid()
			and l.database = (select oid from pg_catalog.pg_database where datname = current_database())""";

	private static final Set<String> INTERNAL = Set.of("pg_catalog", "pg_toast", "information_schema");

	private final Map<Long, String> names;

	private final Set<Long> created = new HashSet<>();

	private Set<Lock> held = Set.of();

	private PostgresqlLockWatch(Map<Long, String> names) {
		this.names = names;
	}

	static PostgresqlLockWatch begin(SqlSession session) {
		Map<Long, String> names = new HashMap<>();
		for (Row row : session.query(SqlStatement.of(RELATIONS))) {
			names.put(row.number("id"), String.valueOf(row.string("name")));
		}
		return new PostgresqlLockWatch(names);
	}

	@Override
	public void before(SqlSession session) {
		this.held = locks(session);
	}

	@Override
	public List<RelationLock> after(SqlSession session) {
		Set<Lock> taken = locks(session);
		taken.removeAll(this.held);
		return taken.stream()
			.map(this::named)
			.sorted(Comparator.comparingInt((RelationLock lock) -> -MODES.indexOf(lock.mode()))
				.thenComparing(RelationLock::relation))
			.toList();
	}

	private RelationLock named(Lock lock) {
		return new RelationLock(String.valueOf(this.names.get(lock.relation())), lock.mode(),
				this.created.contains(lock.relation()));
	}

	private Set<Lock> locks(SqlSession session) {
		Set<Lock> locks = new LinkedHashSet<>();
		for (Row row : session.query(SqlStatement.of(LOCKS))) {
			long relation = row.number("id");
			String name = row.string("name");
			String schema = row.string("schema");
			if (name != null && schema != null && !INTERNAL.contains(schema)
					&& this.names.put(relation, name) == null) {
				this.created.add(relation);
			}
			if (this.names.containsKey(relation)) {
				locks.add(new Lock(relation, String.valueOf(row.string("mode"))));
			}
		}
		return locks;
	}

	private record Lock(long relation, String mode) {

	}

}
