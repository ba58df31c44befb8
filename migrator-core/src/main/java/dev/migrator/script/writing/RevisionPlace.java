package dev.migrator.script.writing;

import java.nio.file.Path;

import dev.migrator.script.source.RevisionFormat;

/**
 * Where a new revision goes.
 *
 * @param location one of the locations
 * @param format what it is written in
 * @param file the file
 * @param packageName the package of a class, or an empty text
 */
public record RevisionPlace(String location, RevisionFormat format, Path file, String packageName) {

	/**
	 * Return what the file is called.
	 * @return its name without folders
	 */
	public String fileName() {
		return String.valueOf(this.file.getFileName());
	}

	String className() {
		return fileName().substring(0, fileName().length() - (1 + this.format.code().length()));
	}

}
