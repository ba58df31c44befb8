package dev.migrator.dialect.standard;

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
		this.binds.add(value);
		return sql("?");
	}

	StatementText bound(String sql, List<@Nullable Object> values) {
		this.binds.addAll(values);
		return sql(sql);
	}

	/**
	 * Return the statement.
	 * @param escape how question marks that are just characters are written in a
	 * statement with values
	 * @param bindable how values are bound
	 */
	SqlStatement toStatement(UnaryOperator<String> escape, UnaryOperator<@Nullable Object> bindable) {
		StringBuilder sql = new StringBuilder();
		for (Piece piece : this.pieces) {
			sql.append((piece.words() && !this.binds.isEmpty()) ? escape.apply(piece.sql()) : piece.sql());
		}
		List<@Nullable Object> values = new ArrayList<>(this.binds);
		values.replaceAll(bindable);
		return new SqlStatement(sql.toString(), values);
	}

	private record Piece(String sql, boolean words) {

	}

}
