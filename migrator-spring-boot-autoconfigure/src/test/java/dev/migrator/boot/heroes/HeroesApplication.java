package dev.migrator.boot.heroes;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * The application that the slices are cut from.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class HeroesApplication {

}
