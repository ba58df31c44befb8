package dev.migrator.dialect.sqlite;

import java.util.List;
import java.util.stream.Stream;

import dev.migrator.dialect.standard.ConstraintSql;
import dev.migrator.dialect.standard.IndexSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.ValidateConstraint;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.Check;
import dev.migrator.schema.Constraint.Exclusion;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Constraint.PrimaryKey;
import dev.migrator.schema.Constraint.Unique;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ForeignKeyMatch;
import org.jspecify.annotations.Nullable;

/**
 * Constraints of SQLite, which checks all rows when one is added, so that there is
 * nothing to validate later.
 *
 * @see <a href="https://www.sqlite.org/syntax/table-constraint.html">table-constraint</a>
 */
final class SqliteConstraintSql extends ConstraintSql {

	private static final String ADVICE = "Leave that out on SQLite, for example by op.dialect().";

	SqliteConstraintSql(SqlWords words, IndexSql indexes) {
		super(words, indexes);
	}

	@Override
	protected void check(Constraint constraint) {
		String name = (constraint.name() != null) ? ", as '%s' would be".formatted(constraint.name()) : "";
		words().refuse(constraint instanceof Exclusion, "exclusion constraint" + name, ADVICE);
		if (constraint instanceof PrimaryKey key) {
			check(key.include(), key.usingIndex(), key.deferral(), name);
		}
		if (constraint instanceof Unique unique) {
			check(unique.include(), unique.usingIndex(), unique.deferral(), name);
			words().refuse(unique.nullsNotDistinct(), "unique constraint to which two nulls are equal" + name, ADVICE);
		}
		if (constraint instanceof ForeignKey key) {
			words().refuse(key.referencedTable().schema() != null, "foreign key to another schema" + name,
					"Name the table without a schema.");
			words().refuse(key.match() != null && key.match() != ForeignKeyMatch.SIMPLE,
					"foreign key that does not match simply" + name, ADVICE);
			words().refuse(!key.onDeleteColumns().isEmpty(), "foreign key that sets only some of its columns" + name,
					ADVICE);
			words().refuse(key.notEnforced(), "foreign key that is not enforced" + name, ADVICE);
		}
		words().refuse(constraint instanceof Check check && check.noInherit(),
				"tables that inherit, so no constraint that they are free of" + name, ADVICE);
		words().refuse(constraint instanceof Check check && check.notEnforced(), "check that is not enforced" + name,
				ADVICE);
	}

	private void check(List<String> include, @Nullable String usingIndex, @Nullable Deferral deferral, String name) {
		words().refuse(!include.isEmpty(), "constraint whose index holds more columns" + name, ADVICE);
		words().refuse(usingIndex != null, "constraint made of an index" + name, ADVICE);
		words().refuse(deferral != null, "key that is checked at a transaction's end" + name, ADVICE);
	}

	@Override
	protected String match(ForeignKeyMatch match) {
		return "";
	}

	@Override
	protected String notValid(boolean notValid) {
		return "";
	}

	@Override
	protected Stream<String> validate(ValidateConstraint operation) {
		return Stream.empty();
	}

	/**
	 * Write what stands before a constraint with a name.
	 * @param name the name, or {@code null}
	 * @return the words with a blank behind, or nothing
	 */
	String named(@Nullable String name) {
		return (name != null) ? "constraint " + words().name(name) + " " : "";
	}

}
