package dev.migrator.sample;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.Migrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The commands that show the graph, on one with two branches, a merge of them and a
 * dependency, of which the database has one branch.
 */
class GraphCommandsIT {

	private static final String INVOICE = "a11111111111";

	private static final String PURCHASE = "b22222222222";

	private static final String DELIVERY = "c33333333333";

	private static final String BASKET = "d44444444444";

	private static final List<String> TRUNK = List.of("● 34d06fd61ba8  Rename name to hero_name",
			"● 14d93260d354  Add team table and the team of a hero", "● 92e418d99232  Add index on hero name",
			"● a79c37ef8ccc  Add power level to hero", "● d569a505f7e7  (base)  Add hero table");

	@TempDir
	private Path directory;

	@Test
	void theGraphIsDrawnListedAndShown() {
		RevisionFolder revisions = RevisionFolder.create(this.directory)
			.table(INVOICE, Databases.HEAD, "invoice", "-- branch-labels: billing")
			.table(PURCHASE, Databases.HEAD, "purchase", "-- branch-labels: orders")
			.table(DELIVERY, INVOICE + ", " + PURCHASE, "delivery")
			.table(BASKET, PURCHASE, "basket", "-- depends-on: " + INVOICE);
		SampleDatabase database = Databases.h2(this.directory);
		Migrator.builder()
			.dataSource(database.dataSource())
			.locations("classpath:db/migrations", "file:" + revisions.directory())
			.build()
			.upgrade("billing");
		CommandProcess.Setting application = new CommandProcess.Setting(this.directory, database, revisions.argument());

		String[] drawn = Stream
			.concat(Stream.of("● c33333333333  (head, merge point, billing, orders)  Add delivery", "├─╮",
					"│ │ ● d44444444444  (head, orders; depends on a11111111111)  Add basket", "│ ├─╯",
					"● │ a11111111111  (current, billing)  Add invoice",
					"│ ● b22222222222  (branch point, orders)  Add purchase", "├─╯",
					"● 019999a2bbda  (branch point)  Set missing power levels to 0"), TRUNK.stream())
			.toArray(String[]::new);
		application.run("history", "-i").printed(drawn);
		application.run("history", "-v", "-r", "orders:")
			.printed("● Revision: c33333333333  (head, merge point)", "│ Merges: a11111111111, b22222222222",
					"│ Inherited labels: billing, orders", "│ Location: " + revisions.file(DELIVERY), "│",
					"│     Add delivery", "│", "│ ● Revision: d44444444444  (head)", "├─╯ Down revision: b22222222222",
					"│   Depends on: a11111111111", "│   Inherited labels: orders",
					"│   Location: " + revisions.file(BASKET), "│", "│       Add basket", "│",
					"● Revision: b22222222222  (branch point)", "  Down revision: 019999a2bbda",
					"  Branches into: c33333333333, d44444444444", "  Branch labels: orders",
					"  Location: " + revisions.file(PURCHASE), "", "      Add purchase");
		application.run("history", "--rev-range", "current:heads", "--mermaid")
			.printed("graph TD", "    n0[\"a11111111111 (current, billing)<br>Add invoice\"]",
					"    n1[\"c33333333333 (head, merge point, billing, orders)<br>Add delivery\"]", "    n0 --> n1",
					"    classDef applied fill:#dafbe1,stroke:#1a7f37,color:#1f2328", "    class n0 applied",
					"    classDef pending fill:#fff8c5,stroke:#9a6700,color:#1f2328", "    class n1 pending",
					"    classDef current fill:#1a7f37,stroke:#1a7f37,color:#ffffff", "    class n0 current",
					"    classDef head stroke-width:4px", "    class n1 head");
		CommandProcess dot = application.run("history", "--dot", "-r", PURCHASE + ":");
		assertThat(dot.lines()).startsWith("digraph revisions {")
			.contains("    \"b22222222222\" -> \"d44444444444\"")
			.endsWith("}");
		assertThat(dot.err()).isEmpty();
		application.run("history", "-r", "0199").failed("'0199' is not a range of revisions");

		application.run("heads")
			.printed("c33333333333  (head, merge point, billing, orders)  Add delivery",
					"d44444444444  (head, orders; depends on a11111111111)  Add basket");
		application.run("branches")
			.printed("019999a2bbda  (branch point)  Set missing power levels to 0",
					"    a11111111111  (billing)  Add invoice",
					"    b22222222222  (branch point, orders)  Add purchase",
					"b22222222222  (branch point, orders)  Add purchase",
					"    c33333333333  (head, merge point, billing, orders)  Add delivery",
					"    d44444444444  (head, orders; depends on a11111111111)  Add basket");
		application.run("show", "bill")
			.printed("Revision: a11111111111  (current)", "Down revision: 019999a2bbda", "Branch labels: billing",
					"Location: " + revisions.file(INVOICE), "Applied: yes", "", "    Add invoice", "", "Upgrade:",
					"    create table invoice (id integer primary key);", "", "Downgrade:", "    drop table invoice;");
		application.run("heads", "--json")
			.printed("[%s,%s]".formatted(
					json(DELIVERY, List.of(INVOICE, PURCHASE), List.of(), List.of(), "Add delivery", true, true),
					json(BASKET, List.of(PURCHASE), List.of(INVOICE), List.of(), "Add basket", true, false)));
	}

	private static String json(String id, List<String> downRevisions, List<String> dependsOn, List<String> labels,
			String message, boolean isHead, boolean isMergePoint) {
		return ("{\"id\":\"%s\",\"downRevisions\":%s,\"dependsOn\":%s,\"branchLabels\":%s,\"message\":\"%s\","
				+ "\"createdAt\":null,\"isHead\":%s,\"isBranchPoint\":false,\"isMergePoint\":%s,\"applied\":false}")
			.formatted(id, json(downRevisions), json(dependsOn), json(labels), message, isHead, isMergePoint);
	}

	private static String json(List<String> texts) {
		return texts.stream().map((text) -> "\"" + text + "\"").collect(Collectors.joining(",", "[", "]"));
	}

}
