package dev.migrator.script.body.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrator.script.body.code.Code.Atom;
import dev.migrator.script.body.code.Code.Block;
import dev.migrator.script.body.code.Code.Call;
import dev.migrator.script.body.code.Code.Chain;
import dev.migrator.script.body.code.Code.Declaration;
import dev.migrator.script.body.code.Code.Lambda;
import dev.migrator.script.body.code.Code.Text;

/**
 * Moves strings that are longer than a line out of the calls that take more than that one
 * string, into variables of the method.
 */
public final class LongParts {

	private static final int LONGEST = 88;

	/** In an argument that is a call, so that this stands on one line. */
	private static final int LONGEST_INSIDE = 70;

	private final Map<String, String> variables = new HashMap<>();

	private final List<Code> statements = new ArrayList<>();

	/**
	 * Take a statement apart.
	 * @param statement the statement
	 * @return the declarations of new variables, and the statement
	 */
	public List<Code> of(Code statement) {
		this.statements.clear();
		this.statements.add(outer(statement));
		return List.copyOf(this.statements);
	}

	/** What stands in a statement, or in a lambda of one. */
	private Code outer(Code code) {
		if (code instanceof Chain chain) {
			return outer(chain);
		}
		if (code instanceof Lambda lambda) {
			return new Lambda(lambda.parameter(), outer(lambda.body()), lambda.separate());
		}
		if (code instanceof Declaration declaration) {
			return new Declaration(declaration.variable(), outer(declaration.value()));
		}
		if (code instanceof Call call) {
			return call(call);
		}
		return (code instanceof Block block)
				? new Block(block.parameter(), block.statements().stream().map(this::outer).toList()) : code;
	}

	private Chain outer(Chain chain) {
		return new Chain(inner(chain.receiver(), LONGEST), chain.calls().stream().map(this::call).toList());
	}

	private Call call(Call call) {
		boolean alone = call.arguments().size() == 1 && call.arguments().get(0) instanceof Text;
		return (alone) ? call : arguments(call, LONGEST);
	}

	private Call arguments(Call call, int longest) {
		return new Call(call.name(), call.arguments().stream().map((argument) -> inner(argument, longest)).toList());
	}

	/** What stands among arguments. */
	private Code inner(Code code, int longest) {
		if (code instanceof Text text) {
			return (String.valueOf(text.flat()).length() > longest) ? new Atom(variable(text)) : text;
		}
		if (code instanceof Call call) {
			return arguments(call, LONGEST_INSIDE);
		}
		return (code instanceof Chain chain) ? new Chain(inner(chain.receiver(), LONGEST_INSIDE),
				chain.calls().stream().map((call) -> arguments(call, LONGEST_INSIDE)).toList()) : outer(code);
	}

	private String variable(Text text) {
		return this.variables.computeIfAbsent(text.value(), (value) -> {
			String name = "text" + ((this.variables.isEmpty()) ? "" : this.variables.size() + 1);
			this.statements.add(new Declaration("String " + name, text));
			return name;
		});
	}

}
