@NullMarked
package dev.migrator.autogenerate.aggregates;

import org.jspecify.annotations.NullMarked;
