package dev.migrator.script.body;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropConstraint;
import dev.migrator.operation.DropEnum;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropObject;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.InsertRows;
import dev.migrator.operation.Operation;
import dev.migrator.operation.ReplaceObject;
import dev.migrator.operation.SetTableComment;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.script.RevisionHeader;
import dev.migrator.script.body.java.JavaBody;
import dev.migrator.script.draft.RevisionDraft;
import dev.migrator.script.source.JavaSources;
import dev.migrator.script.source.RevisionSource;
import dev.migrator.script.source.RevisionTemplates;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Operations as Java source.
 */
class JavaBodyTests {

	private static final RevisionSource SOURCE = new RevisionSource(new RevisionTemplates(Path.of("nowhere")));

	private static final JavaBody BODY = new JavaBody(List.of(), List.of());

	private static String source(String className, List<Operation> operations) {
		RevisionHeader header = new RevisionHeader("a1", List.of(), "x", null, List.of(), List.of(), true, List.of());
		RevisionDraft draft = BODY.fill(RevisionDraft.of(header), RevisionSteps.of(operations, List.of()));
		return SOURCE.java(draft, "p", className);
	}

	@Property(tries = 8)
	void whatIsWrittenMakesTheSameOperations(@ForAll long seed) {
		Map<String, List<Operation>> operations = new LinkedHashMap<>();
		Map<String, String> sources = new LinkedHashMap<>();
		Random random = new Random(seed);
		for (int i = 0; i < 10; i++) {
			List<Operation> all = new RandomOperations(random).each();
			operations.put("R" + i, all);
			sources.put("R" + i, source("R" + i, all));
		}
		Map<String, List<Operation>> read = Compiled.upgrades(sources);
		operations.forEach((name, written) -> assertThat(Described.of(read.get(name)))
			.isEqualTo(Described.of(written.stream().flatMap(JavaBodyTests::said).toList())));
	}

	@Property(tries = 100)
	void theFormatterChangesNothing(@ForAll long seed) {
		for (Operation operation : new RandomOperations(new Random(seed)).each()) {
			String source = source("R", List.of(operation));
			assertThat(JavaSources.format(source)).isEqualTo(source);
		}
	}

	/** What is left of an operation that remembers nothing of what was there before. */
	private static Stream<Operation> said(Operation operation) {
		if (operation instanceof DropTable drop) {
			return Stream.of(new DropTable(drop.table(), drop.ifExists(), drop.cascade(), null));
		}
		if (operation instanceof DropColumn drop) {
			return Stream.of(new DropColumn(drop.table(), drop.column(), drop.ifExists(), drop.cascade(), null));
		}
		if (operation instanceof DropIndex drop) {
			return Stream.of(new DropIndex(drop.table(), drop.name(), drop.ifExists(), drop.concurrently(),
					drop.cascade(), null));
		}
		if (operation instanceof DropConstraint drop) {
			return Stream
				.of(new DropConstraint(drop.table(), drop.name(), drop.type(), drop.ifExists(), drop.cascade(), null));
		}
		if (operation instanceof DropSequence drop) {
			return Stream.of(new DropSequence(drop.sequence(), drop.ifExists(), drop.cascade(), null));
		}
		if (operation instanceof DropEnum drop) {
			return Stream.of(new DropEnum(drop.type(), drop.ifExists(), drop.cascade(), List.of()));
		}
		if (operation instanceof DropObject drop) {
			return Stream.of(new DropObject(drop.object(), drop.ifExists(), drop.cascade(), null));
		}
		if (operation instanceof ReplaceObject replace) {
			return Stream.of(new ReplaceObject(replace.object(), replace.recreate(), null));
		}
		if (operation instanceof SetTableComment comment) {
			return Stream.of(new SetTableComment(comment.table(), comment.comment(), null));
		}
		if (operation instanceof AlterSequence alter && SequenceOptions.NONE.equals(alter.existing())) {
			return Stream.of(new AlterSequence(alter.sequence(), alter.options(), alter.restart(), null));
		}
		if (operation instanceof AlterColumn alter && alter.existing() != null) {
			return Stream.of(new AlterColumn(alter.table(), alter.column(), alter.newName(), alter.type(),
					alter.using(), alter.nullable(), alter.defaultChange(), alter.comment(), alter.identity(),
					alter.computed(), alter.existing().withName(alter.column())));
		}
		return (operation instanceof InsertRows insert && insert.rows().isEmpty()) ? Stream.empty()
				: Stream.of(operation);
	}

}
