package dev.migrator.autogenerate.scratch;

import java.util.Collection;

import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.TargetSource;
import dev.migrator.autogenerate.compare.DatabaseRules;
import dev.migrator.autogenerate.compare.ReflectedTypes;
import dev.migrator.autogenerate.compare.SchemaComparison;
import dev.migrator.dialect.Dialect;
import dev.migrator.schema.Schema;
import dev.migrator.session.SqlSession;

/**
 * Compares a database with what the application wants.
 */
public final class DatabaseComparison {

	private final ComparisonSettings settings;

	private final RenameDecision renames;

	/**
	 * Prepare a comparison.
	 * @param settings what is compared, and how
	 * @param renames says what is a rename
	 */
	public DatabaseComparison(ComparisonSettings settings, RenameDecision renames) {
		this.settings = settings;
		this.renames = renames;
	}

	/**
	 * Compare.
	 * @param targets where what the application wants comes from
	 * @param dialect what the database speaks
	 * @param session where the database is
	 * @return what differs
	 */
	public Changes compare(Collection<? extends TargetSource> targets, Dialect dialect, SqlSession session) {
		Schema target = MergedTargets.read(targets, dialect);
		Schema database = dialect.reflect(this.settings.schemas(), session);
		return new SchemaComparison(this.settings, this.renames, DatabaseRules.of(dialect),
				new ReflectedTypes(dialect))
			.compare(database, target);
	}

}
