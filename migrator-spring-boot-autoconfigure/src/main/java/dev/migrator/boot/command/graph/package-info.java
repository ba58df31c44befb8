/**
 * Revision graphs for people to look at: lanes in a terminal, Mermaid, Graphviz, and the
 * text that stands beside a revision.
 */
@NullMarked
package dev.migrator.boot.command.graph;

import org.jspecify.annotations.NullMarked;
