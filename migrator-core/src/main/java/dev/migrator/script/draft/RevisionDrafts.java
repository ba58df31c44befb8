package dev.migrator.script.draft;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.revision.SquashRange;
import dev.migrator.revision.SquashedGraph;
import dev.migrator.script.RevisionHeader;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a new revision will be: its id, and what it follows and depends on. All
 * that could be wrong with it is found here, before a file is written.
 */
public final class RevisionDrafts {

	/** As many characters as the version table has room for. */
	private static final int LONGEST_ID = 128;

	private static final int LONGEST_MESSAGE = 1000;

	private final RevisionGraph graph;

	private final Clock clock;

	private final RevisionIds ids;

	/**
	 * Decide over revisions.
	 * @param graph the revisions that are there
	 * @param clock tells when a revision is made
	 */
	public RevisionDrafts(RevisionGraph graph, Clock clock) {
		this(graph, clock, UUID::randomUUID);
	}

	RevisionDrafts(RevisionGraph graph, Clock clock, Supplier<UUID> random) {
		this.graph = graph;
		this.clock = clock;
		this.ids = new RevisionIds(random);
	}

	/**
	 * Decide what a new revision will be.
	 * @param request what is asked for
	 * @return the revision, which does nothing yet
	 * @throws MigratorException {@code MULTIPLE_HEADS} if it could follow several,
	 * {@code NOT_A_HEAD} if what it would follow is followed already,
	 * {@code DUPLICATE_REVISION}, {@code DUPLICATE_LABEL} or {@code INVALID_REVISION} for
	 * an id or label that it cannot have, {@code NOT_FOUND} or {@code AMBIGUOUS} for
	 * symbols
	 */
	public RevisionDraft revision(RevisionRequest request) {
		List<String> parents = new Parents(this.graph).following(request.head(), request.splice());
		return draft(request.id(), parents, request.message(), request.branchLabels(),
				new DependsOn(this.graph).resolve(request.dependsOn()));
	}

	/**
	 * Decide what a merge will be.
	 * @param request what is asked for
	 * @return the revision, which does nothing yet
	 * @throws MigratorException {@code NOTHING_TO_MERGE} if there are no two lines to
	 * join, and as {@link #revision}
	 */
	public RevisionDraft merge(MergeRequest request) {
		List<String> parents = new Parents(this.graph).joining(request.revisions(), request.splice());
		String message = request.message().isBlank() ? "Merge " + String.join(" and ", parents) : request.message();
		return draft(request.id(), parents, message, request.branchLabels(), List.of());
	}

	/**
	 * Decide what the replacement of a range will be.
	 * @param range the range
	 * @param message what it does, or an empty text for one that names the range
	 * @param id its id, or {@code null} for a random one
	 * @param transactional whether it may run in a transaction
	 * @return the revision, which does nothing yet
	 * @throws MigratorException as {@link #revision} for its id
	 */
	public RevisionDraft squash(SquashRange range, String message, @Nullable String id, boolean transactional) {
		List<RevisionInfo> revisions = range.revisions();
		String text = (!message.isBlank()) ? message
				: "Squash %s to %s".formatted(revisions.get(0).id(), revisions.get(revisions.size() - 1).id());
		RevisionHeader header = new RevisionHeader((id != null) ? checkId(id) : this.ids.next(this.graph),
				range.downRevisions(), checkLength(MessageText.normalise(text)),
				this.clock.instant().truncatedTo(ChronoUnit.SECONDS), List.copyOf(range.branchLabels()),
				range.dependsOn(), transactional, range.replaces());
		checkFits(header);
		return RevisionDraft.of(header);
	}

	private RevisionDraft draft(@Nullable String id, List<String> parents, String message, List<String> branchLabels,
			List<String> dependsOn) {
		branchLabels.forEach((label) -> checkName("branch label", label));
		RevisionHeader header = new RevisionHeader((id != null) ? checkId(id) : this.ids.next(this.graph), parents,
				checkLength(MessageText.normalise(message)), this.clock.instant().truncatedTo(ChronoUnit.SECONDS),
				branchLabels.stream().distinct().toList(), dependsOn, true, List.of());
		checkFits(header);
		return RevisionDraft.of(header);
	}

	private String checkId(String id) {
		checkName("id", id);
		if (id.startsWith(".") || id.length() > LONGEST_ID) {
			throw new MigratorException(ErrorCategory.INVALID_REVISION,
					"'%s' cannot be the id of a revision.".formatted(id),
					"An id has up to %d characters and does not begin with a dot.".formatted(LONGEST_ID));
		}
		for (RevisionInfo known : this.graph.revisions()) {
			if (known.id().equals(id)) {
				throw new MigratorException(ErrorCategory.DUPLICATE_REVISION,
						"There is a revision '%s' already.".formatted(id),
						"Take another id, or none to get a random one.");
			}
			if (known.branchLabels().contains(id)) {
				throw new MigratorException(ErrorCategory.DUPLICATE_LABEL,
						"The id '%s' is already a branch label of revision '%s'.".formatted(id, known.id()),
						"Take another id, or none to get a random one.");
			}
		}
		return id;
	}

	private static void checkName(String what, String name) {
		if (!RevisionHeader.isName(name)) {
			throw new MigratorException(ErrorCategory.INVALID_REVISION,
					"'%s' cannot be the %s of a revision.".formatted(name, what),
					"Ids and labels consist of letters, digits, underscores and dots.");
		}
	}

	private static String checkLength(String message) {
		if (message.length() > LONGEST_MESSAGE) {
			throw new MigratorException(ErrorCategory.INVALID_REVISION,
					"The message has %d characters, and at most %d are allowed.".formatted(message.length(),
							LONGEST_MESSAGE),
					"Say in one line what the revision does; more can stand in a comment of its file.");
		}
		return message;
	}

	/** Whatever is wrong with the graph should be seen before there is a file. */
	private void checkFits(RevisionHeader header) {
		List<RevisionInfo> revisions = new ArrayList<>(this.graph.revisions());
		revisions.add(header.toInfo());
		SquashedGraph.of(revisions, List.of(), List.of());
	}

}
