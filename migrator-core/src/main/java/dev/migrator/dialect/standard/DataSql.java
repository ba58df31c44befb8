package dev.migrator.dialect.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.migrator.dialect.BatchedUpdate;
import dev.migrator.operation.Condition;
import dev.migrator.operation.Condition.Operator;
import dev.migrator.operation.DataOperation;
import dev.migrator.operation.DeleteRows;
import dev.migrator.operation.Expression;
import dev.migrator.operation.InsertRows;
import dev.migrator.operation.UpdateInBatches;
import dev.migrator.operation.UpdateRows;
import dev.migrator.operation.UpdateRows.Assignment;
import dev.migrator.schema.TableName;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Inserts, updates and deletes.
 */
public class DataSql {

	private static final int ROWS_PER_STATEMENT = 500;

	private static final int BINDS_PER_STATEMENT = 10_000;

	private final SqlWords words;

	/**
	 * Create the statements.
	 * @param words names, values and types
	 */
	public DataSql(SqlWords words) {
		this.words = words;
	}

	/**
	 * Render an operation.
	 * @param operation the operation
	 * @return the statements
	 */
	public final List<SqlStatement> render(DataOperation operation) {
		List<StatementText> texts;
		if (operation instanceof InsertRows insert) {
			texts = insert(insert);
		}
		else {
			texts = List.of(change(operation));
		}
		return texts.stream().map(this::statement).toList();
	}

	private StatementText change(DataOperation operation) {
		if (operation instanceof UpdateInBatches batches) {
			return update(batches.atOnce());
		}
		return (operation instanceof UpdateRows update) ? update(update) : delete((DeleteRows) operation);
	}

	SqlStatement statement(StatementText text) {
		return text.toStatement(this::escapeQuestionMarks);
	}

	/**
	 * Say how a table is updated in batches.
	 * @param operation the operation
	 * @param catalog what tells of the table's keys
	 * @return the statements
	 */
	public final BatchedUpdate batches(UpdateInBatches operation, Catalog catalog) {
		return new BatchedUpdateSql(operation, this, catalog);
	}

	/**
	 * Write that a query gives only the first rows.
	 * @param rows how many
	 * @return the words at its end, with a blank before
	 */
	protected String limit(int rows) {
		return " limit " + rows;
	}

	/**
	 * Read a column of a key so that its value can be compared with later as it was read.
	 * @param column the column in SQL
	 * @return the expression
	 */
	protected String keyText(String column) {
		return column;
	}

	/**
	 * Write a value of a key to compare its column with.
	 * @param value the value as it was read
	 * @return the value in SQL, or nothing to bind it
	 */
	protected Optional<String> keyLiteral(Object value) {
		return Optional.empty();
	}

	void keyValue(StatementText text, Object value) {
		if (value instanceof Expression.Text variable) {
			text.sql(variable.sql());
		}
		else {
			keyLiteral(value).ifPresentOrElse(text::sql, () -> text.bind(value));
		}
	}

	/**
	 * Write question marks that are just characters in a statement that has values too.
	 * @param sql a part of the statement
	 * @return the part with these question marks as the driver takes them
	 */
	protected String escapeQuestionMarks(String sql) {
		return sql;
	}

	private List<StatementText> insert(InsertRows operation) {
		List<String> columns = operation.columns();
		List<List<@Nullable Object>> rows = operation.rows();
		int step = (columns.isEmpty()) ? 1
				: Math.max(1, Math.min(ROWS_PER_STATEMENT, BINDS_PER_STATEMENT / columns.size()));
		List<StatementText> statements = new ArrayList<>();
		for (int from = 0; from < rows.size(); from += step) {
			statements.add(insert(operation, rows.subList(from, Math.min(rows.size(), from + step))));
		}
		return statements;
	}

	private StatementText insert(InsertRows operation, List<List<@Nullable Object>> rows) {
		StatementText text = new StatementText()
			.sql(insertInto(operation.onConflictDoNothing()) + this.words.name(operation.table()));
		String end = (operation.onConflictDoNothing()) ? onConflictDoNothing() : "";
		if (operation.columns().isEmpty()) {
			return text.sql(" default values" + end);
		}
		text.sql(" " + this.words.list(operation.columns()));
		text.sql((rows.size() == 1) ? " values " : " values\n    ");
		String separator = "";
		for (List<@Nullable Object> row : rows) {
			text.sql(separator).sql("(");
			list(text, row.stream().map(Expression::of).toList());
			text.sql(")");
			separator = ",\n    ";
		}
		return text.sql(end);
	}

	/**
	 * Begin an insert.
	 * @param onConflictDoNothing whether rows that are there already are left out
	 * @return the words with a blank behind
	 */
	protected String insertInto(boolean onConflictDoNothing) {
		return "insert into ";
	}

	/**
	 * Write that rows that are there already are left out.
	 * @return the words at the end of an insert, with a blank before, or nothing
	 */
	protected String onConflictDoNothing() {
		return " on conflict do nothing";
	}

