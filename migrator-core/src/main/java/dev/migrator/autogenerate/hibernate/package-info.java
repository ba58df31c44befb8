/**
 * Reads what JPA entities want of a database from Hibernate's own model of them. The
 * application brings Hibernate along, or does without this package.
 */
@NullMarked
package dev.migrator.autogenerate.hibernate;

import org.jspecify.annotations.NullMarked;
