package dev.migrator.script;

/**
 * Makes the object of a revision in Java, when it is about to run and not before.
 */
@FunctionalInterface
public interface MigrationFactory {

	/**
	 * Make the object.
	 * @param type its class
	 * @return the object
	 * @throws ReflectiveOperationException if it cannot be made
	 */
	Migration create(Class<? extends Migration> type) throws ReflectiveOperationException;

	/**
	 * A factory that calls the constructor without arguments.
	 * @return the factory
	 */
	static MigrationFactory constructor() {
		return (type) -> {
			var constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			return constructor.newInstance();
		};
	}

}
