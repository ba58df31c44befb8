package dev.migrator;

import java.util.List;
import java.util.function.Consumer;

import dev.migrator.dialect.registry.Dialects;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.test.Databases;
import dev.migrator.test.RevisionFolder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What no script can say is refused in one sentence, and nothing is written.
 */
class OfflineRefusalTests extends OfflineScripts {

	@Test
	void rangesThatAreNoneAreRefused() {
		MigratorBuilder builder = builder(OfflineDatabase.POSTGRESQL);
		refused(builder, (to) -> to.migrator().upgrade("a:b:c", to.script()), ErrorCategory.NOT_FOUND, "one colon");
		refused(builder, (to) -> to.migrator().upgrade("bbb222:ccc333", to.script()), ErrorCategory.NOT_ANCESTOR,
				"'bbb222' (bbb222) does not lead up to 'ccc333'");
		refused(builder, (to) -> to.migrator().upgrade("bbb222:aaa111", to.script()), ErrorCategory.NOT_ANCESTOR,
				"does not lead up");
		refused(builder, (to) -> to.migrator().downgrade("aaa111", to.script()), ErrorCategory.NOT_FOUND,
				"head:aaa111");
		refused(builder, (to) -> to.migrator().downgrade("ggg777:", to.script()), ErrorCategory.NOT_FOUND, "Name both");
		refused(builder, (to) -> to.migrator().downgrade("bbb222:ccc333", to.script()), ErrorCategory.NOT_ANCESTOR,
				"ccc333");
		refused(builder, (to) -> to.migrator().downgrade("current:base", to.script()), ErrorCategory.NOT_FOUND,
				"'current'");
		refused(builder, (to) -> to.migrator().stamp("aaa111:", to.script()), ErrorCategory.NOT_FOUND, "stamp");
		refused(builder, (to) -> to.migrator().upgrade("nowhere:heads", to.script()), ErrorCategory.NOT_FOUND,
				"nowhere");
		refused(new RevisionFolder(this.folder).builder(Databases.h2()).locations("classpath:nowhere"),
				(to) -> to.migrator().upgrade("head", to.script()), ErrorCategory.NO_REVISIONS, "classpath:nowhere");
	}

	private void refused(MigratorBuilder builder, Consumer<Writing> content, ErrorCategory category, String message) {
		StringBuilder script = new StringBuilder();
		OfflineMigrator migrator = builder.buildOffline(Dialects.named("postgresql"));
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> content.accept(new Writing(migrator, script)))
			.withMessageContaining(message)
			.extracting(MigratorException::category)
			.isEqualTo(category);
		assertThat(script).isEmpty();
	}

	@Test
	void aRevisionThatAsksTheDatabaseIsNamedAndNothingIsWritten() {
		MigratorBuilder asking = builder(OfflineDatabase.POSTGRESQL).migrations(List.of(Asking.class));
		refused(asking, (to) -> to.migrator().upgrade("hhh888", to.script()), ErrorCategory.UNSUPPORTED,
				"The upgrade of revision hhh888 (Ask) at dev.migrator.OfflineRefusalTests$Asking (OfflineRefusalTests.java:");
		refused(asking, (to) -> to.migrator().upgrade("hhh888", to.script()), ErrorCategory.UNSUPPORTED,
				"Run this revision online");
		MigratorBuilder client = builder(OfflineDatabase.POSTGRESQL).migrations(List.of(AskingByClient.class));
		refused(client, (to) -> to.migrator().upgrade("hhh888", to.script()), ErrorCategory.UNSUPPORTED, "op.jdbc()");
	}

	@Test
	void aValueThatNoSqlCanSayIsNamedAndNothingIsWritten() {
		MigratorBuilder unwritable = builder(OfflineDatabase.POSTGRESQL).migrations(List.of(Unwritable.class));
		refused(unwritable, (to) -> to.migrator().upgrade("iii999", to.script()), ErrorCategory.UNSUPPORTED,
				"The upgrade of revision iii999");
		refused(builder(OfflineDatabase.POSTGRESQL).migrations(List.of(TooFewValues.class)),
				(to) -> to.migrator().upgrade("iii999", to.script()), ErrorCategory.INVALID_REVISION, "question marks");
	}

	@Revision(id = "hhh888", message = "Ask")
	static class Asking implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("create table asked (id integer)");
			op.query("select id from asked");
		}

	}

	@Revision(id = "hhh888", message = "Ask")
	static class AskingByClient implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.jdbc().sql("select 1").query().listOfRows();
		}

	}

	@Revision(id = "iii999")
	static class Unwritable implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("insert into hero values (?)", new Object());
		}

	}

	@Revision(id = "iii999")
	static class TooFewValues implements Migration {

		@Override
		public void upgrade(Operations op) {
			op.execute("insert into hero values (?, ?)", 1);
		}

	}

}
