package dev.migrator.autogenerate.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.Facet;
import dev.migrator.autogenerate.NamedRenames;
import dev.migrator.autogenerate.RenameDecision;
import dev.migrator.autogenerate.compare.DatabaseRules;
import dev.migrator.autogenerate.compare.ReflectedTypes;
import dev.migrator.autogenerate.compare.TargetMeaning;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.NamingConvention;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.TableName;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a file of cases.
 *
 * @param name what it shows
 * @param json all of it
 */
record AutogenerateCase(String name, JsonNode json) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Set<String> FIELDS = Set.of("name", "dialect", "before", "after", "settings", "renames",
			"upgrade", "downgrade", "candidates", "remarks", "error", "unordered");

	private static final Set<String> SETTINGS = Set.of("include", "exclude", "unmanaged", "own", "names", "without");

	static List<AutogenerateCase> readAll(Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			List<AutogenerateCase> cases = files.filter((file) -> file.toString().endsWith(".jsonl"))
				.sorted()
				.flatMap(AutogenerateCase::lines)
				.toList();
			if (cases.isEmpty()) {
				throw new IllegalStateException("There is not a single case in " + directory);
			}
			return cases;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<AutogenerateCase> lines(Path file) {
		try {
			List<String> lines = Files.readAllLines(file);
			return IntStream.range(0, lines.size())
				.filter((i) -> !lines.get(i).isBlank())
				.mapToObj((i) -> read(file.getFileName() + ":" + (i + 1), lines.get(i)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// One that cannot be read is a case, too, which fails by itself.
	private static AutogenerateCase read(String place, String line) {
		try {
			JsonNode json = JSON.readTree(line);
			return new AutogenerateCase(json.path("name").asString(place), json);
		}
		catch (JacksonException ex) {
			return new AutogenerateCase(place, JSON.createObjectNode().put("not JSON", ex.getOriginalMessage()));
		}
	}

	/**
	 * Look whether this is a case of the form that is described.
	 * @throws IllegalArgumentException if it is none
	 */
	void check() {
		CaseSchema.known(this.json, FIELDS);
		CaseSchema.known(this.json.path("settings"), SETTINGS);
		if (this.json.has("upgrade") == this.json.has("error") || !this.json.path("name").isString()) {
			throw new IllegalArgumentException("A case has a name, and either 'upgrade' or 'error'");
		}
	}

	Schema before() {
		Schema before = CaseSchema.read(this.json.path("before"));
		TargetMeaning meaning = meaning();
		return new Schema(before.schemas(), before.tables().stream().map(meaning::of).toList(), before.sequences(),
				before.enums(),
				before.composites()
					.stream()
					.map((type) -> new CompositeType(type.name(), type.attributes()
						.stream()
						.map((part) -> new CompositeType.Attribute(part.name(), dialect().reflected(part.type())))
						.toList()))
					.toList(),
				before.views(), before.routines(), before.triggers());
	}

	Schema after() {
		return CaseSchema.read(this.json.path("after"));
	}

	private Dialect dialect() {
		return Dialects.named(this.json.path("dialect").asString("postgresql"));
	}

	DatabaseRules rules() {
		return DatabaseRules.of(dialect());
	}

	TargetMeaning meaning() {
		return new ReflectedTypes(dialect());
	}

	ComparisonSettings settings() {
		JsonNode settings = this.json.path("settings");
		Set<Facet> facets = EnumSet.allOf(Facet.class);
		CaseSchema.strings(settings, "without").forEach((facet) -> facets.remove(Facet.valueOf(facet)));
		Map<String, String> patterns = new TreeMap<>();
		settings.path("names")
			.propertyStream()
			.forEach((entry) -> patterns.put(entry.getKey(), entry.getValue().asString()));
		ComparisonSettings all = ComparisonSettings.DEFAULTS.withFacets(facets)
			.withNames(new NamingConvention(patterns))
			.withPatterns(CaseSchema.strings(settings, "include"), CaseSchema.strings(settings, "exclude"))
			.withOwnTables(CaseSchema.list(settings, "own", (table) -> TableName.of(table.asString())));
		return (settings.has("unmanaged")) ? all.withUnmanaged(CaseSchema.strings(settings, "unmanaged")) : all;
	}

	RenameDecision renames() {
		JsonNode renames = this.json.path("renames");
		return (renames.isString()) ? (candidate) -> renames.asString().equals("all")
				: NamedRenames.of(CaseSchema.strings(this.json, "renames"), RenameDecision.NEVER);
	}

}
