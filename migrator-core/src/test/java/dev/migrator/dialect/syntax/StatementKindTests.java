package dev.migrator.dialect.syntax;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StatementKind}.
 */
class StatementKindTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			insert into t values (1)                          | DATA
			-- c\\n  (SELECT 1) union select 2                | DATA
			with a as (select 1) delete from t                | DATA
			merge into t using u on 1 = 1                     | DATA
			create table t (a int)                            | DEFINITION
			create unique index i on t (a)                    | DEFINITION
			create index concurrently_not on t (a)            | DEFINITION
			create index "concurrently" on t (a)              | DEFINITION
			alter type mood add value 'happy'                 | DEFINITION
			alter table t drop column concurrently            | DEFINITION
			comment on table t is 'x'                         | DEFINITION
			grant select on t to u                            | DEFINITION
			refresh materialized view concurrently v          | DEFINITION
			reindex table t                                   | DEFINITION
			cluster t                                         | OTHER
			BEGIN                                             | TRANSACTION
			begin isolation level serializable                | TRANSACTION
			Start Transaction                                 | TRANSACTION
			prepare transaction 'x'                           | TRANSACTION
			prepare p as select 1                             | OTHER
			commit                                            | TRANSACTION
			end                                               | TRANSACTION
			rollback to savepoint s                           | TRANSACTION
			savepoint s                                       | TRANSACTION
			release s                                         | TRANSACTION
			commit prepared 'x'                               | NOT_TRANSACTIONAL
			create index concurrently i on t (a)              | NOT_TRANSACTIONAL
			create unique index concurrently i on t (a)       | NOT_TRANSACTIONAL
			create /* c */ index -- d\\n CONCURRENTLY on t (a) | NOT_TRANSACTIONAL
			drop index concurrently if exists i               | NOT_TRANSACTIONAL
			reindex index concurrently i                      | NOT_TRANSACTIONAL
			reindex (concurrently) table t                    | NOT_TRANSACTIONAL
			reindex database d                                | NOT_TRANSACTIONAL
			vacuum analyze t                                  | NOT_TRANSACTIONAL
			create database d                                 | NOT_TRANSACTIONAL
			drop tablespace s                                 | NOT_TRANSACTIONAL
			alter system set a = 1                            | NOT_TRANSACTIONAL
			alter database d set tablespace s                 | NOT_TRANSACTIONAL
			alter database d set work_mem = '1MB'             | DEFINITION
			alter table t detach partition u concurrently     | NOT_TRANSACTIONAL
			create subscription s connection 'x' publication p | NOT_TRANSACTIONAL
			copy t to '/tmp/x'                                | COPY
			set search_path to a                              | SETTING
			do $$ begin end $$                                | OTHER
			call p()                                          | OTHER
			-- nothing                                        | OTHER
			""")
	void postgresqlsStatementsAreTold(String sql, StatementKind kind) {
		assertThat(StatementKind.of(sql.replace("\\n", "\n"), SqlSyntax.POSTGRESQL)).isEqualTo(kind);
	}

	@Test
	void otherDatabasesHaveTheirOwnKinds() {
		assertThat(StatementKind.of("vacuum", SqlSyntax.SQLITE)).isEqualTo(StatementKind.NOT_TRANSACTIONAL);
		assertThat(StatementKind.of("pragma main.foreign_keys = off", SqlSyntax.SQLITE))
			.isEqualTo(StatementKind.SETTING);
		assertThat(StatementKind.of("create database d", SqlSyntax.MYSQL)).isEqualTo(StatementKind.DEFINITION);
		assertThat(StatementKind.of("set autocommit = 0", SqlSyntax.MYSQL)).isEqualTo(StatementKind.TRANSACTION);
		assertThat(StatementKind.of("begin not atomic select 1; end", SqlSyntax.MYSQL)).isEqualTo(StatementKind.OTHER);
		assertThat(StatementKind.of("/*!50003 CREATE*/ /*!50003 TRIGGER t */", SqlSyntax.MYSQL))
			.isEqualTo(StatementKind.DEFINITION);
		assertThat(StatementKind.of("replace into t values (1)", SqlSyntax.MYSQL)).isEqualTo(StatementKind.DATA);
		assertThat(StatementKind.of("create index concurrently on t (a)", SqlSyntax.H2))
			.isEqualTo(StatementKind.DEFINITION);
	}

}
