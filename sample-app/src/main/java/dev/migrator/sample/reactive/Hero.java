package dev.migrator.sample.reactive;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * A hero, perhaps in a team.
 *
 * @param id the number, or {@code null} as long as it is not saved
 * @param heroName the name
 * @param secretName the name that few people know
 * @param age the age in years
 * @param powerLevel the power
 * @param teamId the number of the team
 */
record Hero(@Id @Nullable Integer id, String heroName, String secretName, @Nullable Integer age,
		@Nullable Integer powerLevel, @Nullable Integer teamId) {

}
