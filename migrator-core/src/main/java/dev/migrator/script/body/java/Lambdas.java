package dev.migrator.script.body.java;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.script.body.code.Code;
import dev.migrator.script.body.code.Code.Call;
import dev.migrator.script.body.code.Code.Chain;

/**
 * Writes calls whose last argument says more, if there is more to say.
 */
final class Lambdas {

	private Lambdas() {
	}

	/** Write a lambda that calls methods of its parameter, at least one. */
	static Code of(String parameter, List<Call> calls) {
		return new Code.Lambda(parameter, new Chain(Code.atom(parameter), calls), true);
	}

	/** Write a call of the operations. */
	static Chain op(String method, List<Code> arguments, String parameter, List<Call> options) {
		return new Chain(Code.atom("op"), List.of(call(method, arguments, parameter, options)));
	}

	/** Write a call. */
	static Call call(String method, List<Code> arguments, String parameter, List<Call> options) {
		List<Code> all = new ArrayList<>(arguments);
		if (!options.isEmpty()) {
			all.add(of(parameter, options));
		}
		return new Call(method, all);
	}

}
