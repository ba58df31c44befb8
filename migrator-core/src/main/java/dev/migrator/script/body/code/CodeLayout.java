package dev.migrator.script.body.code;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.script.body.code.Code.Block;
import dev.migrator.script.body.code.Code.Call;
import dev.migrator.script.body.code.Code.Chain;
import dev.migrator.script.body.code.Code.Declaration;
import dev.migrator.script.body.code.Code.Lambda;
import dev.migrator.script.body.code.Code.Text;
import dev.migrator.script.body.code.Code.TextBlock;
import dev.migrator.script.source.JavaLiteral;
import dev.migrator.script.source.Pieces;

/**
 * Breaks statements into lines as spring-javaformat does: what fits stands on one line of
 * 120 characters; else each call of a chain but the first begins a line; arguments fill
 * lines; strings are cut where they are longer than a line.
 */
public final class CodeLayout {

	private static final int WIDTH = 120;

	private static final int TAB = 4;

	/** No piece of a string is shorter, however deep it stands. */
	private static final int SHORTEST = 20;

	private static final String QUOTES = "\"\"\"";

	private final int base;

	private final List<String> lines = new ArrayList<>();

	private final StringBuilder line = new StringBuilder();

	private int indentation;

	private CodeLayout(int base) {
		this.base = base;
	}

	/**
	 * Write a statement.
	 * @param statement the statement without its semicolon
	 * @param base how many tabs will stand in front of each line
	 * @return its lines, without those tabs
	 */
	public static List<String> statement(Code statement, int base) {
		CodeLayout layout = new CodeLayout(base);
		layout.writeStatement(statement);
		layout.endLine();
		return layout.lines;
	}

	private void writeStatement(Code statement) {
		write((statement instanceof Chain chain && chain.calls().size() == 1) ? withBlock(chain) : statement, ";");
	}

	/** A lambda that does not stand on one line says what it does by statements. */
	private Code withBlock(Chain chain) {
		Call call = chain.calls().get(0);
		int last = call.arguments().size() - 1;
		if (last < 0 || !(call.arguments().get(last) instanceof Lambda lambda)) {
			return chain;
		}
		String flat = lambda.flat();
		if (flat != null && (fits(chain.flat() + ";") || (last > 0 && fits(flat + ");", this.indentation + 2)))) {
			return chain;
		}
		List<Code> arguments = new ArrayList<>(call.arguments().subList(0, last));
		arguments.add(lambda.asBlock());
		return new Chain(chain.receiver(), List.of(new Call(call.name(), arguments)));
	}

	private void write(Code code, String end) {
		String flat = code.flat();
		if (flat != null && fits(flat + end)) {
			this.line.append(flat).append(end);
		}
		else if (code instanceof Chain chain) {
			write(chain, end);
		}
		else if (code instanceof Call call) {
			write(call, end);
		}
		else if (code instanceof Lambda lambda) {
			this.line.append(lambda.arrow());
			write(lambda.body(), end);
		}
		else if (code instanceof Declaration declaration) {
			writeDeclaration(declaration, end);
		}
		else if (code instanceof Block block) {
			write(block, end);
		}
		else if (code instanceof Text text) {
			write(text, end);
		}
		else if (code instanceof TextBlock text) {
			write(text, end);
		}
		else {
			this.line.append(flat).append(end);
		}
	}

	/** A value's only call begins a line where its first argument would. */
	private void writeDeclaration(Declaration declaration, String end) {
		this.line.append(declaration.assignment());
		String flat = declaration.value().flat();
		if (flat != null && !fits(flat + end) && declaration.value() instanceof Chain chain && chain.calls().size() == 1
				&& beginsLine(chain, end)) {
			write(chain.receiver(), "");
			newLine(1);
			this.line.append('.');
			write(chain.calls().get(0), end);
		}
		else {
			write(declaration.value(), end);
		}
	}

	private boolean beginsLine(Chain chain, String end) {
		Call call = chain.calls().get(0);
		int arguments = call.arguments().size();
		return fits("." + call.flat() + end, 1)
				&& (arguments == 0 || !fits("%s.%s(%s%s".formatted(chain.receiver().flat(), call.name(),
						call.arguments().get(0).flat(), (arguments > 1) ? "," : ")" + end)));
	}

