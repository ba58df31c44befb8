package dev.migrator.script.body.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.migrator.operation.Operation;
import dev.migrator.script.body.CommentLines;
import dev.migrator.script.body.RevisionBody;
import dev.migrator.script.body.RevisionStep;
import dev.migrator.script.body.RevisionSteps;
import dev.migrator.script.body.code.Code;
import dev.migrator.script.body.code.CodeLayout;
import dev.migrator.script.body.code.LongParts;
import dev.migrator.script.draft.RevisionDraft;

/**
 * Says operations by calls of {@code op}, as a careful person would write them. What an
 * operation remembers of what was there before, only to be reversed, is not written: the
 * other direction says it.
 */
public final class JavaBody implements RevisionBody {

	/** The tabs in front of a method's statements. */
	private static final int DEPTH = 2;

	private final List<OperationRenderer> operationRenderers;

	private final List<TypeRenderer> typeRenderers;

	/**
	 * Write operations.
	 * @param operationRenderers how an application has operations written, asked in order
	 * @param typeRenderers how an application has types written, asked in order
	 */
	public JavaBody(List<OperationRenderer> operationRenderers, List<TypeRenderer> typeRenderers) {
		this.operationRenderers = List.copyOf(operationRenderers);
		this.typeRenderers = List.copyOf(typeRenderers);
	}

	/**
	 * {@inheritDoc}
	 * @throws dev.migrator.error.MigratorException {@code UNSUPPORTED} if Java has no
	 * words for a value
	 */
	@Override
	public RevisionDraft fill(RevisionDraft draft, RevisionSteps steps) {
		JavaScope scope = new JavaScope();
		List<String> upgrade = lines(steps.upgrade(), scope);
		List<String> downgrade = lines(steps.downgrade(), scope);
		return draft.doing(upgrade, downgrade, scope.imports());
	}

	private List<String> lines(List<RevisionStep> steps, JavaScope scope) {
		scope.beginMethod();
		OperationCode source = new OperationCode(scope, this.typeRenderers);
		LongParts longParts = new LongParts();
		List<String> lines = new ArrayList<>();
		for (RevisionStep step : steps) {
			step.remarks().forEach((remark) -> lines.addAll(CommentLines.of("//", remark)));
			if (step.todo() != null) {
				add(lines, Code.chain("op", "todo", Code.text(step.todo())));
			}
			if (step.operation() != null) {
				addOperation(lines, step.operation(), source, scope, longParts);
			}
		}
		return lines;
	}

	private void addOperation(List<String> lines, Operation operation, OperationCode source, JavaScope scope,
			LongParts longParts) {
		for (OperationRenderer renderer : this.operationRenderers) {
			Optional<JavaFragment> fragment = renderer.render(operation);
			if (fragment.isPresent()) {
				fragment.get().imports().forEach(scope::add);
				lines.add(fragment.get().source());
				return;
			}
		}
		Code statement = source.of(operation);
		List<Code> statements = new ArrayList<>(scope.takeDeclarations());
		if (statement != null) {
			statements.add(statement);
		}
		statements.stream().flatMap((whole) -> longParts.of(whole).stream()).forEach((part) -> add(lines, part));
	}

	private static void add(List<String> lines, Code statement) {
		lines.addAll(CodeLayout.statement(statement, DEPTH));
	}

}
