/**
 * How long things take: run by the Maven profile {@code benchmarks} only.
 */
@NullMarked
package dev.migrator.benchmark;

import org.jspecify.annotations.NullMarked;
