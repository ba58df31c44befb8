package dev.migrator.boot.command.graph;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

class GraphPackageTests {

	@Test
	void drawingNeedsTheGraphAndNothingElse() {
		ArchRuleDefinition.classes()
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", "dev.migrator.revision", "dev.migrator.error",
					"dev.migrator.boot.command.graph")
			.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackages("dev.migrator.boot.command.graph"));
	}

}
