package dev.migrator.script.body.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.StatementGroup;
import dev.migrator.dialect.StatementValues;
import dev.migrator.dialect.syntax.SqlFingerprint;
import dev.migrator.dialect.syntax.StatementSplitter;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.NamingConvention;
import dev.migrator.operation.Operation;
import dev.migrator.operation.OperationExpansion;
import dev.migrator.script.SchemaTrial;
import dev.migrator.script.body.CommentLines;
import dev.migrator.script.body.RevisionBody;
import dev.migrator.script.body.RevisionStep;
import dev.migrator.script.body.RevisionSteps;
import dev.migrator.script.draft.MessageText;
import dev.migrator.script.draft.RevisionDraft;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Says operations by the statements of one database, with the names that the naming
 * convention makes.
 */
public final class SqlBody implements RevisionBody {

	private static final String COMMENT = "--";

	private final Dialect dialect;

	private final OperationExpansion expansion;

	private final @Nullable SqlSession database;

	/**
	 * Write operations without a database.
	 * @param dialect the database's dialect
	 * @param names how constraints and indexes are called that have no name
	 */
	public SqlBody(Dialect dialect, NamingConvention names) {
		this(dialect, names, null);
	}

	/**
	 * Write operations for a database, whose schema may have to be looked at.
	 * @param dialect the database's dialect
	 * @param names how constraints and indexes are called that have no name
	 * @param database a database as the revision finds it, where nothing is changed; or
	 * {@code null} if there is none
	 */
	public SqlBody(Dialect dialect, NamingConvention names, @Nullable SqlSession database) {
		this.dialect = dialect;
		this.expansion = new OperationExpansion(dialect.name(), names.within(dialect.identifierLimit()));
		this.database = database;
	}

	/**
	 * {@inheritDoc}
	 * @throws MigratorException {@code UNSUPPORTED} if the database lacks what an
	 * operation says, or if only a look into the database tells the statements
	 */
	@Override
	public RevisionDraft fill(RevisionDraft draft, RevisionSteps steps) {
		try (SchemaTrial trial = trial(steps)) {
			List<String> upgrade = lines(steps.upgrade(), trial);
			// The way back begins where the way there has ended.
			return draft.doing(upgrade, lines(steps.downgrade(), trial), Set.of());
		}
	}

	private @Nullable SchemaTrial trial(RevisionSteps steps) {
		boolean looks = Stream.concat(steps.upgrade().stream(), steps.downgrade().stream())
			.map(RevisionStep::operation)
			.filter(Objects::nonNull)
			.flatMap(this.expansion::of)
			.anyMatch(this.dialect::dependsOnSchema);
		try {
			return (looks && this.database != null) ? SchemaTrial.of(this.dialect, this.database).orElse(null) : null;
		}
		catch (MigratorException ex) {
			throw notWritten(ex);
		}
	}

	private StatementGroup say(Operation operation, @Nullable SchemaTrial trial) {
		try {
			return (trial != null) ? trial.say(operation)
					: new StatementGroup(this.dialect.render(operation), List.of());
		}
		catch (MigratorException ex) {
			if (trial != null || this.dialect.dependsOnSchema(operation)) {
				throw notWritten(ex);
			}
			throw ex;
		}
	}

	private static MigratorException notWritten(MigratorException ex) {
		return new MigratorException(ErrorCategory.UNSUPPORTED,
				"The revision cannot be written in SQL: %s".formatted(ex.problem()), "Write it in Java (--java).", ex);
	}

	private List<String> lines(List<RevisionStep> steps, @Nullable SchemaTrial trial) {
		Set<String> beforehand = new LinkedHashSet<>();
		List<String> lines = new ArrayList<>();
		for (RevisionStep step : steps) {
			step.remarks().forEach((remark) -> lines.addAll(CommentLines.of(COMMENT, remark)));
			if (step.todo() != null) {
				lines.add("-- migrator:todo " + MessageText.normalise(step.todo()));
			}
			if (step.operation() != null) {
				this.expansion.of(step.operation()).map((part) -> say(part, trial)).forEach((group) -> {
					group.beforehand().forEach((statement) -> beforehand.add(statement(statement)));
					group.statements().forEach((statement) -> lines.add(statement(statement)));
				});
			}
		}
		return Stream.concat(beforehand.stream(), lines.stream()).toList();
	}

	private String statement(SqlStatement statement) {
		return statement(StatementValues.writeOut(statement, this.dialect));
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
