package dev.migrator.boot.event;

import dev.migrator.Migrator;
import dev.migrator.revision.Direction;

import org.springframework.context.ApplicationEvent;

/**
 * Tells of a migration, in the thread that runs it. During the start of an application
 * only beans that are an {@link org.springframework.context.ApplicationListener} hear of
 * it: methods with {@code @EventListener} are found when all beans are made, which is
 * after the migration.
 */
public abstract sealed class MigrationEvent extends ApplicationEvent
		permits MigrationRunStartingEvent, MigrationRunCompletedEvent, MigrationRunFailedEvent, RevisionStartingEvent,
		RevisionCompletedEvent, RevisionFailedEvent {

	private final transient MigrationSource origin;

	private final Direction direction;

	MigrationEvent(MigrationSource origin, Direction direction) {
		super(origin.migrator());
		this.origin = origin;
		this.direction = direction;
	}

	/**
	 * Return who migrates.
	 * @return the migrator
	 */
	public Migrator getMigrator() {
		return this.origin.migrator();
	}

	/**
	 * Return who migrates.
	 * @return the name of the migrator's bean
	 */
	public String getMigratorName() {
		return this.origin.name();
	}

	/**
	 * Return which way.
	 * @return whether it is an upgrade or a downgrade
	 */
	public Direction getDirection() {
		return this.direction;
	}

}
