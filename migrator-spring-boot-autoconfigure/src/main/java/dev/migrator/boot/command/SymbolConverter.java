package dev.migrator.boot.command;

import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Takes the symbol of a revision, which may begin with a hyphen ({@code -1}), where the
 * command line would take a misspelt option for one.
 */
final class SymbolConverter implements ITypeConverter<String> {

	private static final Pattern OPTION = Pattern.compile("-[^0-9].*|-");

	@Override
	public String convert(String value) {
		if (OPTION.matcher(value).matches()) {
			throw new TypeConversionException("there is no option '%s'".formatted(value));
		}
		return value;
	}

}
