package dev.migrator.execution;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.script.Preview;
import dev.migrator.script.RevisionScript;
import dev.migrator.script.ScriptContext;
import org.jspecify.annotations.Nullable;

/**
 * One revision and what it does.
 *
 * @param info what the revision says of itself
 * @param location the file or class, or {@code null} if only the history tells of it
 * @param applied whether it is applied
 * @param upgrade the statements of its upgrade
 * @param downgrade the statements of its downgrade
 * @param note what the statements do not tell, or {@code null}
 */
public record RevisionDetails(RevisionInfo info, @Nullable String location, boolean applied, List<String> upgrade,
		List<String> downgrade, @Nullable String note) {

	public RevisionDetails {
		upgrade = List.copyOf(upgrade);
		downgrade = List.copyOf(downgrade);
	}

	static RevisionDetails of(RevisionScript script, boolean applied, ScriptContext context) {
		Preview upgrade = script.preview(Direction.UPGRADE, context);
		Preview downgrade = script.preview(Direction.DOWNGRADE, context);
		String notes = Stream.of(upgrade.note(), downgrade.note())
			.filter(Objects::nonNull)
			.distinct()
			.collect(Collectors.joining(" "));
		return new RevisionDetails(script.info(), script.location(), applied, upgrade.statements(),
				downgrade.statements(), (notes.isEmpty()) ? null : notes);
	}

	static RevisionDetails withoutScript(RevisionInfo info, boolean applied) {
		return new RevisionDetails(info, null, applied, List.of(), List.of(),
				"Only another version of the application has it; the history tells of it.");
	}

}
