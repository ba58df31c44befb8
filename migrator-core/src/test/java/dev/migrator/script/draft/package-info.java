@NullMarked
package dev.migrator.script.draft;

import org.jspecify.annotations.NullMarked;
