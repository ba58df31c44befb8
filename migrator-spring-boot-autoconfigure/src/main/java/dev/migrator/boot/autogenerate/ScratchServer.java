package dev.migrator.boot.autogenerate;

import java.util.function.Function;
import java.util.function.Supplier;

import dev.migrator.session.SessionFactory;

/**
 * A server where scratch schemas and databases are made.
 *
 * @param location tells where it is, with one of its databases, in the words of JDBC; one
 * that is to be started is started then
 * @param sessions leads to that database
 * @param others leads to another of its databases by its URL, as the same user
 */
public record ScratchServer(Supplier<String> location, SessionFactory sessions,
		Function<String, SessionFactory> others) {

	/**
	 * Return where it is.
	 * @return the URL of one of its databases
	 */
	public String url() {
		return this.location.get();
	}

	/**
	 * Lead to another database of the server.
	 * @param otherUrl where that is
	 * @return what opens sessions there
	 */
	public SessionFactory at(String otherUrl) {
		return this.others.apply(otherUrl);
	}

}
