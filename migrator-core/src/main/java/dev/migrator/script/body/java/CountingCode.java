package dev.migrator.script.body.java;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.IdentityChange;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.script.body.code.Code;
import dev.migrator.script.body.code.Code.Call;
import org.jspecify.annotations.Nullable;

/**
 * Writes how sequences and identity columns count.
 */
final class CountingCode {

	private final JavaTypes types;

	CountingCode(JavaTypes types) {
		this.types = types;
	}

	/** Write what the database counts a column by. */
	static Call identity(String method, Identity identity) {
		List<Call> options = new ArrayList<>();
		if (identity.always()) {
			options.add(Code.call("always"));
		}
		options.addAll(options(identity.options()));
		return (options.isEmpty()) ? Code.call(method) : Code.call(method, Lambdas.of("i", options));
	}

	static Call alterIdentity(IdentityChange.Alter change) {
		List<Call> options = new ArrayList<>();
		if (change.always() != null) {
			options.add(Code.call((change.always()) ? "always" : "byDefault"));
		}
		options.addAll(options(change.options()));
		addNumber(options, "restartWith", change.restart());
		return Code.call("alterIdentity", Lambdas.of("i", options));
	}

	Code create(CreateSequence operation) {
		Sequence sequence = operation.sequence();
		List<Call> options = new ArrayList<>();
		if (sequence.type() != null) {
			options.add(Code.call("as", this.types.of(sequence.type())));
		}
		options.addAll(options(sequence.options()));
		if (sequence.owner() != null) {
			options.add(Code.call("ownedBy", Code.text(sequence.owner().table().text()),
					Code.text(sequence.owner().column())));
		}
		if (operation.ifNotExists()) {
			options.add(Code.call("ifNotExists"));
		}
		return Lambdas.op("createSequence", List.of(Code.text(sequence.name().text())), "s", options);
	}

	static Code alter(AlterSequence operation) {
		List<Call> options = options(operation.options());
		addNumber(options, "restartWith", operation.restart());
		SequenceOptions existing = operation.existing();
		if (existing != null && !existing.equals(SequenceOptions.NONE)) {
			options.add(Code.call("existing", Lambdas.of("old", options(existing))));
		}
		return Lambdas.op("alterSequence", List.of(Code.text(operation.sequence().text())), "s", options);
	}

	private static List<Call> options(SequenceOptions counting) {
		List<Call> options = new ArrayList<>();
		addNumber(options, "startWith", counting.start());
		addNumber(options, "incrementBy", counting.increment());
		addNumber(options, "minValue", counting.minValue());
		if (counting.noMinValue()) {
			options.add(Code.call("noMinValue"));
		}
		addNumber(options, "maxValue", counting.maxValue());
		if (counting.noMaxValue()) {
			options.add(Code.call("noMaxValue"));
		}
		addNumber(options, "cache", counting.cache());
		if (counting.cycle() != null) {
			options.add(Code.call((counting.cycle()) ? "cycle" : "noCycle"));
		}
		return options;
	}

	private static void addNumber(List<Call> options, String method, @Nullable Long number) {
		if (number != null) {
			boolean small = number == number.intValue();
			options.add(Code.call(method, Code.atom(number + ((small) ? "" : "L"))));
		}
	}

}
