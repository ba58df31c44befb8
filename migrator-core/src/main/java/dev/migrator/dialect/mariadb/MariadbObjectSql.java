package dev.migrator.dialect.mariadb;

import java.util.stream.Stream;

import dev.migrator.dialect.standard.ObjectSql;
import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.operation.RefreshView;
import dev.migrator.schema.ObjectReference;
import dev.migrator.schema.ObjectReference.Kind;
import dev.migrator.schema.Trigger;

/**
 * Views, routines and triggers of MariaDB and MySQL. A routine has one form under a name;
 * a trigger stands in the schema of its table.
 *
 * @see <a href="https://mariadb.com/kb/en/create-procedure/">CREATE PROCEDURE</a>
 */
final class MariadbObjectSql extends ObjectSql {

	private final ServerFeatures features;

	MariadbObjectSql(SqlWords words, ServerFeatures features) {
		super(words);
		this.features = features;
	}

	@Override
	protected void check(ObjectReference object) {
		words().refuse(object.kind() == Kind.MATERIALIZED_VIEW,
				"materialized view, as '%s' would be".formatted(object.name()),
				"Create a view there, or a table that you fill, for example by op.dialect().");
	}

	@Override
	protected boolean isReplaceable(Kind kind) {
		return kind == Kind.VIEW || this.features.hasReplacedRoutines();
	}

	@Override
	protected String trigger(Trigger trigger) {
		return "trigger " + words().name(trigger.reference().name()) + " " + trigger.event() + " on "
				+ words().name(trigger.table()) + " " + trigger.action();
	}

	@Override
	protected String drop(ObjectReference object, boolean ifExists, boolean cascade) {
		words().refuse(cascade, "way to drop with '%s' what depends on it".formatted(object.name()),
				"Drop that first, for example by op.dialect().");
		return super.drop(object, ifExists, false);
	}

	@Override
	protected Stream<String> refresh(RefreshView operation) {
		check(new ObjectReference(Kind.MATERIALIZED_VIEW, operation.view(), null, null));
		return super.refresh(operation);
	}

}
