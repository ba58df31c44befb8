package dev.migrator;

import java.util.ArrayList;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Data flows one way: each package imports only those before it.
 */
class PackageOrderTests {

	private static final List<String> ORDER = List.of("error", "schema", "operation", "session", "dialect", "revision",
			"script", "execution", "autogenerate");

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("dev.migrator");

	@Test
	void eachPackageImportsOnlyThoseBeforeIt() {
		for (int i = 0; i < ORDER.size(); i++) {
			List<String> later = new ArrayList<>(List.of("dev.migrator"));
			ORDER.subList(i + 1, ORDER.size()).forEach((name) -> later.add("dev.migrator." + name + ".."));
			ArchRuleDefinition.noClasses()
				.that()
				.resideInAPackage("dev.migrator." + ORDER.get(i) + "..")
				.should()
				.dependOnClassesThat()
				.resideInAnyPackage(later.toArray(String[]::new))
				.allowEmptyShould(true)
				.check(CLASSES);
		}
	}

	@Test
	void packagesAreFreeOfCycles() {
		SlicesRuleDefinition.slices()
			.matching("dev.migrator.(**)")
			.should()
			.beFreeOfCycles()
			.allowEmptyShould(false)
			.check(CLASSES);
	}

	@Test
	void theRevisionGraphKnowsNoDatabase() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage("dev.migrator.revision..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework..", "dev.migrator.session..",
					"dev.migrator.dialect..")
			.check(CLASSES);
	}

	@Test
	void theEngineKnowsNoSpringBoot() {
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.boot..", "org.springframework.beans..",
					"org.springframework.context..")
			.check(CLASSES);
	}

	@Test
	void schemasAreNotReadByDatabaseMetaData() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage("dev.migrator.dialect..")
			.should()
			.dependOnClassesThat()
			.haveFullyQualifiedName("java.sql.DatabaseMetaData")
			.check(CLASSES);
	}

	@Test
	void fieldsAreFinalInRecordsOfDataAndNamesSayWhatThingsAre() {
		ArchRuleDefinition.noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)").check(CLASSES);
		ArchRuleDefinition.fields().that().areStatic().should().haveModifier(JavaModifier.FINAL).check(CLASSES);
	}

	@Test
	void eachPackageIsNullMarked() {
		for (var javaPackage : CLASSES.getDefaultPackage().getSubpackages()) {
			javaPackage.getSubpackagesInTree()
				.stream()
				.filter((candidate) -> !candidate.getClasses().isEmpty()
						&& candidate.getName().startsWith("dev.migrator"))
				.forEach((candidate) -> org.assertj.core.api.Assertions
					.assertThat(candidate.isAnnotatedWith(NullMarked.class))
					.as(candidate.getName())
					.isTrue());
		}
	}

}
