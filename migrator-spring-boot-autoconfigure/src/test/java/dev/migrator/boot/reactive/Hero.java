package dev.migrator.boot.reactive;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A hero to Spring Data R2DBC.
 *
 * @param id its number, or {@code null} as long as it is not saved
 * @param name its name
 */
@Table
public record Hero(@Id @Nullable Long id, String name) {

}
