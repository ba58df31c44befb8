package dev.migrator.boot.reactive;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * The application that the slice is cut from.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class ReactiveApplication {

}
