package dev.migrator.script.body.java;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.Condition;
import dev.migrator.operation.Condition.Operator;
import dev.migrator.operation.DeleteRows;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Expression;
import dev.migrator.operation.InsertRows;
import dev.migrator.operation.Sql;
import dev.migrator.operation.UpdateRows;
import dev.migrator.schema.TableName;
import dev.migrator.script.body.code.Code;
import dev.migrator.script.body.code.Code.Call;
import dev.migrator.script.body.code.Code.Chain;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is done to rows.
 */
final class DataCode {

	private static final int LONGEST = 44;

	private final JavaScope scope;

	private final JavaValues values;

	DataCode(JavaScope scope, JavaValues values) {
		this.scope = scope;
		this.values = values;
	}

	Code execute(ExecuteSql operation) {
		List<Code> arguments = new ArrayList<>(List.of(ObjectCode.sql(operation.sql())));
		arguments.addAll(List.of(this.values.arguments(operation.binds())));
		return new Chain(Code.atom("op"), List.of(new Call("execute", arguments)));
	}

	Code insert(InsertRows operation) {
		Chain chain = statement("insert", operation.table());
		if (operation.rows().size() == 1) {
			for (int i = 0; i < operation.columns().size(); i++) {
				chain = chain.then("set", Code.text(operation.columns().get(i)), cell(operation.rows().get(0).get(i)));
			}
		}
		else {
			chain = chain.then("columns", Code.texts(operation.columns()));
			for (List<@Nullable Object> row : operation.rows()) {
				chain = chain.then("values", terms(row));
			}
		}
		return (operation.onConflictDoNothing()) ? chain.then("onConflictDoNothing") : chain;
	}

	Code update(UpdateRows operation) {
		Chain chain = statement("update", operation.table());
		for (UpdateRows.Assignment assignment : operation.assignments()) {
			chain = chain.then("set", Code.text(assignment.column()), term(assignment.value()));
		}
		return where(chain, operation.where());
	}

	Code delete(DeleteRows operation) {
		return where(statement("delete", operation.table()), operation.where());
	}

	private Chain statement(String verb, TableName table) {
		return Code.chain("op", verb, this.scope.call(Sql.class, "table", Code.text(table.text())));
	}

	private Chain where(Chain statement, @Nullable Condition condition) {
		return (condition != null) ? statement.then("where", condition(condition)) : statement;
	}

	/** Write a condition; one that is long gets a variable of its own. */
	private Code condition(Condition condition) {
		Code source = source(condition);
		String flat = source.flat();
		return (flat != null && flat.length() <= LONGEST) ? source
				: Code.atom(this.scope.variable(Condition.class, condition, "condition", source));
	}

	private Code source(Condition condition) {
		if (condition instanceof Condition.Comparison comparison) {
			return compare(comparison);
		}
		if (condition instanceof Condition.IsNull missing) {
			return upon(column(missing.value()), "isNull");
		}
		if (condition instanceof Condition.In in) {
			return upon(column(in.value()), "in", candidates(in.candidates()));
		}
		if (condition instanceof Condition.Both both) {
			return upon(condition(both.left()), "and", condition(both.right()));
		}
		if (condition instanceof Condition.Either either) {
			return upon(condition(either.left()), "or", condition(either.right()));
		}
		if (condition instanceof Condition.Not not) {
			return (not.condition() instanceof Condition.IsNull missing) ? upon(column(missing.value()), "isNotNull")
					: upon(condition(not.condition()), "not");
		}
		Condition.Text text = (Condition.Text) condition;
		List<Code> arguments = new ArrayList<>(List.of(Code.text(text.sql())));
		arguments.addAll(List.of(this.values.arguments(text.binds())));
		return this.scope.call(Sql.class, "condition", arguments.toArray(Code[]::new));
	}

	private Code compare(Condition.Comparison comparison) {
		boolean pattern = comparison.right() instanceof Expression.Value value && value.value() instanceof String;
		if (comparison.operator() == Operator.LIKE && !pattern) {
			return this.values.record(comparison);
		}
		String method = switch (comparison.operator()) {
			case EQUAL -> "eq";
			case NOT_EQUAL -> "ne";
			case LESS -> "lt";
			case LESS_OR_EQUAL -> "le";
			case GREATER -> "gt";
			case GREATER_OR_EQUAL -> "ge";
			case LIKE -> "like";
		};
		return upon(column(comparison.left()), method, term(comparison.right()));
	}

	private static Code upon(Code receiver, String method, Code... arguments) {
		return (receiver instanceof Chain chain) ? chain.then(method, arguments)
				: new Chain(receiver, List.of(Code.call(method, arguments)));
	}

	/** Write a value to compare; only that of a column has a short form. */
	private Code column(Expression expression) {
		if (expression instanceof Expression.ColumnValue value) {
			return this.scope.call(Sql.class, "column", Code.text(value.column()));
		}
		Sql.ColumnTerm term = new Sql.ColumnTerm(expression);
		return Code.atom(this.scope.variable(Sql.ColumnTerm.class, term, "value",
				Code.call("new " + this.scope.name(Sql.ColumnTerm.class), expression(expression))));
	}

	private Code[] candidates(List<Expression> candidates) {
		List<@Nullable Object> all = new ArrayList<>();
		candidates
			.forEach((candidate) -> all.add((candidate instanceof Expression.Value value) ? value.value() : candidate));
		return terms(all);
	}

	private Code[] terms(List<? extends @Nullable Object> terms) {
		if (terms.size() == 1) {
			return (terms.get(0) instanceof Expression expression) ? new Code[] { expression(expression) }
					: this.values.arguments(terms);
		}
		return terms.stream().map(this::cell).toArray(Code[]::new);
	}

	private Code cell(@Nullable Object value) {
		return (value instanceof Expression expression) ? expression(expression) : this.values.of(value);
	}

	/** Write a value to set or to compare with, which may be that of a column. */
	private Code term(@Nullable Object term) {
		if (term instanceof Expression.ColumnValue value) {
			return this.scope.call(Sql.class, "column", Code.text(value.column()));
		}
		if (term instanceof Expression.Value value) {
			return this.values.of(value.value());
		}
		return cell(term);
	}

	private Code expression(Expression expression) {
		return (expression instanceof Expression.Text text)
				? this.scope.call(Sql.class, "expression", Code.text(text.sql()))
				: this.values.record((Record) expression);
	}

}
