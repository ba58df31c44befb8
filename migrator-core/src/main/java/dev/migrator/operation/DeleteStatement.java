package dev.migrator.operation;

import java.util.function.ToLongFunction;

import dev.migrator.schema.TableName;
import org.jspecify.annotations.Nullable;

/**
 * A typed delete that a migration is writing.
 */
public final class DeleteStatement extends DataStatement {

	private final TableName table;

	private @Nullable Condition where;

	DeleteStatement(TableName table, ToLongFunction<DataStatement> executor) {
		super(executor);
		this.table = table;
	}

	/**
	 * Take only some rows; all conditions given hold.
	 * @param condition which rows
	 * @return this
	 */
	public DeleteStatement where(Condition condition) {
		this.where = (this.where != null) ? this.where.and(condition) : condition;
		return this;
	}

	@Override
	Operation toOperation() {
		return new DeleteRows(this.table, this.where);
	}

}