	private StatementText update(UpdateRows operation) {
		StatementText text = new StatementText();
		set(text, operation.table(), operation.assignments());
		return where(text, operation.where());
	}

	void set(StatementText text, TableName table, List<Assignment> assignments) {
		text.sql("update " + this.words.name(table) + " set ");
		String separator = "";
		for (Assignment assignment : assignments) {
			text.sql(separator).sql(this.words.name(assignment.column()) + " = ");
			expression(text, assignment.value());
			separator = ", ";
		}
	}

	private StatementText delete(DeleteRows operation) {
		StatementText text = new StatementText().sql("delete from " + this.words.name(operation.table()));
		return where(text, operation.where());
	}

	private StatementText where(StatementText text, @Nullable Condition condition) {
		if (condition != null) {
			text.sql(" where ");
			condition(text, condition);
		}
		return text;
	}

	void condition(StatementText text, Condition condition) {
		if (condition instanceof Condition.Comparison comparison) {
			comparison(text, comparison);
		}
		else if (condition instanceof Condition.IsNull isNull) {
			expression(text, isNull.value());
			text.sql(" is null");
		}
		else if (condition instanceof Condition.In in) {
			in(text, in);
		}
		else if (condition instanceof Condition.Both both) {
			part(text, both.left(), Condition.Both.class);
			text.sql(" and ");
			part(text, both.right(), Condition.Both.class);
		}
		else if (condition instanceof Condition.Either either) {
			part(text, either.left(), Condition.Either.class);
			text.sql(" or ");
			part(text, either.right(), Condition.Either.class);
		}
		else if (condition instanceof Condition.Not not) {
			not(text, not.condition());
		}
		else if (condition instanceof Condition.Text words) {
			words(text, words.sql(), words.binds());
		}
	}

	private static void words(StatementText text, String sql, List<@Nullable Object> binds) {
		if (binds.isEmpty()) {
			text.words(sql);
		}
		else {
			text.bound(sql, binds);
		}
	}

	// Brackets wherever another operator, or words that may hold one, stand inside.
	private void part(StatementText text, Condition condition, Class<? extends Condition> sameOperator) {
		boolean compound = condition instanceof Condition.Both || condition instanceof Condition.Either
				|| condition instanceof Condition.Text || (condition instanceof Condition.In in && hasNull(in));
		if (compound && !sameOperator.isInstance(condition)) {
			text.sql("(");
			condition(text, condition);
			text.sql(")");
		}
		else {
			condition(text, condition);
		}
	}

	private void not(StatementText text, Condition condition) {
		if (condition instanceof Condition.IsNull isNull) {
			expression(text, isNull.value());
			text.sql(" is not null");
		}
		else {
			text.sql("not (");
			condition(text, condition);
			text.sql(")");
		}
	}

	// A comparison with null is neither true nor false: it would take no row, silently.
	private void comparison(StatementText text, Condition.Comparison comparison) {
		expression(text, comparison.left());
		Operator operator = comparison.operator();
		if (!isNull(comparison.right())) {
			text.sql(" " + operator.sql() + " ");
			expression(text, comparison.right());
		}
		else if (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL) {
			text.sql((operator == Operator.EQUAL) ? " is null" : " is not null");
		}
		else {
			throw new IllegalArgumentException(
					"'%s null' takes no row; compare with a value, or use isNull()".formatted(operator.sql()));
		}
	}

	private void in(StatementText text, Condition.In in) {
		List<Expression> values = in.candidates().stream().filter((candidate) -> !isNull(candidate)).toList();
		if (!values.isEmpty()) {
			expression(text, in.value());
			text.sql(" in (");
			list(text, values);
			text.sql((hasNull(in)) ? ") or " : ")");
		}
		if (hasNull(in)) {
			expression(text, in.value());
			text.sql(" is null");
		}
	}

	private static boolean hasNull(Condition.In in) {
		return in.candidates().stream().anyMatch(DataSql::isNull);
	}

	private static boolean isNull(Expression expression) {
		return expression instanceof Expression.Value value && value.value() == null;
	}

	private void list(StatementText text, List<Expression> expressions) {
		String separator = "";
		for (Expression expression : expressions) {
			text.sql(separator);
			expression(text, expression);
			separator = ", ";
		}
	}

	private void expression(StatementText text, Expression expression) {
		if (expression instanceof Expression.Value value) {
			if (StandardLiterals.isWrittenOut(value.value())) {
				text.sql(this.words.literal(value.value()));
			}
			else {
				text.bind(value.value());
			}
		}
		else if (expression instanceof Expression.ColumnValue column) {
			text.sql(this.words.name(column.column()));
		}
		else if (expression instanceof Expression.Text words) {
			words(text, words.sql(), words.binds());
		}
	}

	protected final SqlWords words() {
		return this.words;
	}

}
