package dev.migrator.boot.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.Remark;
import dev.migrator.boot.autogenerate.Autogenerate;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.execution.PlannedStep;
import dev.migrator.operation.Operation;
import dev.migrator.revision.Direction;
import dev.migrator.script.body.RevisionStep;
import dev.migrator.script.body.RevisionSteps;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options of a revision whose operations are found by comparing the database with
 * what the application wants.
 */
final class AutogenerateOptions {

	@Option(names = "--autogenerate",
			description = "Write what makes the database what the application's entities want.")
	private boolean autogenerate;

	@Option(names = "--allow-drops",
			description = "With --autogenerate: drop tables and columns, also where migrator.autogenerate.strict is on.")
	private boolean allowDrops;

	@Option(names = "--from-revisions",
			description = "With --autogenerate: compare with what all revisions make of an empty scratch database, "
					+ "in place of the application's.")
	private boolean fromRevisions;

	@Option(names = "--from-database",
			description = "With --autogenerate: write what the database has that no revision makes, in place of what "
					+ "the application's entities want.")
	private boolean fromDatabase;

	@Mixin
	private final RenameOptions renames = new RenameOptions();

	boolean isOn() {
		return this.autogenerate;
	}

	/**
	 * Compare, and write what was found.
	 * @param context the application
	 * @param write gets the operations, none if nothing differs, and leads to the
	 * database that was compared: the application's, or a scratch one that stands in for
	 * it
	 * @throws MigratorException {@code PENDING_REVISIONS} if the database is not at the
	 * heads, and if it cannot be decided what is to be written
	 */
	void find(CommandContext context, BiConsumer<RevisionSteps, Migrator> write) {
		Migrator migrator = context.migrator();
		if (!this.fromRevisions) {
			checkAtHeads(migrator);
		}
		if (!this.fromRevisions && !this.fromDatabase) {
			write.accept(steps(context, migrator), migrator);
			return;
		}
		ReplayedRevisions.use(context, (replay) -> {
			RevisionSteps steps = steps(context, replay);
			write.accept(steps, replay);
			if (this.fromDatabase && !steps.upgrade().isEmpty() && !context.isJson() && !context.options().isQuiet()) {
				context.print("The database has all of it already: tell it so by 'migrator stamp heads'.");
			}
			return replay;
		});
	}

	private RevisionSteps steps(CommandContext context, Migrator compared) {
		RenameOptions.Decision decision = this.renames.decision(terminal(context));
		Autogenerate found = context.bean(Autogenerate.class);
		Changes changes = (this.fromDatabase) ? found.changesOfDatabase(context.migrator(), compared, decision)
				: found.changes(context.migrator(), compared, decision);
		decision.check();
		if (context.autogenerateProperties().isStrict() && !this.allowDrops) {
			checkDrops(changes);
		}
		if (!context.options().isQuiet()) {
			changes.remarks().forEach((remark) -> context.console().err().println(line(remark)));
		}
		return new RevisionSteps(steps(changes.upgrade(), changes), steps(changes.downgrade(), changes));
	}

	private static String line(Remark remark) {
		return switch (remark.kind()) {
			case TODO -> "todo: ";
			case DATA_LOSS, BY_HAND -> "warning: ";
			case UNMANAGED -> "note: ";
		} + remark.text();
	}

	private static RenameOptions.@Nullable Question terminal(CommandContext context) {
		if (!Terminal.isInteractive() || context.isJson()) {
			return null;
		}
		return (text) -> {
			context.console().err().print(text);
			context.console().err().flush();
			return Objects.requireNonNull(System.console()).readLine();
		};
	}

	private static void checkAtHeads(Migrator migrator) {
		if (migrator.scripts().graph().revisions().isEmpty()) {
			// the first revision of all
			return;
		}
		List<String> pending = migrator.plan(Direction.UPGRADE, "heads")
			.stream()
			.map(PlannedStep::revision)
			.map(Progress::title)
			.toList();
		if (!pending.isEmpty()) {
			throw new MigratorException(ErrorCategory.PENDING_REVISIONS,
					"The database is not at the head, so it cannot be told what is new: %d %s pending: %s.".formatted(
							pending.size(), (pending.size() == 1) ? "revision is" : "revisions are",
							String.join(", ", pending)),
					(migrator.scripts().graph().heads().size() > 1) ? "Run 'migrator upgrade heads' first."
							: "Run 'migrator upgrade' first.");
		}
	}

	private static void checkDrops(Changes changes) {
		List<String> drops = changes.upgrade()
			.stream()
			.filter(OperationLine::dropsData)
			.map((operation) -> OperationLine.of(operation).words())
			.toList();
		if (!drops.isEmpty()) {
			throw new MigratorException(ErrorCategory.NOT_WRITTEN,
					"The revision would lose data: %s.".formatted(String.join(", ", drops)),
					"Add --allow-drops if that is meant.");
		}
	}

	private static List<RevisionStep> steps(List<Operation> operations, Changes changes) {
		List<RevisionStep> steps = new ArrayList<>();
		for (Operation operation : operations) {
			List<String> remarks = new ArrayList<>();
			Set<String> todos = new LinkedHashSet<>();
			for (Remark remark : changes.remarksOn(operation)) {
				if (remark.kind() == Remark.Kind.TODO) {
					todos.add(remark.text());
				}
				else {
					remarks.add(remark.text());
				}
			}
			steps.add(new RevisionStep(operation, remarks, (todos.isEmpty()) ? null : String.join(" ", todos)));
		}
		return steps;
	}

}
