package dev.migrator.script.body.java;

import java.util.Set;

/**
 * A piece of Java source that an application gives.
 *
 * @param source the source: an expression, or a statement with its semicolon
 * @param imports the names that it needs, as they stand in an import:
 * {@code com.example.Money}, {@code static com.example.MoreTypes.money}
 */
public record JavaFragment(String source, Set<String> imports) {

	public JavaFragment {
		imports = Set.copyOf(imports);
	}

}
