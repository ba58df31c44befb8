package dev.migrator.dialect.standard;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * A statement that grows piece by piece, with its values.
 */
final class StatementText {

	private final List<Piece> pieces = new ArrayList<>();

	private final List<@Nullable Object> binds = new ArrayList<>();

	StatementText sql(String sql) {
		this.pieces.add(new Piece(sql, false));
		return this;
	}

	/**
	 * Add words of the migration's author that have no values: a question mark in them is
	 * just a character.
	 */
	StatementText words(String sql) {
		this.pieces.add(new Piece(sql, true));
		return this;
	}

	StatementText bind(@Nullable Object value) {
		this.binds.add(bindable(value));
		return sql("?");
	}

	StatementText bound(String sql, List<@Nullable Object> values) {
		values.forEach((value) -> this.binds.add(bindable(value)));
		return sql(sql);
	}

	/**
	 * Return the statement.
	 * @param escape how question marks that are just characters are written in a
	 * statement with values
	 */
	SqlStatement toStatement(UnaryOperator<String> escape) {
		StringBuilder sql = new StringBuilder();
		for (Piece piece : this.pieces) {
			sql.append((piece.words() && !this.binds.isEmpty()) ? escape.apply(piece.sql()) : piece.sql());
		}
		return new SqlStatement(sql.toString(), this.binds);
	}

	// Drivers take only the types that JDBC names.
	private static @Nullable Object bindable(@Nullable Object value) {
		if (value instanceof Enum<?> constant) {
			return constant.name();
		}
		if (value instanceof CharSequence || value instanceof Character) {
			return value.toString();
		}
		if (value instanceof Instant instant) {
			return instant.atOffset(ZoneOffset.UTC);
		}
		return (value instanceof ZonedDateTime dateTime) ? dateTime.toOffsetDateTime() : value;
	}

	private record Piece(String sql, boolean words) {

	}

}
