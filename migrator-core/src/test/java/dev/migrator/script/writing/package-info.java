@NullMarked
package dev.migrator.script.writing;

import org.jspecify.annotations.NullMarked;
