package dev.migrator.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.migrator.cases.CaseDatabase.Product;
import dev.migrator.operation.NamingConvention;
import dev.migrator.operation.Operation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a file of cases, as it is for one database.
 *
 * @param id what the case is called
 * @param setup the operations that are done before
 * @param apply the operations that the case is about
 * @param downgrade the operations that undo them, or {@code null} for their reverses
 * @param irreversible whether no reverse is known
 * @param unsupported whether the database is to refuse them
 * @param expect what they lead to, or {@code null} where they are refused
 */
record OperationCase(String id, List<Operation> setup, List<Operation> apply, @Nullable List<Operation> downgrade,
		boolean irreversible, boolean unsupported, @Nullable JsonNode expect) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Reads the lines of all files of a folder, by where they stand. */
	static Map<String, JsonNode> lines(Path directory) {
		Map<String, JsonNode> lines = new LinkedHashMap<>();
		try (Stream<Path> files = Files.list(directory)) {
			files.filter((file) -> file.toString().endsWith(".jsonl")).sorted().forEach((file) -> read(file, lines));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (lines.isEmpty()) {
			throw new IllegalStateException("There is not a single case in " + directory);
		}
		return lines;
	}

	private static void read(Path file, Map<String, JsonNode> lines) {
		try {
			int number = 0;
			for (String line : Files.readAllLines(file)) {
				number++;
				if (!line.isBlank()) {
					String place = file.getFileName() + ":" + number;
					try {
						lines.put(place, JSON.readTree(line));
					}
					catch (JacksonException ex) {
						throw new IllegalArgumentException("%s is no JSON".formatted(place), ex);
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns in which databases a line can be run: those that it is for, as far as their
	 * schemas can be read or they are to refuse it.
	 */
	static List<Product> products(JsonNode line) {
		List<String> named = names(line, "databases");
		List<String> refusing = names(line, "unsupported");
		return Stream.of(Product.values())
			.filter((product) -> !line.has("databases") || named.contains(product.key()))
			.filter((product) -> product.isReflected() || refusing.contains(product.key()))
			.toList();
	}

	private static List<String> names(JsonNode line, String key) {
		List<String> names = new ArrayList<>();
		line.path(key).valueStream().forEach((node) -> names.add(node.asString()));
		names.stream().filter((name) -> !Product.keys().contains(name)).findFirst().ifPresent((name) -> {
			throw new IllegalArgumentException("'%s' is none of the databases %s".formatted(name, Product.keys()));
		});
		return names;
	}

	static OperationCase read(JsonNode line, Product product) {
		Fields fields = new Fields("The case " + line.path("id"), Choice.made(line, product.key(), Product.keys()));
		Map<String, String> patterns = new LinkedHashMap<>();
		Fields convention = fields.object("namingConvention");
		if (convention != null) {
			convention.names().forEach((key) -> patterns.put(key, convention.string(key)));
		}
		OperationReader reader = new OperationReader(product.key(), new NamingConvention(patterns));
		fields.strings("databases");
		fields.text("about");
		boolean unsupported = List.of(fields.strings("unsupported")).contains(product.key());
		JsonNode expect = fields.node("expect");
		OperationCase result = new OperationCase(fields.string("id"), reader.read(fields.list("setup")),
				reader.read(fields.list("apply")),
				(fields.has("downgrade")) ? reader.read(fields.list("downgrade")) : null, fields.flag("irreversible"),
				unsupported, (unsupported) ? null : expect);
		fields.done();
		if (result.apply().isEmpty() || (!unsupported && expect == null)) {
			throw fields.error("needs operations in 'apply' and, unless they are refused, 'expect'");
		}
		return result;
	}

	/**
	 * Returns the operations that undo the case's, in the order in which they are done.
	 */
	List<Operation> wayBack() {
		if (this.downgrade != null) {
			return this.downgrade;
		}
		List<Operation> reverses = new ArrayList<>();
		for (Operation operation : this.apply) {
			reverses.add(0,
					operation.reverse()
						.orElseThrow(() -> new IllegalArgumentException(
								"%s has no reverse: the case needs 'downgrade', or \"irreversible\": true"
									.formatted(operation))));
		}
		return reverses;
	}

}
