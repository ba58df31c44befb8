package dev.migrator.script.source;

import java.util.List;

import dev.migrator.script.RevisionHeader;

/**
 * Writes the header of an SQL revision file. What stands in a header is on one line by
 * its kind: ids and labels hold no white space, and messages are normalised.
 */
final class SqlHeaderSource {

	private final StringBuilder text = new StringBuilder();

	private SqlHeaderSource() {
	}

	static String of(RevisionHeader header) {
		SqlHeaderSource source = new SqlHeaderSource();
		source.line("revision", header.id());
		source.list("down-revision", header.downRevisions());
		if (!header.message().isEmpty()) {
			source.line("message", header.message());
		}
		if (header.createdAt() != null) {
			source.line("created-at", header.createdAt().toString());
		}
		source.list("branch-labels", header.branchLabels());
		source.list("depends-on", header.dependsOn());
		source.list("replaces", header.replaces());
		if (!header.transactional()) {
			source.line("transactional", "false");
		}
		return source.text.toString().stripTrailing();
	}

	private void line(String key, String value) {
		this.text.append("-- ").append(key).append(": ").append(value).append('\n');
	}

	private void list(String key, List<String> values) {
		if (!values.isEmpty()) {
			line(key, String.join(", ", values));
		}
	}

}
