package dev.migrator.boot.command.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionInfo;

/**
 * Revisions for tests.
 */
final class Revisions {

	private Revisions() {
	}

	/**
	 * Make a list of revisions.
	 * @param text the revisions, separated by commas, each with its down revisions behind
	 * a colon: {@code m: a b, b, a}
	 * @return the revisions in that order
	 */
	static List<RevisionInfo> list(String text) {
		List<RevisionInfo> revisions = new ArrayList<>();
		for (String revision : text.split(",", -1)) {
			String[] words = revision.strip().split("[: ]+", -1);
			revisions.add(revision(words[0], List.of(words).subList(1, words.length)));
		}
		return revisions;
	}

	static RevisionInfo revision(String id, List<String> down) {
		return new RevisionInfo(id, down, List.of(), Collections.emptySet(), "", null);
	}

	static RevisionInfo revision(String id, List<String> down, List<String> dependsOn, List<String> labels,
			String message) {
		return new RevisionInfo(id, down, dependsOn, new LinkedHashSet<>(labels), message,
				Instant.parse("2026-01-15T10:00:00Z"));
	}

	/**
	 * A shop of two branches and a merge, and a base of its own that depends on one of
	 * them by its label.
	 */
	static RevisionGraph shop() {
		return RevisionGraph.of(List.of(revision("1975ea83b712", List.of(), List.of(), List.of(), "Add hero table"),
				revision("27c6a30d7c24", List.of("1975ea83b712"), List.of(), List.of("orders"), "Add orders"),
				revision("3b1c", List.of("1975ea83b712"), List.of(), List.of("billing"), "Add invoices"),
				revision("4f00", List.of("27c6a30d7c24", "3b1c"), List.of(), List.of(), "Merge orders and billing"),
				revision("a001", List.of(), List.of("billing"), List.of("reports", "warehouse"), "Add reports")));
	}

	static List<RevisionInfo> newestFirst(RevisionGraph graph) {
		return graph.history("", "", List.of());
	}

}
