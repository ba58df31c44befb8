/**
 * What JPA entities want, read without starting JPA. Applications without Hibernate do
 * not load these classes.
 */
@NullMarked
package dev.migrator.boot.autogenerate.jpa;

import org.jspecify.annotations.NullMarked;
