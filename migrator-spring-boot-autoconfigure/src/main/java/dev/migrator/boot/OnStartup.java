package dev.migrator.boot;

import dev.migrator.Migrator;

/**
 * What happens to the database when the application starts.
 */
public enum OnStartup implements MigrationStrategy {

	/** It is upgraded to the target. */
	UPGRADE {

		@Override
		public void migrate(Migrator migrator) {
			migrator.upgrade();
		}

	},

	/** The start fails if revisions are pending. */
	CHECK {

		@Override
		public void migrate(Migrator migrator) {
			migrator.check();
		}

	},

	/** Nothing. */
	NONE {

		@Override
		public void migrate(Migrator migrator) {
		}

	}

}
