package dev.migrator.schema;

/**
 * A view.
 *
 * @param name its name
 * @param query what it shows, in the database's own words
 * @param materialized whether it keeps its rows until it is refreshed
 */
public record View(TableName name, String query, boolean materialized) implements StoredObject {

	@Override
	public ObjectReference reference() {
		return new ObjectReference(
				(this.materialized) ? ObjectReference.Kind.MATERIALIZED_VIEW : ObjectReference.Kind.VIEW, this.name,
				null, null);
	}

}
