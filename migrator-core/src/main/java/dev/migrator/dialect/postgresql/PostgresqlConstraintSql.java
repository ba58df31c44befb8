package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.standard.ConstraintSql;
import dev.migrator.dialect.standard.IndexSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.Check;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Constraint.Unique;
import dev.migrator.schema.ForeignKeyMatch;

/**
 * Constraints of PostgreSQL.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-constraints.html">Constraints
 * </a>
 */
final class PostgresqlConstraintSql extends ConstraintSql {

	private final PostgresqlVersion version;

	PostgresqlConstraintSql(SqlWords words, IndexSql indexes, PostgresqlVersion version) {
		super(words, indexes);
		this.version = version;
	}

	@Override
	protected void check(Constraint constraint) {
		String name = (constraint.name() != null) ? "as '%s' would be,".formatted(constraint.name())
				: "as one would be,";
		if (constraint instanceof Unique unique) {
			this.version.require(unique.nullsNotDistinct(), 15,
					"unique constraint to which two rows without a value are equal, " + name);
		}
		this.version.require(constraint instanceof Check check && check.notEnforced(), 18,
				"check that is not enforced, " + name);
		if (constraint instanceof ForeignKey key) {
			this.version.require(key.notEnforced(), 18, "foreign key that is not enforced, " + name);
			this.version.require(!key.onDeleteColumns().isEmpty(), 15,
					"foreign key that sets only some of its columns, " + name);
			words().refuse(key.match() == ForeignKeyMatch.PARTIAL, "foreign key that matches partially",
					"Let it match fully or simply.");
		}
	}

}
