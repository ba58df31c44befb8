package dev.migrator.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A primary key or a unique constraint as a migration describes it.
 *
 * @param <S> its own type
 */
public abstract sealed class KeySpec<S extends KeySpec<S>> extends DeferrableSpec<S>
		permits PrimaryKeySpec, UniqueSpec {

	private List<String> columns = List.of();

	private List<String> include = List.of();

	private @Nullable String usingIndex;

	KeySpec() {
	}

	/**
	 * Its columns.
	 * @param names their names
	 * @return this
	 */
	public S columns(String... names) {
		this.columns = List.of(names);
		return self();
	}

	/**
	 * More columns that its index holds, for queries to read them there (PostgreSQL).
	 * @param names their names
	 * @return this
	 */
	public S include(String... names) {
		this.include = List.of(names);
		return self();
	}

	/**
	 * Take a unique index that is there, which spares the time to build one (PostgreSQL).
	 * The index has the columns.
	 * @param index its name
	 * @return this
	 */
	public S usingIndex(String index) {
		this.usingIndex = index;
		return self();
	}

	List<String> columnNames() {
		if (this.columns.isEmpty() == (this.usingIndex == null)) {
			throw new IllegalArgumentException("A key needs columns(…) or usingIndex(…), and not both");
		}
		return this.columns;
	}

	List<String> included() {
		return this.include;
	}

	@Nullable String index() {
		return this.usingIndex;
	}

}
