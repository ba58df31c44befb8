package dev.migrator.dialect.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

import dev.migrator.dialect.syntax.SqlSyntax.Feature;
import dev.migrator.dialect.syntax.SqlToken.Kind;

/**
 * Follows one statement, token by token, and knows whether a block is open, in which a
 * semicolon ends an inner statement only. Words such as {@code IF}, {@code REPEAT} and
 * {@code END} are functions or names as well; they open and close a block only where an
 * inner statement begins, and every inner statement ends in a semicolon.
 */
final class BlockTracker {

	private static final Set<String> ROUTINES = Set.of("procedure", "function", "trigger", "event");

	private static final Set<String> OTHER_OBJECTS = Set.of("table", "view", "index", "database", "schema", "user",
			"role", "sequence", "server", "tablespace", "resource", "type", "domain", "undo", "logfile", "spatial",
			"fulltext", "unique");

	/** Words after which a routine's body may begin, when it has no {@code BEGIN}. */
	private static final Set<String> BEFORE_BODY = Set.of(")", "row", "deterministic", "sql", "data", "definer",
			"invoker", "do", ":");

	/**
	 * Words that end the conditions of a handler, whose body follows; strings read as ).
	 */
	private static final Set<String> BEFORE_HANDLER_BODY = Set.of("found", "sqlexception", "sqlwarning", ")");

	private static final Set<String> CONTROL = Set.of("if", "loop", "while", "repeat", "for", "case");

	private final SqlSyntax syntax;

	private final Deque<Block> blocks = new ArrayDeque<>();

	private State state = State.HEAD;

	private int tokens;

	private String first = "";

	private String previous = "";

	private String beforePrevious = "";

	/** Whether the next token begins an inner statement. */
	private boolean innerStart;

	/** Whether the inner statement is a {@code DECLARE … HANDLER}. */
	private boolean declaring;

	/** Whether the inner statement is {@code UNTIL … END REPEAT}. */
	private boolean until;

	BlockTracker(SqlSyntax syntax) {
		this.syntax = syntax;
	}

	/**
	 * Return the line where the outermost open block opened.
	 * @return the line, or -1 if no block is open
	 */
	int openLine() {
		return this.blocks.isEmpty() ? -1 : this.blocks.getLast().line();
	}

	/**
	 * Follow the statement by one token.
	 * @param token its next token of code
	 * @param parentheses how many parentheses are open
	 */
	void accept(SqlToken token, int parentheses) {
		if (this.state == State.PLAIN || isFrame(token)) {
			return;
		}
		String word = switch (token.kind()) {
			case WORD -> token.text().toLowerCase(Locale.ROOT);
			case SYMBOL, SEPARATOR -> token.text();
			case STRING -> ")";
			default -> "name";
		};
		if (this.state == State.HEAD) {
			this.state = head(word, token.line());
		}
		else if (this.syntax.has(Feature.BLOCKS)) {
			follow(word, token, parentheses);
		}
		else {
			followSimple(word, token, parentheses);
		}
		this.beforePrevious = this.previous;
		this.previous = word;
	}

	private static boolean isFrame(SqlToken token) {
		return token.kind() == Kind.SYMBOL && (token.text().startsWith("/*") || token.text().equals("*/"));
	}

	private State head(String word, int line) {
		this.tokens++;
		if (this.tokens == 1) {
			this.first = word;
			if (this.syntax.has(Feature.BLOCKS) && CONTROL.contains(word)) {
				open(word, line);
				return State.BODY;
			}
		}
		boolean create = this.first.equals("create") || (this.first.equals("alter") && this.syntax.has(Feature.BLOCKS));
		if (this.syntax.has(Feature.BLOCKS) && this.first.equals("begin")) {
			// MariaDB's anonymous block; a plain BEGIN starts a transaction
			if (word.equals("atomic")) {
				open("begin", line);
				return State.BODY;
			}
			return (word.equals("begin") || word.equals("not")) ? State.HEAD : State.PLAIN;
		}
		if (!create || OTHER_OBJECTS.contains(word)) {
			return State.PLAIN;
		}
		if (!this.syntax.has(Feature.BLOCKS) && !this.syntax.has(Feature.TRIGGER_BODIES)
				&& !this.syntax.has(Feature.ATOMIC_BODIES)) {
			return State.PLAIN;
		}
		return ROUTINES.contains(word) ? State.BODY : State.HEAD;
	}

