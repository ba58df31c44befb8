package dev.migrator.session;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Row;
import dev.migrator.test.Databases;
import io.r2dbc.spi.R2dbcException;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@ParameterizedClass
@ValueSource(strings = { "postgresql", "h2", "mariadb", "mysql" })
class R2dbcSessionTests {

	@Parameter
	String database = "";

	private DataSource dataSource;

	private SqlSession session;

	private SqlSession other;

	@BeforeEach
	void open() {
		this.dataSource = Databases.of(this.database);
		this.session = R2dbcSession.open(Databases.r2dbc(this.dataSource), null);
		this.other = R2dbcSession.open(Databases.r2dbc(this.dataSource), null);
	}

	@AfterEach
	void close() {
		this.session.close();
		this.other.close();
	}

	private boolean isPostgresql() {
		return this.database.equals("postgresql");
	}

	private boolean isMysqlFamily() {
		return this.database.equals("mariadb") || this.database.equals("mysql");
	}

	private static long execute(SqlSession session, String sql, @Nullable Object... binds) {
		return session.execute(SqlStatement.of(sql, binds));
	}

	private static long count(SqlSession session) {
		return session.query(SqlStatement.of("select count(*) as n from hero")).get(0).number("n");
	}

	@Test
	void theDatabaseIsToldFromItsConnection() {
		DatabaseInfo info = this.session.database();
		assertThat(info.product()).isEqualToIgnoringCase(this.database);
		assertThat(info.isAtLeast((isPostgresql()) ? 14 : 2, 0)).isTrue();
		assertThat(info.isAtLeast(info.majorVersion(), info.minorVersion() + 1)).isFalse();
		assertThat(info.url()).isNull();
		assertThat(String.valueOf(info.user())).isEqualToIgnoringCase(switch (this.database) {
			case "postgresql" -> "postgres";
			case "mariadb", "mysql" -> "migrator";
			default -> "sa";
		});
	}

	@Test
	void aStatementOutsideATransactionCommitsByItself() {
		execute(this.session, "create table hero (id integer)");
		assertThat(execute(this.session, "insert into hero values (1), (2)")).isEqualTo(2);
		assertThat(count(this.other)).isEqualTo(2);
		assertThat(this.session.inTransaction()).isFalse();
	}

	@Test
	void aTransactionIsSeenWhenItIsCommitted() {
		execute(this.session, "create table hero (id integer)");
		this.session.begin();
		execute(this.session, "insert into hero values (1)");
		assertThat(this.session.inTransaction()).isTrue();
		assertThat(count(this.other)).isZero();
		this.session.commit();
		assertThat(this.session.inTransaction()).isFalse();
		assertThat(count(this.other)).isEqualTo(1);
		execute(this.session, "insert into hero values (2)");
		assertThat(count(this.other)).isEqualTo(2);
	}

	@Test
	void aTransactionThatIsRolledBackOrNotEndedLeavesNothing() {
		execute(this.session, "create table hero (id integer)");
		this.session.begin();
		execute(this.session, "insert into hero values (1)");
		this.session.rollback();
		assertThat(this.session.inTransaction()).isFalse();
		this.session.rollback();
		this.session.begin();
		execute(this.session, "insert into hero values (2)");
		this.session.close();
		assertThat(count(this.other)).isZero();
	}

	@Test
	void rowsKeepTheirValuesAndAreReadByAnyCaseOfAColumn() {
		execute(this.session, "create table hero (id integer, name varchar(20), pay numeric(10, 2), born date)");
		assertThat(execute(this.session, "insert into hero values (?, ?, ?, ?)", 1, "Deadpond", new BigDecimal("1.50"),
				LocalDate.parse("2026-01-15")))
			.isEqualTo(1);
		execute(this.session, "insert into hero values (?, ?, ?, ?)", 2, null, null, null);
		List<Row> rows = this.session.query(SqlStatement.of("select * from hero where id < ? order by id", 3));
		assertThat(rows).hasSize(2);
		assertThat(rows.get(0).number("ID")).isEqualTo(1);
		assertThat(rows.get(0).string("name")).isEqualTo("Deadpond");
		assertThat(rows.get(0).get("Pay")).isEqualTo(new BigDecimal("1.50"));
		assertThat(rows.get(0).string("born")).isEqualTo("2026-01-15");
		assertThat(rows.get(1).get("name")).isNull();
	}

