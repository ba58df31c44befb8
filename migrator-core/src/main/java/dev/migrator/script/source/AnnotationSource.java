package dev.migrator.script.source;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.script.RevisionHeader;

/**
 * Writes {@code @Revision(…)}, broken into lines as spring-javaformat does: attributes
 * fill a line of 120 characters; one that is too long for a line of its own is broken
 * itself, and what follows it begins on the next line. Where a list is longer than a
 * line, as that of six down revisions may be, formatters weigh many ways to break it; an
 * empty comment at the end of each line keeps them from it.
 */
final class AnnotationSource {

	private static final int WIDTH = 120;

	private static final int TAB = 4;

	/** Tabs in front of an attribute on a line of its own. */
	private static final int DEEP = 2;

	/** Tabs in front of the rest of an attribute that is longer than a line. */
	private static final int DEEPER = 4;

	private final StringBuilder text = new StringBuilder("@Revision(");

	private int column = this.text.length();

	private boolean first = true;

	private boolean broken;

	/** What stands at the end of each line. */
	private final String lineEnd;

	private final int width;

	private AnnotationSource(boolean hasLongList) {
		this.lineEnd = (hasLongList) ? " //" : "";
		this.width = WIDTH - this.lineEnd.length();
	}

	static String of(RevisionHeader header) {
		List<Attribute> attributes = attributes(header);
		AnnotationSource source = new AnnotationSource(attributes.stream().anyMatch(Attribute::isLongList));
		for (int i = 0; i < attributes.size(); i++) {
			source.append(attributes.get(i), (i + 1 < attributes.size()) ? "," : ")");
		}
		return source.text.toString();
	}

	private static List<Attribute> attributes(RevisionHeader header) {
		List<Attribute> attributes = new ArrayList<>();
		attributes.add(Attribute.text("id", header.id()));
		addList(attributes, "downRevision", header.downRevisions());
		if (!header.message().isEmpty()) {
			attributes.add(Attribute.text("message", header.message()));
		}
		if (header.createdAt() != null) {
			attributes.add(Attribute.text("createdAt", header.createdAt().toString()));
		}
		addList(attributes, "branchLabels", header.branchLabels());
		addList(attributes, "dependsOn", header.dependsOn());
		addList(attributes, "replaces", header.replaces());
		if (!header.transactional()) {
			attributes.add(new Attribute("transactional = ", "false", List.of()));
		}
		return attributes;
	}

	private static void addList(List<Attribute> attributes, String name, List<String> values) {
		if (values.size() == 1) {
			attributes.add(Attribute.text(name, values.get(0)));
		}
		else if (!values.isEmpty()) {
			attributes.add(Attribute.list(name, values));
		}
	}

	private void append(Attribute attribute, String end) {
		String whole = (this.first ? "" : " ") + attribute.name() + attribute.value() + end;
		if (!this.broken && this.column + whole.length() <= this.width) {
			append(whole);
		}
		else {
			newLine(DEEP);
			if (this.column + whole.strip().length() <= this.width) {
				append(whole.strip());
				this.broken = false;
			}
			else {
				appendBroken(attribute, end);
			}
		}
		this.first = false;
	}

	private void appendBroken(Attribute attribute, String end) {
		append(attribute.name());
		if (attribute.items().isEmpty()) {
			appendText(attribute.value(), end);
		}
		else {
			appendItems(attribute.items(), end);
		}
		this.broken = true;
	}

	private void appendItems(List<String> items, String end) {
		append("{");
		newLine(DEEPER);
		for (int i = 0; i < items.size(); i++) {
			String item = items.get(i) + ((i + 1 < items.size()) ? "," : "");
			if (i > 0 && this.column + 1 + item.length() <= this.width) {
				append(" ");
			}
			else if (i > 0) {
				newLine(DEEPER);
			}
			append(item);
		}
		newLine(DEEP);
		append("}" + end);
	}

	private void appendText(String literal, String end) {
		Pieces pieces = new Pieces(literal.substring(1, literal.length() - 1));
		// One column is left for what stands behind the last piece.
		append(pieces.next(this.width - this.column - 3));
		while (pieces.hasNext()) {
			newLine(DEEPER);
			append("+ " + pieces.next(this.width - this.column - 5));
		}
		append(end);
	}

	private void append(String part) {
		this.text.append(part);
		this.column += part.length();
	}

	private void newLine(int tabs) {
		this.text.append(this.lineEnd).append('\n').append("\t".repeat(tabs));
		this.column = tabs * TAB;
	}

	/**
	 * An attribute of the annotation.
	 *
	 * @param name its name and the equals sign
	 * @param value its value on one line
	 * @param items the values of a list
	 */
	private record Attribute(String name, String value, List<String> items) {

		boolean isLongList() {
			return !this.items.isEmpty() && DEEP * TAB + this.name.length() + this.value.length() + 1 > WIDTH;
		}

		static Attribute text(String name, String value) {
			return new Attribute(name + " = ", JavaLiteral.string(value), List.of());
		}

		static Attribute list(String name, List<String> values) {
			List<String> items = values.stream().map(JavaLiteral::string).toList();
			return new Attribute(name + " = ", "{ " + String.join(", ", items) + " }", items);
		}

	}

}
