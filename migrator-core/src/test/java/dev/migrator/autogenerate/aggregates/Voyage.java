package dev.migrator.autogenerate.aggregates;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An aggregate whose id is of two columns.
 *
 * @param id its id
 * @param title never null
 * @param legs a list with a list in it
 * @param map a single entity
 * @param crew a set of entities without an id
 */
@Table
record Voyage(@Id @Embedded(onEmpty = OnEmpty.USE_NULL) Key id, String title, List<Leg> legs, @Nullable Map map,
		Set<Crew> crew) {

	record Key(String ship, int number) {

	}

	record Leg(int miles, List<Port> ports) {

	}

	record Port(String name) {

	}

	record Map(String picture) {

	}

	record Crew(String name) {

	}

	enum Mark {

		GOOD, BAD

	}

	/**
	 * Collections of simple types; bytes are one value.
	 */
	@Table
	static class Log {

		@Id
		@Nullable Long id;

		List<String> names = List.of();

		int[] numbers = {};

		Set<Mark> marks = Set.of();

		@Nullable List<UUID> ids;

		int[][] grid = {};

		byte[] seal = {};

	}

	/**
	 * An id that is a record with a prefix.
	 *
	 * @param key its id
	 * @param price a column
	 */
	@Table
	record Ticket(@Id @Embedded(onEmpty = OnEmpty.USE_EMPTY, prefix = "seat_") Seat key, int price) {

		record Seat(String train, int place) {

		}

	}

}
