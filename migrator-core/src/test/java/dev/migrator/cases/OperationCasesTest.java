package dev.migrator.cases;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.migrator.cases.CaseDatabase.Product;
import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Schema;
import dev.migrator.test.CasesDirectory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Does what the cases say in each of their databases, looks whether that leads to what
 * they expect, undoes it, and does it again. The README beside the cases says how they
 * are written.
 */
class OperationCasesTest {

	private static final Set<String> DATABASES = StringUtils
		.commaDelimitedListToSet(System.getProperty("migrator.cases.databases"));

	private final Map<Product, DataSource> reused = new EnumMap<>(Product.class);

	@TestFactory
	Stream<DynamicTest> leadsToWhatIsExpectedAndBack() {
		List<DynamicTest> tests = new ArrayList<>();
		Set<String> ids = new HashSet<>();
		for (Map.Entry<String, JsonNode> line : OperationCase.lines(CasesDirectory.of("operations")).entrySet()) {
			String id = line.getValue().path("id").asString("");
			if (!ids.add(id)) {
				throw new IllegalArgumentException("%s: there are two cases '%s'".formatted(line.getKey(), id));
			}
			for (Product product : OperationCase.products(OlderServers.NONE.read(line.getValue()))) {
				if (!DATABASES.isEmpty() && !DATABASES.contains(product.key())) {
					continue;
				}
				String name = "%s on %s (%s)".formatted(id, product.key(), line.getKey());
				tests.add(DynamicTest.dynamicTest(name, () -> check(name, line.getValue(), product)));
			}
		}
		return tests.stream();
	}

	// The build's summary does not tell the names of such tests.
	private void check(String name, JsonNode line, Product product) {
		try (CaseDatabase database = open(product)) {
			OlderServers servers = new OlderServers(product.key(), database.session().database().majorVersion());
			check(OperationCase.read(servers.read(line), product), database);
		}
		catch (TestAbortedException ex) {
			throw ex;
		}
		catch (AssertionError | RuntimeException ex) {
			throw new AssertionError(name + ": " + ex.getMessage(), ex);
		}
	}

	private static void check(OperationCase operationCase, CaseDatabase database) {
		database.run(operationCase.setup());
		if (operationCase.expect() != null) {
			checkWayAndBack(operationCase, operationCase.expect(), database);
		}
		else {
			checkRefused(operationCase, database);
		}
	}

	private CaseDatabase open(Product product) {
		if (!product.isReused()) {
			return CaseDatabase.open(product, product.newDatabase());
		}
		CaseDatabase database = CaseDatabase.open(product,
				this.reused.computeIfAbsent(product, (any) -> product.newDatabase()));
		database.clear();
		return database;
	}

	private static void checkRefused(OperationCase operationCase, CaseDatabase database) {
		boolean reflected = database.product().isReflected();
		Schema before = (reflected) ? database.reflect() : Schema.EMPTY;
		assertThatExceptionOfType(MigratorException.class).isThrownBy(() -> database.run(operationCase.apply()))
			.satisfies((ex) -> assertThat(ex.category()).isEqualTo(ErrorCategory.UNSUPPORTED));
		assertThat((reflected) ? database.reflect() : Schema.EMPTY).isEqualTo(before);
	}

	private static void checkWayAndBack(OperationCase operationCase, JsonNode expect, CaseDatabase database) {
		Schema before = database.reflect();
		database.run(operationCase.apply());
		Schema after = database.reflect();
		CatalogCheck.check(expect, after, database);
		if (operationCase.irreversible()) {
			assertThat(operationCase.apply()).as("operations without a reverse")
				.anyMatch((operation) -> operation.reverse().isEmpty());
			return;
		}
		List<Operation> wayBack = operationCase.wayBack();
		database.run(wayBack);
		assertThat(database.reflect()).as("after %s", wayBack).isEqualTo(before);
		database.run(operationCase.apply());
		assertThat(database.reflect()).as("done again").isEqualTo(after);
	}

}
