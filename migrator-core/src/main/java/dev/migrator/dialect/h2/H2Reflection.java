package dev.migrator.dialect.h2;

import java.util.List;
import java.util.Map;

import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.standard.TableDraft;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.SqlSession;

/**
 * Reads what is in schemas of H2 from its information schema, by a fixed number of
 * queries. Each reads one of its tables whole: H2 makes these up as it is asked, and to
 * join them would make one up again for each row of the other.
 *
 * <p>
 * Temporary tables, materialized views, aggregates and constants are left out, since no
 * operation makes them, and so are the names of a view's columns where they are not those
 * of its query.
 *
 * @see <a href="https://www.h2database.com/html/systemtables.html">System Tables</a>
 */
final class H2Reflection {

	private H2Reflection() {
	}

	static Schema read(SchemaFilter filter, SqlWords words, SqlSession session) {
		H2Scope scope = H2Scope.of(filter, words.identifiers(), session);
		if (scope.schemas().isEmpty()) {
			return Schema.EMPTY;
		}
		Map<H2Key, TableDraft> tables = new H2Tables(scope, new H2Columns(scope.names(), words)).read();
		new H2Constraints(scope).read(tables);
		new H2Indexes(scope).read(tables);
		H2Objects objects = new H2Objects(scope);
		return new Schema(scope.others(), tables.values().stream().map(TableDraft::toTable).toList(),
				H2Sequences.read(scope, words.types()), List.of(), List.of(), objects.views(), objects.routines(),
				objects.triggers());
	}

}
