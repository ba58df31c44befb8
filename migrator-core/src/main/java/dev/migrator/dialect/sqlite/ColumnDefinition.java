package dev.migrator.dialect.sqlite;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A column as it stands in {@code create table}.
 *
 * @param name its name
 * @param span all of it
 * @param nameSpan its name, in quotes or not
 * @param type its type, or {@code null} if it has none
 * @param clauses what follows
 */
record ColumnDefinition(String name, Span span, Span nameSpan, @Nullable Span type, List<Clause> clauses) {

	ColumnDefinition {
		clauses = List.copyOf(clauses);
	}

	Optional<Clause> clause(Clause.Kind kind) {
		return this.clauses.stream().filter((clause) -> clause.kind() == kind).findFirst();
	}

	boolean isGenerated() {
		return clause(Clause.Kind.GENERATED).isPresent();
	}

	/**
	 * Return where a further clause may stand: behind the type, or behind the name.
	 * @return an offset
	 */
	int endOfType() {
		return (this.type != null) ? this.type.to() : this.nameSpan.to();
	}

}
