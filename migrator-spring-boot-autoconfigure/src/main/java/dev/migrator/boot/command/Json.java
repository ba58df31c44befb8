package dev.migrator.boot.command;

import java.util.Map;

import dev.migrator.execution.MigrationStatus;

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

	private Json() {
	}

	static String current(MigrationStatus status) {
		return CURRENT.writeToString(status);
	}

	static String outcome(Outcome outcome) {
		return OUTCOME.writeToString(outcome);
	}

	static String error(String category, String message) {
		return WRITER.writeToString(Map.of("error", category, "message", message));
	}

}
