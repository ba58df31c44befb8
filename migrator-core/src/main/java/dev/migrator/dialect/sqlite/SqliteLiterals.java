package dev.migrator.dialect.sqlite;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

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

	// A statement ends at a NUL character.
	@Override
	protected String string(String text) {
		return (text.indexOf('\0') == -1) ? super.string(text)
				: "cast(x'%s' as text)".formatted(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
	}

	@Override
	protected String bytes(String hex) {
		return "x'" + hex + "'";
	}

	// A number too large for a double is infinite.
	@Override
	protected String specialFloat(String number) {
		return number.replace("Infinity", "9e999");
	}

}
