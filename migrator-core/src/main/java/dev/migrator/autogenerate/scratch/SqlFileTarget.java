package dev.migrator.autogenerate.scratch;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.migrator.autogenerate.TargetSource;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.syntax.StatementKind;
import dev.migrator.dialect.syntax.StatementSplitter;
import dev.migrator.dialect.syntax.SqlText;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SchemaFilter;
import dev.migrator.session.SessionFactory;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * What an SQL file creates, for an application without entities. The database itself says
 * what that is: the file is run in a scratch place, which is read back like the database.
 *
 * @param location where the file is, for messages
 * @param sql its statements, in the words of the database, which create what there is to
 * be in the default schema
 * @param scratchServer another server of the same kind and version where it is run, or
 * {@code null} if it is run where the database is
 */
public record SqlFileTarget(String location, String sql,
		@Nullable SessionFactory scratchServer) implements TargetSource {

	/**
	 * Read a file where the database is.
	 * @param location where the file is, for messages
	 * @param sql its statements
	 */
	public SqlFileTarget(String location, String sql) {
		this(location, sql, null);
	}

	@Override
	public String name() {
		return this.location;
	}

	@Override
	public Schema read(Dialect dialect, SqlSession session) {
		List<SqlText> statements = StatementSplitter.split(this.sql, dialect.syntax(), this.location, 1);
		Scratch scratch = Scratch.of(dialect, session, this.scratchServer)
			.orElseThrow(() -> new MigratorException(ErrorCategory.UNSUPPORTED,
					"%s cannot be read on %s, which has no place to try it.".formatted(this.location, dialect.name()),
					"Declare a Schema bean in its place."));
		String own = prefix(dialect, session);
		try {
			return scratch.use((place) -> {
				statements.forEach((statement) -> run(statement, dialect, place));
				String scratched = prefix(dialect, place);
				UnaryOperator<String> texts = (text) -> text.replace(scratched, own);
				return new SchemaTexts(texts, texts).of(dialect.reflect(SchemaFilter.DEFAULT, place));
			});
		}
		catch (SqlSessionException ex) {
			throw new MigratorException(ErrorCategory.DATABASE,
					"No scratch schema can be made to read %s: %s".formatted(this.location, ex.getMessage()),
					"Let a user do this who may create schemas, by migrator.username and migrator.password, or name another server by migrator.autogenerate.scratch-url.",
					ex);
		}
	}

	private static String prefix(Dialect dialect, SqlSession session) {
		return dialect.quote(dialect.currentSchema(session)) + ".";
	}

	private void run(SqlText statement, Dialect dialect, SqlSession place) {
		if (StatementKind.of(statement.sql(), dialect.syntax()) == StatementKind.TRANSACTION) {
			throw new MigratorException(ErrorCategory.CONFIGURATION, "%s:%d: '%s' begins or ends a transaction."
				.formatted(this.location, statement.line(), statement.sql()),
					"Remove it; the file only says what there is to be.");
		}
		try {
			place.execute(SqlStatement.of(statement.sql()));
		}
		catch (SqlSessionException ex) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"%s:%d: The statement fails in an empty schema: %s.".formatted(this.location, statement.line(),
							StringUtils.trimTrailingCharacter(String.valueOf(ex.getMessage()), '.')),
					"Correct it; names stand without the default schema.", ex);
		}
	}

}
