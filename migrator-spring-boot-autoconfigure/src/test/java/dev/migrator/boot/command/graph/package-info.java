@NullMarked
package dev.migrator.boot.command.graph;

import org.jspecify.annotations.NullMarked;
