package dev.migrator.revision;

import dev.migrator.error.ErrorCategory;
import org.junit.jupiter.api.Test;

import static dev.migrator.revision.RevisionGraphTests.assertThatError;
import static org.assertj.core.api.Assertions.assertThat;

class RevisionRangeTests {

	@Test
	void eitherSideMayBeLeftOut() {
		assertThat(RevisionRange.parse("a:b")).isEqualTo(new RevisionRange("a", "b"));
		assertThat(RevisionRange.parse("a:")).isEqualTo(new RevisionRange("a", ""));
		assertThat(RevisionRange.parse(" : head ")).isEqualTo(new RevisionRange("", "head"));
		assertThat(RevisionRange.parse("-3:current")).isEqualTo(new RevisionRange("-3", "current"));
	}

	@Test
	void aRangeHasOneColon() {
		assertThat(RevisionRange.isRange("a:b")).isTrue();
		assertThat(RevisionRange.isRange("a")).isFalse();
		assertThatError(() -> RevisionRange.parse("a"), ErrorCategory.NOT_FOUND).hasMessageContaining("'a'");
		assertThatError(() -> RevisionRange.parse("a:b:c"), ErrorCategory.NOT_FOUND);
	}

}