	private void write(Chain chain, String end) {
		int start = this.indentation;
		boolean created = chain.receiver() instanceof Call call && call.isCreation();
		write(chain.receiver(), "");
		List<Call> calls = chain.calls();
		for (int i = 0; i < calls.size(); i++) {
			if (i > 0 || created) {
				newLine(start + 1);
			}
			this.line.append('.');
			write(calls.get(i), (i + 1 < calls.size()) ? "" : end);
		}
	}

	private void write(Call call, String end) {
		String flat = call.flat();
		if (flat != null && fits(flat + end)) {
			this.line.append(flat).append(end);
			return;
		}
		int start = this.indentation;
		this.line.append(call.name()).append('(');
		List<Code> arguments = call.arguments();
		boolean broken = false;
		for (int i = 0; i < arguments.size(); i++) {
			String after = (i + 1 < arguments.size()) ? "," : ")" + end;
			Code argument = withoutBreak(arguments.get(i), after, start);
			String blank = (i > 0) ? " " : "";
			if (!broken && standsBehind(argument, blank, after, i == 0 && arguments.size() == 1, start)) {
				this.line.append(blank);
			}
			else {
				newLine(start + 2);
			}
			int before = this.lines.size();
			write(argument, after);
			broken = this.lines.size() > before && !(argument instanceof Block) && !(argument instanceof TextBlock);
		}
		if (arguments.isEmpty()) {
			this.line.append(')').append(end);
		}
	}

	/**
	 * A lambda that is one character too long for a line of its own would be broken
	 * behind its first bracket. By a longer name of its parameter it is too long for
	 * that, too.
	 */
	private Code withoutBreak(Code argument, String after, int start) {
		String flat = argument.flat();
		boolean fitsButForOne = flat != null
				&& (start + 2 + this.base) * TAB + flat.length() + after.length() == WIDTH + 1;
		return (fitsButForOne && argument instanceof Lambda lambda) ? lambda.withLongerParameter() : argument;
	}

	/** Whether an argument goes on with the line, rather than beginning the next one. */
	private boolean standsBehind(Code argument, String blank, String after, boolean alone, int start) {
		if (argument instanceof Block block) {
			return fits(blank + block.header());
		}
		if (argument instanceof TextBlock) {
			return fits(blank + QUOTES);
		}
		String flat = argument.flat();
		if (flat != null && fits(blank + flat + after)) {
			return true;
		}
		return alone && !(flat != null && fits(flat + after, start + 2)) && !(argument instanceof Code.Atom);
	}

	private void write(Block block, String end) {
		int start = this.indentation;
		this.line.append(block.header());
		for (Code statement : block.statements()) {
			newLine(start + 1);
			writeStatement(statement);
		}
		newLine(start);
		this.line.append('}').append(end);
	}

	private void write(Text text, String end) {
		int start = this.indentation;
		Pieces pieces = new Pieces(JavaLiteral.escape(text.value()));
		this.line.append(pieces.next(widest(end)));
		while (pieces.hasNext()) {
			newLine(start + 2);
			this.line.append("+ ").append(pieces.next(widest(end)));
		}
		this.line.append(end);
	}

	private void write(TextBlock text, String end) {
		int start = this.indentation;
		this.line.append(QUOTES);
		for (String content : TextBlockLines.of(text.value())) {
			newLine(content.isEmpty() ? 0 : start + 2);
			this.line.append(content);
		}
		this.line.append(QUOTES).append(end);
	}

	/** How long a piece of a string may be, without its quotes. */
	private int widest(String end) {
		return Math.max(SHORTEST, WIDTH - column() - end.length() - 2);
	}

	private boolean fits(String text, int tabs) {
		return (tabs + this.base) * TAB + text.length() <= WIDTH;
	}

	private boolean fits(String text) {
		return column() + text.length() <= WIDTH;
	}

	private int column() {
		return (this.indentation + this.base) * TAB + this.line.length();
	}

	private void newLine(int tabs) {
		endLine();
		this.indentation = tabs;
	}

	private void endLine() {
		this.lines.add(this.line.isEmpty() ? "" : "\t".repeat(this.indentation) + this.line);
		this.line.setLength(0);
	}

}
