package dev.migrator.session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class H2SemicolonsTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			select 'a;b'                   | select U&'a\\003bb'
			select 'it''s; \\x', "a;b"     | select U&'it''s\\003b \\\\x', U&"a\\003bb"
			select 'plain' -- so; what     | select 'plain' -- so, what
			select /* one; two */ 'x;'     | select /* one, two */ U&'x\\003b'
			select U&'\\00e4;', ';'        | select U&'\\00e4\\003b', U&'\\003b'
			create alias a as $$ f('x'); $$ | create alias a as U&' f(''x'')\\003b '
			select 1                       | select 1
			select 'open;                  | select U&'open\\003b""")
	void textsNamesAndCommentsLoseTheirs(String sql, String expected) {
		assertThat(H2Semicolons.hide(sql)).isEqualTo(expected);
	}

	@Test
	void whatEndsAStatementStays() {
		assertThat(H2Semicolons.hide("select 1; select ';'")).isEqualTo("select 1; select U&'\\003b'");
	}

}
