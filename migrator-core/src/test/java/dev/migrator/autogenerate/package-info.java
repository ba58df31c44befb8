@NullMarked
package dev.migrator.autogenerate;

import org.jspecify.annotations.NullMarked;
