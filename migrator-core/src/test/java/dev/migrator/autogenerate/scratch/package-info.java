@NullMarked
package dev.migrator.autogenerate.scratch;

import org.jspecify.annotations.NullMarked;
