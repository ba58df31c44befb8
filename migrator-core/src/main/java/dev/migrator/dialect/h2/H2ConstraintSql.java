package dev.migrator.dialect.h2;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrator.dialect.standard.ConstraintSql;
import dev.migrator.dialect.standard.IndexSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.ConstraintType;
import dev.migrator.operation.DropConstraint;
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
 * Constraints of H2. It has none that are not valid for all rows: there they are checked
 * when they are added, and there is nothing to validate later.
 *
 * @see <a href=
 * "https://www.h2database.com/html/grammar.html#table_constraint_definition">Table
 * Constraint Definition</a>
 */
final class H2ConstraintSql extends ConstraintSql {

	private static final Pattern GENERATED_NAME = Pattern.compile("(?i)constraint_[0-9a-f]+(_\\d+)?|primary");

	private static final String ADVICE = "Leave that out on H2, for example by op.dialect().";

	H2ConstraintSql(SqlWords words, IndexSql indexes) {
		super(words, indexes);
	}

	@Override
	protected void check(Constraint constraint) {
		String name = (constraint.name() != null) ? "as '%s' would be".formatted(constraint.name()) : "as one would be";
		words().refuse(constraint instanceof Exclusion, "exclusion constraint, " + name, ADVICE);
		words().refuse(deferral(constraint) != null, "constraint that is checked at a transaction's end, " + name,
				ADVICE);
		if (constraint instanceof PrimaryKey key) {
			words().refuse(key.usingIndex() != null, "constraint made of an index, " + name, ADVICE);
			words().refuse(!key.include().isEmpty(), "constraint whose index holds more columns, " + name, ADVICE);
		}
		if (constraint instanceof Unique unique) {
			words().refuse(unique.usingIndex() != null, "constraint made of an index, " + name, ADVICE);
			words().refuse(!unique.include().isEmpty(), "constraint whose index holds more columns, " + name, ADVICE);
		}
		if (constraint instanceof ForeignKey key) {
			words().refuse(key.match() != null && key.match() != ForeignKeyMatch.SIMPLE,
					"foreign key that does not match simply, " + name, ADVICE);
			words().refuse(!key.onDeleteColumns().isEmpty(), "foreign key that sets only some of its columns, " + name,
					ADVICE);
			words().refuse(key.notEnforced(), "foreign key that is not enforced, " + name, ADVICE);
		}
		words().refuse(constraint instanceof Check check && check.noInherit(),
				"tables that inherit, so no constraint that they are free of, " + name, ADVICE);
		words().refuse(constraint instanceof Check check && check.notEnforced(), "check that is not enforced, " + name,
				ADVICE);
	}

	private static @Nullable Deferral deferral(Constraint constraint) {
		if (constraint instanceof PrimaryKey key) {
			return key.deferral();
		}
		if (constraint instanceof Unique unique) {
			return unique.deferral();
		}
		return (constraint instanceof ForeignKey key) ? key.deferral() : null;
	}

	@Override
	protected String match(ForeignKeyMatch match) {
		return "";
	}

	@Override
	protected String notValid(boolean notValid) {
		return "";
	}

	// A name of H2's own differs from database to database, and 'primary' stands for it,
	// which no plain name in H2 can be. For one of the user's, the
	// constraint is dropped by its name, which H2 also does where a foreign key uses its
	// index.
	@Override
	protected Stream<String> drop(DropConstraint operation) {
		return (operation.type() == ConstraintType.PRIMARY_KEY && !operation.cascade() && !operation.ifExists()
				&& GENERATED_NAME.matcher(operation.name()).matches())
						? Stream.of(words().alterTable(operation.table()) + "drop primary key") : super.drop(operation);
	}

	@Override
	protected Stream<String> validate(ValidateConstraint operation) {
		return Stream.empty();
	}

}
