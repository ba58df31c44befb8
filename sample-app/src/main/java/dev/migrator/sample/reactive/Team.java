package dev.migrator.sample.reactive;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * A team of heroes.
 *
 * @param id the number, or {@code null} as long as it is not saved
 * @param name the name
 * @param headquarters where the team meets
 */
record Team(@Id @Nullable Integer id, String name, String headquarters) {

}
