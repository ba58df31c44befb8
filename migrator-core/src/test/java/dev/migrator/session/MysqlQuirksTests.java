package dev.migrator.session;

import java.nio.CharBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the drivers of MariaDB and MySQL are given for a value.
 */
class MysqlQuirksTests {

	private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

	private final DriverQuirks mariadb = DriverQuirks.of(new DatabaseInfo("MariaDB", 11, 4, null, null));

	private final DriverQuirks mysql = DriverQuirks.of(new DatabaseInfo("MySQL", 8, 4, null, null));

	@Test
	void aMomentIsItsDateAndTimeInUtc() {
		LocalDateTime moment = LocalDateTime.parse("2026-01-15T04:30");
		assertThat(this.mariadb.bindable(OffsetDateTime.parse("2026-01-15T10:00+05:30"))).isEqualTo(moment);
		assertThat(this.mysql.bindable(ZonedDateTime.parse("2026-01-15T05:30+01:00[Europe/Paris]"))).isEqualTo(moment);
		Instant instant = Instant.parse("2026-01-15T04:30:00Z");
		assertThat(this.mysql.bindable(instant)).isEqualTo(moment);
		assertThat(this.mysql.bindable(Date.from(instant))).isEqualTo(moment);
	}

	@Test
	void whatAClockOnTheWallShowsStays() {
		LocalDate date = LocalDate.parse("2026-01-15");
		assertThat(this.mariadb.bindable(date)).isSameAs(date);
		java.sql.Date old = java.sql.Date.valueOf(date);
		assertThat(this.mariadb.bindable(old)).isSameAs(old);
		assertThat(this.mariadb.bindable(null)).isNull();
	}

	@Test
	void aUuidIsTextOrItsBytes() {
		assertThat(this.mariadb.bindable(ID)).isEqualTo(ID.toString());
		byte[] bytes = { 0, 17, 34, 51, 68, 85, 102, 119, -120, -103, -86, -69, -52, -35, -18, -1 };
		assertThat(this.mysql.bindable(ID)).isEqualTo(bytes);
		assertThat(DriverQuirks.of(new DatabaseInfo("MariaDB", 10, 6, null, null)).bindable(ID)).isEqualTo(bytes);
	}

	@Test
	void whatDriversDoNotKnowIsText() {
		assertThat(this.mysql.bindable(TimeUnit.DAYS)).isEqualTo("DAYS");
		assertThat(this.mysql.bindable(CharBuffer.wrap("a"))).isEqualTo("a");
		assertThat(this.mysql.bindable('c')).isEqualTo("c");
	}

}
