/**
 * An application of heroes, by Spring Data JPA and Spring Data JDBC, for tests.
 */
@NullMarked
package dev.migrator.boot.heroes;

import org.jspecify.annotations.NullMarked;