	@Test
	void valuesAreBoundByTheirType() {
		String moment = (isMysqlFamily()) ? "timestamp" : "timestamp with time zone";
		String id = (this.database.equals("mysql")) ? "binary(16)" : "uuid";
		execute(this.session, "create table hero (u %s, at %s, ok boolean)".formatted(id, moment));
		UUID uuid = UUID.randomUUID();
		OffsetDateTime at = OffsetDateTime.parse("2026-01-15T10:00:00+05:30");
		execute(this.session, "insert into hero values (?, ?, ?)", uuid, at, true);
		assertThat(this.session
			.query(SqlStatement.of("select 1 as one from hero where u = ? and at = ? and ok = ?", uuid, at, true)))
			.hasSize(1);
	}

	@Test
	void aQuestionMarkWithoutValuesIsACharacter() {
		execute(this.session, "create table hero (name varchar(20) default 'who?')");
		execute(this.session, "insert into hero values ('? {fn now()}')");
		assertThat(this.session.query(SqlStatement.of("select name from hero")).get(0).string("name"))
			.isEqualTo("? {fn now()}");
		if (isPostgresql()) {
			execute(this.session, "create table tagged as select '{\"a\": 1}'::jsonb as tags");
			assertThat(execute(this.session, "update tagged set tags = '{}' where tags ? 'a'")).isEqualTo(1);
			assertThat(execute(this.session, "delete from tagged where tags ??| array['a'] or 1 = ?", 1)).isEqualTo(1);
		}
	}

	@Test
	void aBatchCountsTheRowsOfAllItsRuns() {
		execute(this.session, "create table hero (id integer primary key, name varchar(20))");
		List<List<@Nullable Object>> rows = new ArrayList<>();
		for (int i = 0; i < 2500; i++) {
			rows.add(Arrays.asList(i, (i % 2 == 0) ? null : "odd"));
		}
		assertThat(this.session.executeBatch("insert into hero values (?, ?)", rows)).isEqualTo(2500);
		assertThat(count(this.other)).isEqualTo(2500);
		SqlSessionException ex = catchThrowableOfType(SqlSessionException.class,
				() -> this.session.executeBatch("insert into hero values (?, ?)", List.of(Arrays.asList(1, "twice"))));
		assertThat(ex.sqlState()).isEqualTo((isMysqlFamily()) ? "23000" : "23505");
	}

	@Test
	void aRefusedStatementIsTold() {
		SqlSessionException ex = catchThrowableOfType(SqlSessionException.class,
				() -> execute(this.session, "select * from nowhere"));
		assertThat(ex.sql()).isEqualTo("select * from nowhere");
		assertThat(ex.sqlState()).isEqualTo(switch (this.database) {
			case "postgresql" -> "42P01";
			case "mariadb", "mysql" -> "42S02";
			default -> "42S04";
		});
		assertThat(ex).message().containsIgnoringCase("nowhere");
		assertThat(ex.getCause()).isInstanceOf(R2dbcException.class);
	}

	@Test
	void anErrorInALaterStatementOfATextIsTold() {
		if (isPostgresql()) {
			assertThatExceptionOfType(SqlSessionException.class)
				.isThrownBy(() -> execute(this.session, "select 1; select 1 / 0"))
				.withMessageContaining("division by zero");
		}
	}

	@Test
	void thereIsNoClientOfJdbc() {
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> this.session.jdbc())
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED))
			.withMessageContaining("over R2DBC");
	}

	@Test
	void aDatabaseThatIsNotThereIsTold() {
		JdbcDataSource nowhere = new JdbcDataSource();
		nowhere.setURL("jdbc:h2:mem:nowhere;IFEXISTS=TRUE");
		assertThatExceptionOfType(MigratorException.class)
			.isThrownBy(() -> R2dbcSession.open(Databases.r2dbc(nowhere), null))
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.DATABASE))
			.withMessageStartingWith("There is no connection to the database: ")
			.withMessageEndingWith("Check its URL, user and password, and that it is running.");
	}

}
