package dev.migrator.boot.command.graph;

/**
 * Gives the parts of a revision's text their looks, such as colours. Each method gets a
 * piece of plain text and returns it with whatever a terminal needs around it; unless
 * overridden it returns the text as it is.
 */
public interface Style {

	/** No looks at all. */
	Style PLAIN = new Style() {
	};

	/**
	 * Style the id of a revision.
	 * @param text the id
	 * @return the text to show
	 */
	default String id(String text) {
		return text;
	}

	/**
	 * Style the word that says that a revision is a head.
	 * @param text the word
	 * @return the text to show
	 */
	default String head(String text) {
		return text;
	}

	/**
	 * Style the word that says that the database is at a revision.
	 * @param text the word
	 * @return the text to show
	 */
	default String current(String text) {
		return text;
	}

	/**
	 * Style a branch label.
	 * @param text the label
	 * @return the text to show
	 */
	default String label(String text) {
		return text;
	}

	/**
	 * Style the message of a revision.
	 * @param text one line of the message, not empty
	 * @return the text to show
	 */
	default String message(String text) {
		return text;
	}

}
