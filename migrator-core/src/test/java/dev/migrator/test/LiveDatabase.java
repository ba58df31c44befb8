package dev.migrator.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import javax.sql.DataSource;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.registry.Dialects;
import dev.migrator.operation.Operation;
import dev.migrator.operation.Operations;
import dev.migrator.operation.Row;
import dev.migrator.session.JdbcSession;
import dev.migrator.session.SqlSession;
import dev.migrator.session.SqlSessionException;
import dev.migrator.session.SqlStatement;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An empty database of one of the products, to run operations in and to look what they
 * did.
 */
public final class LiveDatabase implements AutoCloseable {

	private final String product;

	private final DataSource dataSource;

	private final SqlSession session;

	private final Dialect dialect;

	private final String home;

	/**
	 * Create a database.
	 * @param product its dialect's name
	 */
	public LiveDatabase(String product) {
		this.product = product;
		this.dataSource = Databases.of(product);
		this.session = JdbcSession.open(this.dataSource);
		this.dialect = Dialects.of(this.session.database());
		this.home = this.dialect.currentSchema(this.session);
	}

	public boolean isPostgresql() {
		return this.product.equals("postgresql");
	}

	public boolean isMysql() {
		return this.product.equals("mysql");
	}

	/**
	 * Write types as the product prints them: MySQL leaves out the width of whole
	 * numbers.
	 * @param text what MariaDB prints
	 * @return what this product prints
	 */
	public String asPrinted(String text) {
		return (isMysql()) ? text.replaceAll("\\b((tiny|small|big)?int)\\((?!1\\))\\d+\\)", "$1") : text;
	}

	/**
	 * Write a message of this product.
	 * @param message a message of MariaDB
	 * @return the message with this product's name
	 */
	public String named(String message) {
		return message.replace("MariaDB", this.session.database().product());
	}

	public DataSource dataSource() {
		return this.dataSource;
	}

	public Dialect dialect() {
		return this.dialect;
	}

	public SqlSession session() {
		return this.session;
	}

	/**
	 * Run operations.
	 * @param migration the operations
	 * @return the statements that they became
	 */
	public List<String> run(Consumer<Operations> migration) {
		DialectTarget target = new DialectTarget(this.dialect, this.session);
		Operations op = target.operations();
		migration.accept(op);
		op.flush();
		return target.sql();
	}

	/**
	 * Run statements of a test's own.
	 * @param statements the statements
	 */
	public void execute(String... statements) {
		for (String sql : statements) {
			this.session.execute(SqlStatement.of(sql));
		}
	}

	/**
	 * Return whether the database takes a statement.
	 * @param sql the statement
	 * @return whether it succeeded
	 */
	public boolean takes(String sql) {
		try {
			this.session.execute(SqlStatement.of(sql));
			return true;
		}
		catch (SqlSessionException ex) {
			return false;
		}
	}

	/**
	 * Ask for values.
	 * @param sql a query whose column is called {@code value}
	 * @return the values as text
	 */
	public List<String> values(String sql) {
		List<String> values = new ArrayList<>();
		for (Row row : this.session.query(SqlStatement.of(sql))) {
			values.add(String.valueOf(row.get("value")));
		}
		return values;
	}

	/**
	 * Describe what is in the default schema, and which others there are.
	 * @return the lines, without the changing names that H2 gives
	 */
	public List<String> describe() {
		List<String> lines = new ArrayList<>(
				this.dialect.describeSchema(this.dialect.currentSchema(this.session), this.session));
		values((isPostgresql())
				? "select nspname as \"value\" from pg_namespace where nspname !~ '^(pg_|information_schema)' order by 1"
				: "select schema_name as \"value\" from information_schema.schemata order by 1")
			.forEach((schema) -> lines.add("schema " + schema));
		return lines;
	}

	/**
	 * Describe what is called something.
	 * @param word a word of the lines
	 * @return the lines with the word
	 */
	public List<String> describe(String word) {
		return describe().stream().filter((line) -> line.contains(word)).toList();
	}

	/**
	 * Look whether an operation does something, its reverse undoes it, and the reverse of
	 * that does it again.
	 * @param operation the operation
	 */
	public void assertReversible(Operation operation) {
		List<String> before = describe();
		apply(operation);
		List<String> after = describe();
		assertThat(after).as("%s does something", operation).isNotEqualTo(before);
		Operation reverse = reverse(operation);
		apply(reverse);
		assertThat(describe()).as("%s undoes %s", reverse, operation).isEqualTo(before);
		Optional<Operation> again = reverse.reverse();
		assertThat(again).as("reverse of %s", reverse).isPresent();
		apply(again.orElseThrow());
		assertThat(describe()).as("%s does %s again", again, operation).isEqualTo(after);
		apply(reverse);
	}

	private static Operation reverse(Operation operation) {
		Optional<Operation> reverse = operation.reverse();
		assertThat(reverse).as("reverse of %s", operation).isPresent();
		return reverse.orElseThrow();
	}

	private void apply(Operation operation) {
		List<SqlStatement> statements = (this.dialect.dependsOnSchema(operation))
				? this.dialect.render(operation, this.session).statements() : this.dialect.render(operation);
		statements.forEach(this.session::execute);
	}

	/**
	 * Close the connection, and drop the database where it is one of many of a server
	 * that look through all of them to tell of one; or else let another test have it.
	 */
	@Override
	public void close() {
		if (isMysql() || this.product.equals("mariadb")) {
			execute("set foreign_key_checks = 0");
			execute("drop database " + this.home);
		}
		this.session.close();
		if (isPostgresql()) {
			Databases.giveBack(this.dataSource);
		}
	}

}
