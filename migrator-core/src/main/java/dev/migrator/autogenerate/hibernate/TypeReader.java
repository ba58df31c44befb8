package dev.migrator.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.syntax.SqlLexer;
import dev.migrator.dialect.syntax.SqlToken;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.RawType;
import dev.migrator.schema.Types;
import org.hibernate.mapping.Column;

/**
 * Reads the types of columns, which Hibernate's dialect gives in the database's words.
 */
final class TypeReader {

	private static final Pattern LIST = Pattern.compile("(.+?) array(?:\\[(\\d+)])?");

	private static final Pattern FLOAT = Pattern.compile("float\\((\\d+)\\)");

	private static final Pattern ENUM = Pattern.compile("enum ?\\(.*\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	/** The largest precision of a floating point number of four bytes, in bits. */
	private static final int REAL_BITS = 24;

	private final Dialect dialect;

	private final NamedEnums enums;

	private final CompositeTypes composites;

	TypeReader(Dialect dialect, NamedEnums enums, CompositeTypes composites) {
		this.dialect = dialect;
		this.enums = enums;
		this.composites = composites;
	}

	ColumnType read(String text, Column column) {
		ColumnType named = this.enums.typeOf(text, column);
		return (named != null) ? named : read(text);
	}

	private ColumnType read(String text) {
		ColumnType composite = this.composites.typeOf(text);
		if (composite != null) {
			return composite;
		}
		String lower = text.toLowerCase(Locale.ROOT);
		Matcher list = LIST.matcher(lower);
		if (list.matches()) {
			ColumnType element = read(text.substring(0, list.end(1)));
			return new ArrayType(element, (list.group(2) != null) ? Integer.valueOf(list.group(2)) : null);
		}
		Matcher floating = FLOAT.matcher(lower);
		if (floating.matches()) {
			return (Integer.parseInt(floating.group(1)) <= REAL_BITS) ? Types.real() : Types.doublePrecision();
		}
		if (ENUM.matcher(text).matches()) {
			return new EnumType(null, strings(text));
		}
		return this.dialect.reflected(new RawType(text));
	}

	private List<String> strings(String text) {
		List<String> values = new ArrayList<>();
		for (SqlToken token : SqlLexer.tokens(text, this.dialect.syntax(), 1)) {
			if (token.kind() == SqlToken.Kind.STRING) {
				values.add(token.text().substring(1, token.text().length() - 1).replace("''", "'"));
			}
		}
		return values;
	}

}
