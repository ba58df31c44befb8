package dev.migrator.boot.autogenerate;

import java.util.function.Function;

import dev.migrator.session.SessionFactory;

/**
 * A server where scratch schemas and databases are made.
 *
 * @param url where it is, with one of its databases, in the words of JDBC
 * @param sessions leads to that database
 * @param others leads to another of its databases by its URL, as the same user
 */
public record ScratchServer(String url, SessionFactory sessions, Function<String, SessionFactory> others) {

	/**
	 * Lead to another database of the server.
	 * @param otherUrl where that is
	 * @return what opens sessions there
	 */
	public SessionFactory at(String otherUrl) {
		return this.others.apply(otherUrl);
	}

}
