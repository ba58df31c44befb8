package dev.migrator.script.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Operations;
import dev.migrator.script.Migration;
import dev.migrator.script.Revision;
import dev.migrator.script.RevisionHeader;
import dev.migrator.script.draft.RevisionDraft;

/**
 * Writes the source of revisions by templates, and makes sure that a template left
 * nothing of the header out.
 */
public final class RevisionSource {

	private final RevisionTemplates templates;

	public RevisionSource(RevisionTemplates templates) {
		this.templates = templates;
	}

	/**
	 * Write a class.
	 * @param draft the revision
	 * @param packageName its package
	 * @param className its simple name
	 * @return the source
	 * @throws MigratorException {@code CONFIGURATION} if the template is broken
	 */
	public String java(RevisionDraft draft, String packageName, String className) {
		RevisionTemplate template = this.templates.get(RevisionFormat.JAVA);
		Set<String> imports = new TreeSet<>(draft.imports());
		for (Class<?> needed : List.of(Operations.class, Migration.class, Revision.class)) {
			imports.add(needed.getName());
		}
		Map<String, Object> values = values(draft, RevisionSource::indent);
		values.put("package", packageName);
		values.put("className", className);
		values.put("imports", ImportsSource.of(imports));
		String annotation = AnnotationSource.of(draft.header());
		values.put("annotation", annotation);
		String source = template.fill(values);
		require(template, source, "package {{{package}}}", "package " + packageName);
		require(template, source, "class {{{className}}}", "class " + className);
		if (!source.contains(annotation)) {
			checkHeader(template, source, draft.header());
		}
		return source;
	}

	private static void checkHeader(RevisionTemplate template, String source, RevisionHeader header) {
		List<String> names = new ArrayList<>(List.of(header.id()));
		for (List<String> more : List.of(header.downRevisions(), header.branchLabels(), header.dependsOn(),
				header.replaces())) {
			names.addAll(more);
		}
		names.forEach((name) -> require(template, source, "{{{annotation}}}", JavaLiteral.string(name)));
	}

	private static void require(RevisionTemplate template, String source, String variable, String text) {
		if (!source.contains(text)) {
			throw incomplete(template, text, variable);
		}
	}

	/**
	 * Write an SQL file.
	 * @param draft the revision
	 * @param fileName the file's name
	 * @return the source
	 * @throws MigratorException {@code CONFIGURATION} if the template is broken
	 */
	public String sql(RevisionDraft draft, String fileName) {
		RevisionTemplate template = this.templates.get(RevisionFormat.SQL);
		String header = SqlHeaderSource.of(draft.header());
		Map<String, Object> values = values(draft, Function.identity());
		values.put("header", header);
		String source = template.fill(values);
		if (!RevisionHeader.ofSql(source, fileName).equals(draft.header())) {
			throw incomplete(template, header, "{{{header}}}");
		}
		return source;
	}

	private static MigratorException incomplete(RevisionTemplate template, String text, String variable) {
		return new MigratorException(ErrorCategory.CONFIGURATION,
				"The template %s (%s) does not write '%s' into the revision.".formatted(template.name(),
						template.origin(), text),
				"Let it have %s.".formatted(variable));
	}

	private static Map<String, Object> values(RevisionDraft draft, Function<String, String> indentation) {
		RevisionHeader header = draft.header();
		Map<String, Object> values = new HashMap<>();
		values.put("id", header.id());
		values.put("downRevisions", header.downRevisions());
		values.put("message", header.message());
		values.put("createdAt", String.valueOf(header.createdAt()));
		values.put("branchLabels", header.branchLabels());
		values.put("dependsOn", header.dependsOn());
		values.put("replaces", header.replaces());
		values.put("transactional", header.transactional());
		values.put("merge", draft.isMerge());
		values.put("reversible", draft.reversible());
		values.put("upgrade", lines(draft.upgrade(), indentation));
		values.put("downgrade", lines(draft.downgrade(), indentation));
		return values;
	}

	private static List<String> lines(List<String> source, Function<String, String> indentation) {
		return source.stream().flatMap((text) -> Arrays.stream(text.split("\\R", -1))).map(indentation).toList();
	}

	private static String indent(String line) {
		return line.isBlank() ? "" : "\t\t" + line;
	}

}
