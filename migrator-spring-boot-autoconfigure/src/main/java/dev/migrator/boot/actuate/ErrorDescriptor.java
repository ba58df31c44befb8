package dev.migrator.boot.actuate;

import dev.migrator.error.MigratorException;

/**
 * What went wrong.
 *
 * @param error the category
 * @param message what is wrong and what to do
 */
public record ErrorDescriptor(String error, String message) {

	static ErrorDescriptor of(MigratorException ex) {
		return new ErrorDescriptor(ex.category().code(), String.valueOf(ex.getMessage()));
	}

}