	/** SQLite's triggers and PostgreSQL's atomic bodies: one block, none inside. */
	private void followSimple(String word, SqlToken token, int parentheses) {
		boolean opens = this.syntax.has(Feature.ATOMIC_BODIES)
				? word.equals("atomic") && this.previous.equals("begin") && !this.beforePrevious.equals(".")
				: word.equals("begin") && !this.previous.equals(".");
		if (this.blocks.isEmpty()) {
			if (opens && parentheses == 0) {
				open("begin", token.line());
			}
		}
		else if (this.innerStart && word.equals("end")) {
			close();
		}
		else {
			this.innerStart = word.equals(";");
		}
	}

	private void follow(String word, SqlToken token, int parentheses) {
		boolean start = this.blocks.isEmpty() ? BEFORE_BODY.contains(this.previous) || followsOtherTrigger()
				: this.innerStart || (this.declaring && BEFORE_HANDLER_BODY.contains(this.previous));
		if (this.previous.equals(".")) {
			this.innerStart = false;
			return;
		}
		this.innerStart = false;
		switch (word) {
			case "begin" -> {
				if (parentheses == 0 && (this.blocks.isEmpty() || start || this.declaring)) {
					open("begin", token.line());
				}
			}
			case "case" -> {
				if (start) {
					open("case", token.line());
				}
				else if (!this.previous.equals("end")) {
					open("case expression", token.line());
				}
			}
			case "if", "loop", "while", "repeat" -> {
				if (start && parentheses == 0) {
					open(word, token.line());
				}
			}
			case "for" -> {
				if (start && !this.blocks.isEmpty()) {
					open(word, token.line());
				}
			}
			case "end" -> end(start);
			case "declare" -> this.declaring = start;
			case "until" -> this.until = start;
			case "atomic" -> this.innerStart = this.previous.equals("begin") || this.previous.equals("not");
			case "then", "else" -> this.innerStart = !inside("case expression");
			case "do", ":" -> this.innerStart = !this.blocks.isEmpty();
			case ";" -> {
				this.innerStart = true;
				this.declaring = false;
				this.until = false;
			}
			default -> {
			}
		}
		if (word.equals("loop") || word.equals("repeat")) {
			this.innerStart = !this.previous.equals("end");
		}
	}

	private boolean followsOtherTrigger() {
		return this.beforePrevious.equals("follows") || this.beforePrevious.equals("precedes");
	}

	private void end(boolean start) {
		if (this.blocks.isEmpty()) {
			return;
		}
		if (inside("case expression") || start || (this.until && inside("repeat"))) {
			close();
		}
	}

	private boolean inside(String kind) {
		Block top = this.blocks.peek();
		return top != null && top.kind().equals(kind);
	}

	private void open(String kind, int line) {
		this.blocks.push(new Block(kind, line));
		this.innerStart = kind.equals("begin") || kind.equals("loop") || kind.equals("repeat");
		this.declaring = false;
	}

	private void close() {
		Block closed = this.blocks.pop();
		this.innerStart = false;
		if (closed.kind().equals("case expression")) {
			return;
		}
		this.until = false;
		if (this.blocks.isEmpty()) {
			this.state = State.PLAIN;
		}
	}

	private enum State {

		/** It is not known yet whether this statement may hold blocks. */
		HEAD,

		/** This statement may hold blocks. */
		BODY,

		/** This statement holds no blocks, or none any more. */
		PLAIN

	}

	private record Block(String kind, int line) {
	}

}
