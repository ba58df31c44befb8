@NullMarked
package dev.migrator.boot.command;

import org.jspecify.annotations.NullMarked;
