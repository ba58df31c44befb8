package dev.migrator.script.body.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.migrator.script.source.JavaLiteral;
import org.jspecify.annotations.Nullable;

/**
 * A piece of Java source, before it is broken into lines.
 */
public sealed interface Code {

	/**
	 * Return it on one line.
	 * @return the line, or {@code null} if it takes several whatever their length
	 */
	@Nullable String flat();

	/**
	 * What is never broken: a name, a number, a type.
	 *
	 * @param text the source
	 */
	record Atom(String text) implements Code {

		@Override
		public String flat() {
			return this.text;
		}

	}

	/**
	 * A string, which may be cut into several.
	 *
	 * @param value its value
	 */
	record Text(String value) implements Code {

		@Override
		public String flat() {
			return JavaLiteral.string(this.value);
		}

	}

	/**
	 * A string of several lines in the words of a database.
	 *
	 * @param value its value
	 */
	record TextBlock(String value) implements Code {

		@Override
		public @Nullable String flat() {
			return null;
		}

	}

	/**
	 * A call of a method or a constructor.
	 *
	 * @param name what stands in front of the bracket: {@code varchar}, {@code new View}
	 * @param arguments its arguments
	 */
	record Call(String name, List<Code> arguments) implements Code {

		public Call {
			arguments = List.copyOf(arguments);
		}

		@Override
		public @Nullable String flat() {
			List<String> texts = new ArrayList<>();
			for (Code argument : this.arguments) {
				String text = argument.flat();
				if (text == null) {
					return null;
				}
				texts.add(text);
			}
			return this.name + texts.stream().collect(Collectors.joining(", ", "(", ")"));
		}

		boolean isCreation() {
			return this.name.startsWith("new ");
		}

	}

	/**
	 * Calls one upon the other.
	 *
	 * @param receiver what the first one is called upon
	 * @param calls the calls, at least one
	 */
	record Chain(Code receiver, List<Call> calls) implements Code {

		public Chain {
			calls = List.copyOf(calls);
		}

		/**
		 * Return the same chain with one more call.
		 * @param name the method
		 * @param arguments its arguments
		 * @return the chain
		 */
		public Chain then(String name, Code... arguments) {
			return then(new Call(name, List.of(arguments)));
		}

		/**
		 * Return the same chain with one more call.
		 * @param call the call
		 * @return the chain
		 */
		public Chain then(Call call) {
			List<Call> longer = new ArrayList<>(this.calls);
			longer.add(call);
			return new Chain(this.receiver, longer);
		}

		@Override
		public @Nullable String flat() {
			String text = this.receiver.flat();
			for (Call call : this.calls) {
				String next = call.flat();
				if (text == null || next == null) {
					return null;
				}
				text += "." + next;
			}
			return text;
		}

	}

	/**
	 * A lambda whose body is one expression.
	 *
	 * @param parameter the name of its parameter
	 * @param body the expression: calls one upon the other
	 * @param separate whether each call could as well be made upon the parameter
	 */
	record Lambda(String parameter, Chain body, boolean separate) implements Code {

		@Override
		public @Nullable String flat() {
			String text = this.body.flat();
			return (text != null) ? arrow() + text : null;
		}

		/** Return a lambda that does the same, and whose parameter has a longer name. */
		Lambda withLongerParameter() {
			String longer = this.parameter + this.parameter;
			return new Lambda(longer, new Chain(new Atom(longer), this.body.calls()), this.separate);
		}

		/** Return a lambda that does the same by statements. */
		Code asBlock() {
			return new Block(this.parameter,
					(this.separate) ? this.body.calls()
						.stream()
						.<Code>map((call) -> new Chain(this.body.receiver(), List.of(call)))
						.toList() : List.of(this.body));
		}

		String arrow() {
			return "(" + this.parameter + ") -> ";
		}

	}

	/**
	 * A lambda whose body is statements, as the last argument of a call.
	 *
	 * @param parameter the name of its parameter
	 * @param statements the statements without their semicolons
	 */
	record Block(String parameter, List<Code> statements) implements Code {

		public Block {
			statements = List.copyOf(statements);
		}

		String header() {
			return "(" + this.parameter + ") -> {";
		}

		@Override
		public @Nullable String flat() {
			return null;
		}

	}

	/**
	 * A variable that is declared.
	 *
	 * @param variable its type and name
	 * @param value its value
	 */
	record Declaration(String variable, Code value) implements Code {

		@Override
		public @Nullable String flat() {
			String text = this.value.flat();
			return (text != null) ? assignment() + text : null;
		}

		String assignment() {
			return this.variable + " = ";
		}

	}

	/**
	 * Return what is never broken.
	 * @param text the source
	 * @return the piece
	 */
	static Code atom(String text) {
		return new Atom(text);
	}

	/**
	 * Return a string.
	 * @param value its value
	 * @return the piece
	 */
	static Code text(String value) {
		return new Text(value);
	}

	/**
	 * Return strings.
	 * @param values their values
	 * @return a piece each
	 */
	static Code[] texts(List<String> values) {
		return values.stream().map(Code::text).toArray(Code[]::new);
	}

	/**
	 * Return a call upon nothing.
	 * @param name the method
	 * @param arguments its arguments
	 * @return the call
	 */
	static Call call(String name, Code... arguments) {
		return new Call(name, Arrays.asList(arguments));
	}

	/**
	 * Return a call upon a name.
	 * @param receiver the name
	 * @param method the method
	 * @param arguments its arguments
	 * @return the chain
	 */
	static Chain chain(String receiver, String method, Code... arguments) {
		return new Chain(atom(receiver), List.of(call(method, arguments)));
	}

}
