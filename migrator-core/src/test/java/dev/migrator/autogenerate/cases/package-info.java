@NullMarked
package dev.migrator.autogenerate.cases;

import org.jspecify.annotations.NullMarked;
