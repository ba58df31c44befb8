package dev.migrator.script.body.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.StatementValues;
import dev.migrator.dialect.syntax.SqlFingerprint;
import dev.migrator.dialect.syntax.StatementSplitter;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.NamingConvention;
import dev.migrator.operation.Operation;
import dev.migrator.operation.OperationExpansion;
import dev.migrator.script.body.CommentLines;
import dev.migrator.script.body.RevisionBody;
import dev.migrator.script.body.RevisionStep;
import dev.migrator.script.body.RevisionSteps;
import dev.migrator.script.draft.MessageText;
import dev.migrator.script.draft.RevisionDraft;

/**
 * Says operations by the statements of one database, with the names that the naming
 * convention makes.
 */
public final class SqlBody implements RevisionBody {

	private static final String COMMENT = "--";

	private final Dialect dialect;

	private final OperationExpansion expansion;

	/**
	 * Write operations.
	 * @param dialect the database's dialect
	 * @param names how constraints and indexes are called that have no name
	 */
	public SqlBody(Dialect dialect, NamingConvention names) {
		this.dialect = dialect;
		this.expansion = new OperationExpansion(dialect.name(), names.within(dialect.identifierLimit()));
	}

	/**
	 * {@inheritDoc}
	 * @throws MigratorException {@code UNSUPPORTED} if the database lacks what an
	 * operation says, or if only a look into the database tells the statements
	 */
	@Override
	public RevisionDraft fill(RevisionDraft draft, RevisionSteps steps) {
		return draft.doing(lines(steps.upgrade()), lines(steps.downgrade()), Set.of());
	}

	private List<String> lines(List<RevisionStep> steps) {
		List<String> lines = new ArrayList<>();
		for (RevisionStep step : steps) {
			step.remarks().forEach((remark) -> lines.addAll(CommentLines.of(COMMENT, remark)));
			if (step.todo() != null) {
				lines.add("-- migrator:todo " + MessageText.normalise(step.todo()));
			}
			if (step.operation() != null) {
				this.expansion.of(step.operation()).flatMap((part) -> statements(part).stream()).forEach(lines::add);
			}
		}
		return lines;
	}

	private List<String> statements(Operation operation) {
		if (this.dialect.dependsOnSchema(operation)) {
			requireNoLook(operation);
		}
		return this.dialect.render(operation)
			.stream()
			.map((statement) -> statement(StatementValues.writeOut(statement, this.dialect)))
			.toList();
	}

	private void requireNoLook(Operation operation) {
		try {
			this.dialect.render(operation);
		}
		catch (MigratorException ex) {
			throw new MigratorException(ErrorCategory.UNSUPPORTED,
					"The revision cannot be written in SQL: %s".formatted(ex.problem()), "Write it in Java (--java).",
					ex);
		}
	}

	private String statement(String sql) {
		String text = SqlLayout.statement(sql, this.dialect.syntax());
		boolean marker = text.lines().anyMatch((line) -> line.strip().matches("(?i)--\\s*migrator\\s*:.*"));
		if (marker || !isOne(text, sql)) {
			throw new MigratorException(ErrorCategory.UNSUPPORTED,
					"A file of SQL would not be read as it is meant, because of this statement: %s".formatted(sql),
					"Write the revision in Java (--java).");
		}
		return text;
	}

	/** Whether a file's text is read as this very statement. */
	private boolean isOne(String text, String sql) {
		return StatementSplitter.split(text, this.dialect.syntax(), 1).size() == 1
				&& SqlFingerprint.of(text, this.dialect.syntax()).equals(SqlFingerprint.of(sql, this.dialect.syntax()));
	}

}
