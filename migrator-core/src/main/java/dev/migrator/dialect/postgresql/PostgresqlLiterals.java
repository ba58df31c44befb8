package dev.migrator.dialect.postgresql;

import java.time.LocalDate;
import java.util.Locale;

import dev.migrator.dialect.standard.StandardLiterals;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;

/**
 * Values as PostgreSQL reads them, with {@code standard_conforming_strings} on as it is
 * by default: a backslash is just a character.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical
 * Structure</a>
 * @see <a href="https://www.postgresql.org/docs/current/datatype-datetime.html">Date/Time
 * Types</a>
 */
final class PostgresqlLiterals extends StandardLiterals {

	@Override
	protected String string(String text) {
		if (text.indexOf('\0') != -1) {
			throw new MigratorException(ErrorCategory.UNSUPPORTED,
					"PostgreSQL cannot hold the NUL character of the text '%s'.".formatted(text.replace("\0", "\\0")),
					"Remove it, or keep the text as bytes.");
		}
		return super.string(text);
	}

	@Override
	protected String bytes(String hex) {
		return "'\\x" + hex + "'::bytea";
	}

	@Override
	protected String specialFloat(String number) {
		return "'" + number + "'::double precision";
	}

	@Override
	protected String year(LocalDate date) {
		int year = date.getYear();
		return String.format(Locale.ROOT, "%04d", (year > 0) ? year : 1 - year);
	}

	@Override
	protected String era(LocalDate date) {
		return (date.getYear() > 0) ? "" : " BC";
	}

}
