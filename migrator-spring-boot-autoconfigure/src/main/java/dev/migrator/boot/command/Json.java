package dev.migrator.boot.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.migrator.RevisionView;
import dev.migrator.autogenerate.Changes;
import dev.migrator.autogenerate.Remark;
import dev.migrator.dialect.RelationLock;
import dev.migrator.execution.MigrationStatus;
import dev.migrator.execution.PlannedStep;
import dev.migrator.execution.RehearsalReport;
import dev.migrator.execution.RehearsedRevision;
import dev.migrator.execution.RehearsedStatement;
import dev.migrator.execution.RevisionDetails;
import dev.migrator.revision.RevisionInfo;
import dev.migrator.script.source.RevisionTemplate;
import dev.migrator.script.writing.InitReport;
import dev.migrator.script.writing.WrittenRevision;

import org.springframework.boot.json.JsonWriter;

/**
 * Results as JSON, in the form that programs may rely on.
 */
final class Json {

	private static final JsonWriter<Object> WRITER = JsonWriter.standard();

	private static final JsonWriter<MigrationStatus> CURRENT = JsonWriter.of((members) -> {
		members.add("current", MigrationStatus::current);
		members.add("heads", MigrationStatus::heads);
		members.add("state", (status) -> status.status().code());
	});

	private static final JsonWriter<Outcome> OUTCOME = JsonWriter.of((members) -> {
		members.add("command", Outcome::command);
		members.add("revisions", Outcome::revisions);
		members.add("current", Outcome::current);
	});

	private static final JsonWriter<RevisionView> REVISION = JsonWriter.of(Json::revision);

	private Json() {
	}

	static String current(MigrationStatus status) {
		return CURRENT.writeToString(status);
	}

	static String outcome(Outcome outcome) {
		return OUTCOME.writeToString(outcome);
	}

	static String revisions(List<RevisionView> revisions) {
		return array(revisions, REVISION);
	}

	/**
	 * Write revisions with what they run.
	 * @param revisions the revisions
	 * @param view how each is seen
	 * @return an array
	 */
	static String details(List<RevisionDetails> revisions, Function<RevisionInfo, RevisionView> view) {
		return array(revisions, JsonWriter.of((members) -> {
			members.from((details) -> view.apply(details.info())).usingMembers(Json::revision);
			members.add("location", RevisionDetails::location);
			members.add("upgrade", RevisionDetails::upgrade);
			members.add("downgrade", RevisionDetails::downgrade);
			members.add("note", RevisionDetails::note);
		}));
	}

	/**
	 * Write a plan.
	 * @param steps the steps
	 * @param view how the revision of each is seen
	 * @return an array
	 */
	static String plan(List<PlannedStep> steps, Function<PlannedStep, RevisionView> view) {
		return array(steps, JsonWriter.of((members) -> {
			members.add("revision", (step) -> view.apply(step)).usingMembers(Json::revision);
			members.add("direction", (step) -> step.direction().code());
			members.add("versionTable", PlannedStep::rows);
		}));
	}

	static String rehearsal(RehearsalReport report) {
		return JsonWriter.<RehearsalReport>of((members) -> {
			members.add("revisions", (known) -> known.revisions().stream().map(Json::rehearsed).toList());
			members.add("stopped", RehearsalReport::stopped);
			members.add("remaining", (known) -> known.remaining().stream().map(RevisionInfo::id).toList());
			members.add("durationMs", (known) -> known.duration().toMillis());
		}).writeToString(report);
	}

	private static Map<String, Object> rehearsed(RehearsedRevision revision) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("revision", revision.step().revision().id());
		members.put("direction", revision.step().direction().code());
		members.put("durationMs", revision.duration().toMillis());
		members.put("complete", revision.complete());
		members.put("statements", revision.statements().stream().map(Json::rehearsed).toList());
		return members;
	}

	private static Map<String, Object> rehearsed(RehearsedStatement statement) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("sql", statement.sql());
		members.put("rows", statement.rows());
		members.put("durationMicros", statement.duration().toNanos() / 1000);
		members.put("locks", statement.locks().stream().map(Json::lock).toList());
		return members;
	}

	private static Map<String, Object> lock(RelationLock lock) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("relation", lock.relation());
		members.put("mode", lock.mode());
		return members;
	}

	/**
	 * Write what a check found.
	 * @param changes what the database lacks
	 * @return an object
	 */
	static String check(Changes changes) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("pending", List.of());
		members.put("operations",
				changes.upgrade().stream().map((operation) -> OperationLine.of(operation).words()).toList());
		members.put("remarks", changes.remarks().stream().map(Remark::text).toList());
		return WRITER.writeToString(members);
	}

	static String written(WrittenRevision written) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("id", written.header().id());
		members.put("file", written.file().toString());
		if (written.headsFile() != null) {
			members.put("headsFile", written.headsFile().toString());
		}
		return WRITER.writeToString(members);
	}

	static String init(InitReport report) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("created", files(report, true));
		members.put("kept", files(report, false));
		members.put("snippet", report.snippet());
		return WRITER.writeToString(members);
	}

	private static List<String> files(InitReport report, boolean created) {
		return report.files()
			.stream()
			.filter((entry) -> entry.created() == created)
			.map((entry) -> entry.file().toString())
			.toList();
	}

	static String templates(List<RevisionTemplate> templates) {
		return array(templates, JsonWriter.of((members) -> {
			members.add("name", RevisionTemplate::name);
			members.add("description", RevisionTemplate::description);
			members.add("origin", RevisionTemplate::origin);
		}));
	}

	private static void revision(JsonWriter.Members<RevisionView> members) {
		members.add("id", RevisionView::id);
		members.add("downRevisions", RevisionView::downRevisions);
		members.add("dependsOn", RevisionView::dependsOn);
		members.add("branchLabels", RevisionView::branchLabels);
		members.add("message", RevisionView::message);
		members.add("createdAt", RevisionView::createdAt);
		members.add("isHead", RevisionView::isHead);
		members.add("isBranchPoint", RevisionView::isBranchPoint);
		members.add("isMergePoint", RevisionView::isMergePoint);
		members.add("applied", RevisionView::applied);
	}

	private static <T> String array(List<T> elements, JsonWriter<T> writer) {
		return elements.stream().map(writer::writeToString).collect(Collectors.joining(",", "[", "]"));
	}

	static String error(String category, String message) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("error", category);
		members.put("message", message);
		return WRITER.writeToString(members);
	}

}
