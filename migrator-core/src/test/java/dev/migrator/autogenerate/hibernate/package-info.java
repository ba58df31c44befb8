@NullMarked
package dev.migrator.autogenerate.hibernate;

import org.jspecify.annotations.NullMarked;
