package dev.migrator.script;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An SQL revision file that was read.
 *
 * @param header what stands in its header
 * @param sections its sections in the order of the file, at least one of them an upgrade
 * @param location where it is, as it stands in messages
 */
record SqlFile(RevisionHeader header, List<SqlSection> sections, String location) {

	SqlFile {
		sections = List.copyOf(sections);
	}

	/**
	 * Return the section to run.
	 * @param direction upgrade or downgrade
	 * @param dialect the name of the database's dialect
	 * @return the dialect's own section, else the general one, or {@code null} if the
	 * file has neither: then this revision cannot go that way on that database
	 */
	@Nullable SqlSection section(SectionDirection direction, String dialect) {
		SqlSection general = null;
		for (SqlSection section : this.sections) {
			if (section.direction() == direction) {
				if (dialect.equals(section.dialect())) {
					return section;
				}
				if (section.dialect() == null) {
					general = section;
				}
			}
		}
		return general;
	}

}
