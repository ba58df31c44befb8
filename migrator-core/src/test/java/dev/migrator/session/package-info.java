@NullMarked
package dev.migrator.session;

import org.jspecify.annotations.NullMarked;
