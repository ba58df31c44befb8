package dev.migrator.boot.command;

import java.io.PrintWriter;
import java.nio.charset.Charset;

import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes: results to standard output, everything else to standard error.
 *
 * @param out takes results
 * @param err takes errors and progress
 * @param ansi whether there are colours
 * @param charset how results are encoded
 */
record Console(PrintWriter out, PrintWriter err, Ansi ansi, Charset charset) {

	/**
	 * Return the process's own streams, whatever becomes of {@code System.out} later.
	 * @return the console
	 */
	static Console system() {
		Charset charset = Terminal.charset();
		return new Console(new PrintWriter(RedirectedOutput.results(), false, charset),
				new PrintWriter(System.err, true, charset), Ansi.AUTO, charset);
	}

	/**
	 * Write a line of results.
	 * @param text the line
	 */
	void print(String text) {
		this.out.println(text);
	}

	/**
	 * Give a text a style where there are colours.
	 * @param style one of picocli's styles, such as {@code fg(yellow)}
	 * @param text the text
	 * @return the text, with codes around it if need be
	 */
	String styled(String style, String text) {
		if (!this.ansi.enabled()) {
			return text;
		}
		Ansi.IStyle[] styles = Ansi.Style.parse(style);
		return Ansi.Style.on(styles) + text + Ansi.Style.off(styles);
	}

	void flush() {
		this.out.flush();
		this.err.flush();
	}

}
