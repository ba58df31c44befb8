package dev.migrator.boot.autogenerate;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.TargetSource;
import dev.migrator.dialect.Dialect;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.SqlSession;

/**
 * What a database has, however that came there, for a comparison with another one.
 *
 * @param migrator leads to the database
 * @param schemas which schemas count
 */
record DatabaseTarget(Migrator migrator, SchemaFilter schemas) implements TargetSource {

	@Override
	public String name() {
		return "The database";
	}

	@Override
	public Schema read(Dialect dialect, SqlSession session) {
		try (SqlSession own = this.migrator.sessions().open()) {
			return dialect.reflect(this.schemas, own);
		}
	}

}
