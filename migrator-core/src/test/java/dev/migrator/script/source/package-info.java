@NullMarked
package dev.migrator.script.source;

import org.jspecify.annotations.NullMarked;
