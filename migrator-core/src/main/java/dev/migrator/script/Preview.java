package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.StatementGroup;
import dev.migrator.dialect.StatementValues;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.NamingConvention;
import dev.migrator.operation.Operation;
import dev.migrator.operation.Operations;
import org.jspecify.annotations.Nullable;

/**
 * What a revision would do, as far as that can be told without running it.
 *
 * @param statements the statements, with their values written out if those are shown
 * @param note what the statements do not tell, a whole sentence, or {@code null}
 */
public record Preview(List<String> statements, @Nullable String note) {

	public Preview {
		statements = List.copyOf(statements);
	}

	/**
	 * Take down what a migration would do.
	 * @param migration the migration
	 * @param context what it is read with
	 * @param names how constraints and indexes are called that have no name
	 * @return its statements up to where it would need a database
	 */
	static Preview of(RevisionScript.PreparedMigration migration, ScriptContext context, NamingConvention names) {
		Dialect dialect = context.dialect();
		OperationRecorder recorder = new OperationRecorder(dialect, names, null);
		String note = null;
		try {
			migration.run(new Operations(recorder));
		}
		catch (OperationRecorder.NeedsDatabaseException ex) {
			note = "What it does further depends on what is in the database.";
		}
		catch (MigratorException ex) {
			note = ex.problem();
		}
		List<String> statements = new ArrayList<>();
		for (Operation operation : recorder.expanded().toList()) {
			try {
				StatementGroup group = context.say(operation);
				Stream.concat(group.beforehand().stream(), group.statements().stream())
					.forEach((statement) -> statements
						.add((context.showsValues()) ? StatementValues.writeOut(statement, dialect) : statement.sql()));
			}
			catch (MigratorException ex) {
				note = (note != null) ? note : ex.problem();
			}
		}
		return new Preview(statements, note);
	}

}
