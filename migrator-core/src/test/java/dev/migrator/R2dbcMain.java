package dev.migrator;

import dev.migrator.session.R2dbcSession;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;

/**
 * Migrates over R2DBC in a process whose class path has nothing of JDBC.
 */
final class R2dbcMain {

	private R2dbcMain() {
	}

	public static void main(String[] arguments) {
		ConnectionFactory connections = ConnectionFactories
			.get("r2dbc:postgresql://postgres@localhost:%s/%s".formatted(arguments[0], arguments[1]));
		Migrator migrator = Migrator.builder()
			.sessions(() -> R2dbcSession.open(connections, null))
			.locations("file:" + arguments[2])
			.build();
		System.out.println("at " + migrator.upgrade().current());
	}

}
