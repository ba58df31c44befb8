package dev.migrator.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ScriptSessionTests {

	private final StringBuilder script = new StringBuilder();

	private final ScriptSession session = session(this.script);

	private static ScriptSession session(Appendable script) {
		return new ScriptSession(new DatabaseInfo("h2", 2, 0, null, null),
				(statement) -> Arrays.asList((statement.sql() + statement.binds()).replace("[]", "").split(";")),
				(sql) -> sql + ";", script);
	}

	@Test
	void statementsOfATransactionStandBetweenBeginAndCommit() {
		execute("a");
		this.session.begin();
		execute("b");
		execute("c");
		this.session.commit();
		execute("d");
		assertThat(this.script).hasToString("a;\n\nbegin;\n\nb;\n\nc;\n\ncommit;\n\nd;\n\n");
	}

	@Test
	void aTransactionOfOneStatementStandsAloneAndOneOfNoneNotAtAll() {
		this.session.begin();
		execute("a");
		this.session.commit();
		this.session.begin();
		this.session.commit();
		this.session.begin();
		execute("b;c");
		this.session.commit();
		assertThat(this.script).hasToString("a;\n\nbegin;\n\nb;\n\nc;\n\ncommit;\n\n");
	}

	@Test
	void aCommentIsOneLineWhateverItSays() {
		this.session.comment("drop\r\ntable\u2028hero\u0085; --");
		assertThat(this.script).hasToString("-- drop  table hero ; --\n\n");
	}

	@Test
	void aCommentInATransactionStandsWhereItWasMade() {
		this.session.begin();
		execute("a");
		this.session.comment("one");
		execute("b");
		this.session.commit();
		assertThat(this.script).hasToString("begin;\n\na;\n\n-- one\n\nb;\n\ncommit;\n\n");
	}

	@Test
	void rowsOfABatchAreOneStatementEach() {
		assertThat(this.session.executeBatch("insert", List.of(List.of(1), List.of(2)))).isZero();
		assertThat(this.script).hasToString("insert[1];\n\ninsert[2];\n\n");
	}

	@Test
	void transactionsAreNumberedAndAreNotWithinOneAnother() {
		assertThat(this.session.transaction()).isZero();
		this.session.begin();
		assertThat(this.session.transaction()).isEqualTo(1);
		assertThat(this.session.inTransaction()).isTrue();
		assertThatIllegalStateException().isThrownBy(this.session::begin);
		this.session.rollback();
		assertThatIllegalStateException().isThrownBy(this.session::commit);
		this.session.begin();
		assertThat(this.session.transaction()).isEqualTo(2);
	}

	@Test
	void nothingCanBeAsked() {
		assertThat(this.session.isOffline()).isTrue();
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> this.session.query(SqlStatement.of("select 1")))
			.withMessageContaining("select 1")
			.extracting(MigratorException::category)
			.isEqualTo(ErrorCategory.UNSUPPORTED);
		assertThatExceptionOfType(MigratorException.class).isThrownBy(this.session::jdbc)
			.withMessageContaining("op.jdbc()");
	}

	@Test
	void aFullDiskIsNoSilence() {
		Appendable full = new Appendable() {

			@Override
			public Appendable append(CharSequence text) throws IOException {
				throw new IOException("No space left");
			}

			@Override
			public Appendable append(CharSequence text, int start, int end) throws IOException {
				throw new IOException("No space left");
			}

			@Override
			public Appendable append(char character) throws IOException {
				throw new IOException("No space left");
			}

		};
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> session(full).comment("a"));
	}

	private void execute(String sql) {
		this.session.execute(SqlStatement.of(sql));
	}

}
