package dev.migrator.dialect.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import dev.migrator.dialect.standard.SqlWords;
import dev.migrator.dialect.standard.StandardLiterals;
import dev.migrator.session.SqliteValues;
import org.jspecify.annotations.Nullable;

/**
 * Values as SQLite reads them back: whatever is bound as text is text here, too.
 *
 * @see <a href= "https://www.sqlite.org/lang_expr.html#literal_values_constants_">Literal
 * Values</a>
 */
final class SqliteLiterals extends StandardLiterals {

	@Override
	public String write(@Nullable Object value) {
		return super.write(SqliteValues.stored(value));
	}

	// A statement would end at a NUL character.
	@Override
	protected String escaped(String text) {
		return "cast(x'%s' as text)".formatted(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
	}

	@Override
	protected String bytes(String hex) {
		return "x'" + hex + "'";
	}

	@Override
	protected String array(List<@Nullable Object> elements) {
		throw SqlWords.unsupported("SQLite has no lists as values.", "Use JSON there, for example by op.dialect().");
	}

	// A number too large for a double is infinite.
	@Override
	protected String specialFloat(String number) {
		return number.replace("Infinity", "9e999");
	}

}
