package dev.migrator.dialect.syntax;

/**
 * One statement of a script.
 *
 * @param sql its text without surrounding whitespace and comments and without separator
 * @param line the line of its first token
 */
public record SqlText(String sql, int line) {
}
