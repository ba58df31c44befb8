package dev.migrator.dialect.mariadb;

import java.util.stream.Stream;

import dev.migrator.dialect.standard.ConstraintSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.AddConstraint;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.RenameConstraint;
import dev.migrator.operation.ValidateConstraint;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Constraint.Check;
import dev.migrator.schema.Constraint.Exclusion;
import dev.migrator.schema.Constraint.ForeignKey;
import dev.migrator.schema.Constraint.PrimaryKey;
import dev.migrator.schema.Constraint.Unique;
import dev.migrator.schema.ForeignKeyMatch;
import dev.migrator.schema.ReferentialAction;

/**
 * Constraints of MariaDB and MySQL. A primary key has no name of its own, a unique
 * constraint is a unique index. All are checked when they are added.
 *
 * @see <a href="https://mariadb.com/kb/en/constraint/">CONSTRAINT</a>
 */
final class MariadbConstraintSql extends ConstraintSql {

	private static final String ADVICE = "Leave that out there, for example by op.dialect().";

	private final ServerFeatures features;

	MariadbConstraintSql(SqlWords words, MariadbIndexSql indexes, ServerFeatures features) {
		super(words, indexes);
		this.features = features;
	}

	@Override
	protected void check(Constraint constraint) {
		String name = (constraint.name() != null) ? "as '%s' would be".formatted(constraint.name()) : "as one would be";
		words().refuse(constraint instanceof Exclusion, "exclusion constraint, " + name, ADVICE);
		if (constraint instanceof PrimaryKey key) {
			checkKey(key.deferral() != null, key.usingIndex() != null, !key.include().isEmpty(), name);
		}
		if (constraint instanceof Unique key) {
			checkKey(key.deferral() != null, key.usingIndex() != null, !key.include().isEmpty(), name);
			words().refuse(key.nullsNotDistinct(),
					"unique constraint to which two rows without a value are equal, " + name, ADVICE);
		}
		if (constraint instanceof ForeignKey key) {
			check(key, name);
		}
		words().refuse(constraint instanceof Check check && check.noInherit(),
				"tables that inherit, so no constraint that they are free of, " + name, ADVICE);
		words().refuse(constraint instanceof Check check && check.notEnforced() && !this.features.hasIdleChecks(),
				"check that is not enforced, " + name, ADVICE);
	}

	private void checkKey(boolean deferred, boolean usingIndex, boolean including, String name) {
		words().refuse(deferred, "constraint that is checked at a transaction's end, " + name, ADVICE);
		words().refuse(usingIndex, "constraint made of an index, " + name, ADVICE);
		words().refuse(including, "constraint whose index holds more columns, " + name, ADVICE);
	}

	private void check(ForeignKey key, String name) {
		words().refuse(key.deferral() != null, "constraint that is checked at a transaction's end, " + name, ADVICE);
		words().refuse(key.match() != null && key.match() != ForeignKeyMatch.SIMPLE,
				"foreign key that does not match simply, " + name, ADVICE);
		words().refuse(!key.onDeleteColumns().isEmpty(), "foreign key that sets only some of its columns, " + name,
				ADVICE);
		words().refuse(key.notEnforced(), "foreign key that is not enforced, " + name, ADVICE);
		words().refuse(
				key.onDelete() == ReferentialAction.SET_DEFAULT || key.onUpdate() == ReferentialAction.SET_DEFAULT,
				"foreign keys that set a default, as one on %s does".formatted(String.join(", ", key.columns())),
				"Choose another action.");
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

	@Override
	protected Stream<String> add(AddConstraint operation) {
		return Stream.of(words().alterTable(operation.table()) + "add " + definition(operation.constraint()));
	}

	@Override
	protected Stream<String> drop(DropConstraint operation) {
		words().refuse(operation.cascade(), "way to drop with a constraint what depends on it",
				"Drop that first, for example by op.dialect().");
		if (operation.ifExists() && !this.features.hasConditionalParts()) {
			throw SqlWords.unsupported(
					"%s cannot drop a constraint only where there is one.".formatted(words().product()),
					"Leave the condition out.");
		}
		return switch (operation.type()) {
			case FOREIGN_KEY -> drop(operation, "foreign key");
			case UNIQUE -> drop(operation, "index");
			case CHECK -> drop(operation, this.features.checkWord());
			case PRIMARY_KEY -> Stream.of(words().alterTable(operation.table()) + ((operation.ifExists())
					? "drop index if exists " + words().name("PRIMARY") : "drop primary key"));
			case EXCLUSION ->
				throw words().lacks("exclusion constraint, as '%s' would be".formatted(operation.name()), ADVICE);
		};
	}

	private Stream<String> drop(DropConstraint operation, String kind) {
		return Stream.of(words().alterTable(operation.table()) + "drop " + kind + " "
				+ words().ifExists(operation.ifExists()) + words().name(operation.name()));
	}

	@Override
	protected Stream<String> rename(RenameConstraint operation) {
		throw words().lacks("new name for a constraint such as '%s'".formatted(operation.name()),
				"Rename the index of a unique constraint by renameIndex(…), and create other constraints anew.");
	}

}
