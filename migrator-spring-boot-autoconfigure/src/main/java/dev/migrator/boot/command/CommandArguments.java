package dev.migrator.boot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The arguments of an application that is asked to run a command, told apart: those for
 * the command, and those that set properties of the application.
 *
 * @param words the command and its arguments
 * @param properties options such as {@code --spring.profiles.active=test}: all in front
 * of the word {@code migrator}, and behind it those with a dot in their name, which no
 * option of a command has
 */
record CommandArguments(List<String> words, List<String> properties) {

	private static final String NAME = "migrator";

	private static final Pattern PROPERTY = Pattern.compile("--[^=\\s]*\\.[^=\\s]*(=.*)?", Pattern.DOTALL);

	CommandArguments {
		words = List.copyOf(words);
		properties = List.copyOf(properties);
	}

	/**
	 * Read an application's arguments.
	 * @param arguments the arguments as {@code main} got them
	 * @return the arguments told apart, or nothing if the first that is no option is not
	 * {@code migrator}
	 */
	static Optional<CommandArguments> of(String... arguments) {
		List<String> properties = new ArrayList<>();
		int next = 0;
		while (next < arguments.length && arguments[next].startsWith("--")) {
			properties.add(arguments[next++]);
		}
		if (next == arguments.length || !arguments[next].equals(NAME)) {
			return Optional.empty();
		}
		List<String> words = new ArrayList<>();
		for (String argument : List.of(arguments).subList(next + 1, arguments.length)) {
			((PROPERTY.matcher(argument).matches()) ? properties : words).add(argument);
		}
		return Optional.of(new CommandArguments(words, properties));
	}

}
