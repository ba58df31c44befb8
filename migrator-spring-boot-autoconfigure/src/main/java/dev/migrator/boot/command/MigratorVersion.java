package dev.migrator.boot.command;

import dev.migrator.Migrator;
import picocli.CommandLine.IVersionProvider;

/**
 * Tells the version of Migrator from the jar that it came in.
 */
final class MigratorVersion implements IVersionProvider {

	@Override
	public String[] getVersion() {
		String version = Migrator.class.getPackage().getImplementationVersion();
		return new String[] { "Migrator " + ((version != null) ? version : "(not packed)") };
	}

}
