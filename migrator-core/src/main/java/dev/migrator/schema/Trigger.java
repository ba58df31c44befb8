package dev.migrator.schema;

/**
 * A trigger.
 *
 * @param name its name
 * @param table its table
 * @param event when it acts: {@code before insert}
 * @param action what it does: {@code for each row execute function …}
 */
public record Trigger(String name, TableName table, String event, String action) implements StoredObject {

	@Override
	public ObjectReference reference() {
		return new ObjectReference(ObjectReference.Kind.TRIGGER, this.table.withName(this.name), null, this.table);
	}

}
