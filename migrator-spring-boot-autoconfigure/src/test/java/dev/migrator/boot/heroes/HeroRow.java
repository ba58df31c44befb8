package dev.migrator.boot.heroes;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A hero to Spring Data JDBC.
 *
 * @param id its number, or {@code null} as long as it is not saved
 * @param name its name
 */
@Table("HERO")
public record HeroRow(@Id @Nullable Long id, String name) {

}
