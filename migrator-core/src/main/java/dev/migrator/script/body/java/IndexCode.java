package dev.migrator.script.body.java;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.DropIndex;
import dev.migrator.schema.Index;
import dev.migrator.schema.Index.IndexColumn;
import dev.migrator.schema.NullsOrder;
import dev.migrator.schema.StorageParameter;
import dev.migrator.script.body.code.Code;
import dev.migrator.script.body.code.Code.Call;
import dev.migrator.script.body.code.Code.Chain;

/**
 * Writes indexes: of a new table, and those that are created and dropped.
 */
final class IndexCode {

	private IndexCode() {
	}

	/** Write an index of a new table. */
	static Code inTable(Index index) {
		return index("t", "index", List.of(ConstraintCode.name(index.name())), index, List.of());
	}

	/** Write an index that is created, outside the transaction if it is concurrently. */
	static Code create(CreateIndex operation) {
		List<Call> options = new ArrayList<>();
		if (operation.ifNotExists()) {
			options.add(Code.call("ifNotExists"));
		}
		if (operation.concurrently()) {
			options.add(Code.call("concurrently"));
		}
		Code create = index("op", "createIndex",
				List.of(ConstraintCode.name(operation.index().name()), Code.text(operation.table().text())),
				operation.index(), options);
		return (operation.concurrently()) ? autocommit(create) : create;
	}

	static Code drop(DropIndex operation) {
		List<Code> target = List.of(ConstraintCode.name(operation.name()), Code.text(operation.table().text()));
		if (operation.concurrently() && !operation.ifExists() && !operation.cascade()) {
			return autocommit(Lambdas.op("dropIndexConcurrently", target, "drop", List.of()));
		}
		List<Call> options = new ArrayList<>();
		if (operation.ifExists()) {
			options.add(Code.call("ifExists"));
		}
		if (operation.cascade()) {
			options.add(Code.call("cascade"));
		}
		if (operation.concurrently()) {
			options.add(Code.call("concurrently"));
		}
		Code drop = Lambdas.op("dropIndex", target, "drop", options);
		return (operation.concurrently()) ? autocommit(drop) : drop;
	}

	private static Code autocommit(Code statement) {
		return Code.chain("op", "autocommit", new Code.Block("", List.of(statement)));
	}

	private static Code index(String receiver, String method, List<Code> target, Index index, List<Call> further) {
		List<Call> options = options(index);
		options.addAll(further);
		if (options.isEmpty() && index.columns().stream().allMatch(IndexCode::isPlain)) {
			List<Code> arguments = new ArrayList<>(target);
			index.columns().forEach((column) -> arguments.add(Code.text(column.text())));
			return new Chain(Code.atom(receiver), List.of(new Call(method, arguments)));
		}
		List<Call> calls = columns(index.columns());
		calls.addAll(options);
		return new Chain(Code.atom(receiver), List.of(Lambdas.call(method, target, "i", calls)));
	}

	private static List<Call> columns(List<IndexColumn> columns) {
		List<Call> calls = new ArrayList<>();
		List<String> plain = new ArrayList<>();
		for (IndexColumn column : columns) {
			if (isPlain(column)) {
				plain.add(column.text());
			}
			else {
				addPlain(calls, plain);
				calls.add(column(column));
			}
		}
		addPlain(calls, plain);
		return calls;
	}

	private static void addPlain(List<Call> calls, List<String> plain) {
		if (!plain.isEmpty()) {
			calls.add(Code.call("columns", Code.texts(plain)));
			plain.clear();
		}
	}

	private static boolean isPlain(IndexColumn column) {
		return column.equals(new IndexColumn(column.text(), false, false));
	}

	private static Call column(IndexColumn column) {
		Code text = Code.text(column.text());
		if (column.equals(new IndexColumn(column.text(), false, true))) {
			return Code.call("descending", text);
		}
		return Lambdas.call((column.expression()) ? "expression" : "column", List.of(text), "c", options(column));
	}

	/** Write how a part of an index is ordered. */
	static List<Call> options(IndexColumn column) {
		List<Call> options = new ArrayList<>();
		if (column.descending()) {
			options.add(Code.call("descending"));
		}
		if (column.nullsOrder() != null) {
			options.add(Code.call((column.nullsOrder() == NullsOrder.FIRST) ? "nullsFirst" : "nullsLast"));
		}
		if (column.collation() != null) {
			options.add(Code.call("collate", Code.text(column.collation())));
		}
		if (column.operatorClass() != null) {
			options.add(Code.call("operatorClass", Code.text(column.operatorClass())));
		}
		if (column.prefix() != null) {
			options.add(Code.call("prefix", Code.atom(column.prefix().toString())));
		}
		return options;
	}

	private static List<Call> options(Index index) {
		List<Call> options = new ArrayList<>();
		if (index.unique()) {
			options.add(Code.call("unique"));
		}
		if (index.nullsNotDistinct()) {
			options.add(Code.call("nullsNotDistinct"));
		}
		if (!index.include().isEmpty()) {
			options.add(Code.call("include", Code.texts(index.include())));
		}
		if (index.where() != null) {
			options.add(Code.call("where", Code.text(index.where())));
		}
		if (index.method() != null) {
			options.add(Code.call("using", Code.text(index.method())));
		}
		for (StorageParameter parameter : index.with()) {
			boolean number = parameter.value().matches("0|[1-9][0-9]{0,8}");
			options.add(Code.call("with", Code.text(parameter.name()),
					(number) ? Code.atom(parameter.value()) : Code.text(parameter.value())));
		}
		if (index.tablespace() != null) {
			options.add(Code.call("tablespace", Code.text(index.tablespace())));
		}
		return options;
	}

}
