package dev.migrator.boot;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the module is built.
 */
class PackageRulesTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.importUrl(MigratorProperties.class.getProtectionDomain().getCodeSource().getLocation());

	@Test
	void allPackagesAreLookedAt() {
		assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct()).contains("dev.migrator.boot",
				"dev.migrator.boot.autoconfigure", "dev.migrator.boot.actuate", "dev.migrator.boot.diagnostics",
				"dev.migrator.boot.event", "dev.migrator.boot.observability");
	}

	// They are made after the migration, which would wait for itself. What reads entities
	// has a stand-in for one of them, and takes none from the application.
	@Test
	void nothingUsesBeansThatWaitForTheMigration() {
		for (Class<?> type : new Class<?>[] { JdbcOperations.class, NamedParameterJdbcOperations.class,
				JdbcClient.class, EntityManagerFactory.class }) {
			ArchRuleDefinition.noClasses()
				.that()
				.resideOutsideOfPackage("dev.migrator.boot.autogenerate.jpa")
				.should()
				.dependOnClassesThat()
				.areAssignableTo(type)
				.check(CLASSES);
		}
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat()
			.belongToAnyOf(DependsOnDatabaseInitialization.class)
			.check(CLASSES);
	}

	@Test
	void autoConfigurationsArePublicAndFinalAndTheirBeanMethodsArePackagePrivate() {
		ArchRuleDefinition.classes()
			.that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.andShould()
			.haveSimpleNameEndingWith("AutoConfiguration")
			.check(CLASSES);
		ArchRuleDefinition.methods().that().areAnnotatedWith(Bean.class).should().bePackagePrivate().check(CLASSES);
		ArchRuleDefinition.noMethods()
			.that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.check(CLASSES);
	}

	@Test
	void nestedConfigurationsArePackagePrivateAndMakeNoProxies() {
		ArchRuleDefinition.classes()
			.that()
			.areAnnotatedWith(Configuration.class)
			.and()
			.areNestedClasses()
			.should()
			.bePackagePrivate()
			.andShould(ArchCondition.from(DescribedPredicate.describe("make no proxies",
					(candidate) -> !candidate.getAnnotationOfType(Configuration.class).proxyBeanMethods())))
			.check(CLASSES);
	}

	@Test
	void packagesAreFreeOfCycles() {
		SlicesRuleDefinition.slices().matching("dev.migrator.(**)").should().beFreeOfCycles().check(CLASSES);
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage("dev.migrator.boot")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("dev.migrator.boot.*..")
			.check(CLASSES);
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAnyPackage("dev.migrator.boot.autoconfigure..", "dev.migrator.boot.diagnostics..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("dev.migrator.boot.actuate..")
			.check(CLASSES);
	}

	@Test
	void namesSayWhatThingsAreAndStaticFieldsDoNotChange() {
		ArchRuleDefinition.noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)").check(CLASSES);
		ArchRuleDefinition.fields().that().areStatic().should().haveModifier(JavaModifier.FINAL).check(CLASSES);
	}

	@Test
	void eachPackageIsNullMarked() {
		CLASSES.stream()
			.map(JavaClass::getPackage)
			.distinct()
			.forEach((candidate) -> assertThat(candidate.isAnnotatedWith(NullMarked.class)).as(candidate.getName())
				.isTrue());
	}

}
