package dev.migrator.script.heroes;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Which revisions' classes were loaded.
 */
public final class Loaded {

	public static final Set<String> NAMES = new ConcurrentSkipListSet<>();

	private Loaded() {
	}

}
