package dev.migrator.autogenerate.aggregates;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An aggregate with all that belongs to one.
 *
 * @param id its id
 * @param title never null
 * @param motto may be null
 * @param level an enumeration
 * @param reward a decimal number
 * @param since a moment
 * @param open a primitive
 * @param place embedded
 * @param steps a list
 * @param names a map
 * @param signs a set
 * @param ending a single entity
 */
@Table
record Quest(@Id @Nullable Long id, String title, @Nullable String motto, Level level, BigDecimal reward, Instant since,
		boolean open, @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "place_") @Nullable Place place, List<Step> steps,
		Map<String, Name> names, Set<Sign> signs, @Nullable Ending ending) {

	enum Level {

		EASY, HARD

	}

	record Place(String city, int number) {

	}

	record Step(String text, List<Detail> details) {

	}

	record Detail(int weight) {

	}

	record Name(String text) {

	}

	record Sign(@Id UUID id, String text) {

	}

	record Ending(String text) {

	}

	@Table("Loot")
	static class Loot {

		@Id
		private UUID id = UUID.randomUUID();

		byte @Nullable [] picture;

		@Transient
		@Nullable Thread worker;

		UUID getId() {
			return this.id;
		}

	}

	/**
	 * The same table as {@link Quest}, after a change of the class.
	 *
	 * @param id its id
	 * @param title never null
	 * @param points a new column
	 */
	@Table("quest")
	record Changed(@Id @Nullable Long id, String title, int points) {

	}

	record Odd(@Id Long id, Runnable task, Class<?> kind) {

	}

}
