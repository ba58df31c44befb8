package dev.migrator.sample.reactive;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the application. Before its first query its database is at the head revision.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class ReactiveHeroesApplication {

	public static void main(String[] args) {
		SpringApplication.run(ReactiveHeroesApplication.class, args);
	}

}
