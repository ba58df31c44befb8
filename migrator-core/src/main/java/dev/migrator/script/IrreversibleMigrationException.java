package dev.migrator.script;

/**
 * There is no way back behind a revision.
 */
public class IrreversibleMigrationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param reason why there is no way back, as it stands behind "because"
	 */
	public IrreversibleMigrationException(String reason) {
		super(reason);
	}

}
