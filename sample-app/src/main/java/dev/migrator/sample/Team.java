package dev.migrator.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A team of heroes.
 */
@Entity
@Table(name = "team")
class Team {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Integer id;

	@Column(nullable = false)
	private String name;

	@Column(nullable = false)
	private String headquarters;

	@SuppressWarnings("NullAway.Init")
	protected Team() {
	}

	Team(String name, String headquarters) {
		this.name = name;
		this.headquarters = headquarters;
	}

	@Nullable Integer getId() {
		return this.id;
	}

	String getName() {
		return this.name;
	}

	String getHeadquarters() {
		return this.headquarters;
	}

}
