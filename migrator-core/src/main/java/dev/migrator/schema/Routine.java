package dev.migrator.schema;

/**
 * A function or a procedure.
 *
 * @param name its name
 * @param procedure whether it is a procedure
 * @param arguments its arguments, without brackets
 * @param definition what stands behind the arguments: {@code returns integer language …}
 */
public record Routine(TableName name, boolean procedure, String arguments, String definition) implements StoredObject {

	@Override
	public ObjectReference reference() {
		return new ObjectReference((this.procedure) ? ObjectReference.Kind.PROCEDURE : ObjectReference.Kind.FUNCTION,
				this.name, this.arguments, null);
	}

}
