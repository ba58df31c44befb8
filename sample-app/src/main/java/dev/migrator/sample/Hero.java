package dev.migrator.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A hero, perhaps in a team.
 */
@Entity
@Table(name = "hero", indexes = @Index(name = "ix_hero_name", columnList = "hero_name"))
class Hero {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Integer id;

	@Column(nullable = false)
	private String heroName;

	@Column(nullable = false)
	private String secretName;

	private @Nullable Integer age;

	private @Nullable Integer powerLevel;

	@ManyToOne(fetch = FetchType.LAZY)
	@JoinColumn(name = "team_id", foreignKey = @ForeignKey(name = "fk_hero_team_id_team"))
	private @Nullable Team team;

	@SuppressWarnings("NullAway.Init")
	protected Hero() {
	}

	Hero(String heroName, String secretName, @Nullable Integer age, @Nullable Integer powerLevel, @Nullable Team team) {
		this.heroName = heroName;
		this.secretName = secretName;
		this.age = age;
		this.powerLevel = powerLevel;
		this.team = team;
	}

	@Nullable Integer getId() {
		return this.id;
	}

	String getHeroName() {
		return this.heroName;
	}

	String getSecretName() {
		return this.secretName;
	}

	@Nullable Integer getAge() {
		return this.age;
	}

	@Nullable Integer getPowerLevel() {
		return this.powerLevel;
	}

	@Nullable Team getTeam() {
		return this.team;
	}

}
