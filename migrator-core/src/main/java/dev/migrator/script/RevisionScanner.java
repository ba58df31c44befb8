package dev.migrator.script;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.migrator.error.ErrorCategory;
import dev.migrator.error.MigratorException;
import dev.migrator.operation.NamingConvention;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.ResourceUtils;
import org.springframework.util.StringUtils;

/**
 * Finds revisions under a location. Classes are read as files: none is loaded.
 */
final class RevisionScanner {

	private final ClassLoader classLoader;

	private final MigrationFactory factory;

	private final NamingConvention names;

	private final ResourcePatternResolver resources;

	private final MetadataReaderFactory classes;

	private final RevisionIndex index;

	RevisionScanner(ClassLoader classLoader, MigrationFactory factory, NamingConvention names) {
		this.classLoader = classLoader;
		this.factory = factory;
		this.names = names;
		this.resources = new PathMatchingResourcePatternResolver(classLoader);
		this.classes = MetadataReaderFactory.create(classLoader);
		this.index = RevisionIndex.read(classLoader);
	}

	List<RevisionScript> scan(String location) {
		String root = root(location);
		List<RevisionScript> found = new ArrayList<>();
		for (Resource resource : resources(root, location)) {
			if (isClass(resource)) {
				readClass(resource).ifPresent(found::add);
			}
			else {
				found.add(read(resource, root));
			}
		}
		return found;
	}

	/**
	 * Find the files of the revisions of a location on the class path.
	 * @param location the location
	 * @return their paths on the class path
	 */
	Set<String> files(String location) {
		String root = root(location);
		Set<String> files = new LinkedHashSet<>();
		for (Resource resource : search(root, location)) {
			if (!isClass(resource) || readClass(resource).isPresent()) {
				files.add(place(resource, root));
			}
		}
		return files;
	}

	private Collection<Resource> resources(String root, String location) {
		return this.index.files(root)
			.<Collection<Resource>>map((paths) -> paths.stream()
				.<Resource>map((path) -> new ClassPathResource(path, this.classLoader))
				.toList())
			.orElseGet(() -> search(root, location));
	}

	private Collection<Resource> search(String root, String location) {
		Set<Resource> found = new LinkedHashSet<>(find(root + "/**/*.sql", location));
		if (isOnClassPath(root)) {
			found.addAll(find(root + "/**/*.class", location));
		}
		return found;
	}

	private static boolean isClass(Resource resource) {
		return String.valueOf(resource.getFilename()).endsWith(ClassUtils.CLASS_FILE_SUFFIX);
	}

	static boolean isOnClassPath(String root) {
		return root.startsWith(ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX);
	}

	/** The file that names the heads; the first one on the class path counts. */
	Optional<HeadsFile> heads(String location) {
		String root = root(location);
		String path = root.startsWith(ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX)
				? ResourceUtils.CLASSPATH_URL_PREFIX
						+ root.substring(ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX.length())
				: root;
		Resource resource = this.resources.getResource(path + "/" + HeadsFile.NAME);
		if (!resource.isReadable()) {
			return Optional.empty();
		}
		return Optional.of(HeadsFile.read(place(resource, root), content(resource, place(resource, root))));
	}

	RevisionScript read(Class<? extends Migration> type) {
		AnnotationMetadata metadata = AnnotationMetadata.introspect(type);
		Resource classFile = this.resources
			.getResource("classpath:" + ClassUtils.convertClassNameToResourcePath(type.getName()) + ".class");
		return script(metadata, classFile).orElseThrow(() -> withoutAnnotation(type.getName()));
	}

	/**
	 * Return a location as it is searched.
	 * @param location the location as it is configured
	 * @return the location with its prefix and without a slash at its end
	 */
	static String root(String location) {
		String root = (location.endsWith("/")) ? location.substring(0, location.length() - 1) : location;
		if (root.startsWith(ResourceUtils.CLASSPATH_URL_PREFIX)) {
			return ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX
					+ withoutSlash(root.substring(ResourceUtils.CLASSPATH_URL_PREFIX.length()));
		}
		if (root.startsWith(ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX) || ResourceUtils.isUrl(root)) {
			return root;
		}
		return ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX + withoutSlash(root);
	}

	private static String withoutSlash(String path) {
		return (path.startsWith("/")) ? path.substring(1) : path;
	}

	private Set<Resource> find(String pattern, String location) {
		try {
			return new LinkedHashSet<>(Arrays.asList(this.resources.getResources(pattern)));
		}
		catch (IOException ex) {
			throw new MigratorException(ErrorCategory.CONFIGURATION,
					"The location '%s' cannot be read: %s.".formatted(location, ex.getMessage()),
					"Check migrator.locations.", ex);
		}
	}

	private RevisionScript read(Resource resource, String root) {
		String place = place(resource, root);
		RevisionHeader header = RevisionHeader.ofSql(content(resource, place), place);
		return new SqlRevisionScript(header.toInfo(), place, header.transactional(), resource);
	}

	private static String content(Resource resource, String place) {
		try {
			return resource.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new MigratorException(ErrorCategory.INVALID_REVISION,
					"%s cannot be read: %s.".formatted(place, ex.getMessage()), "Check its rights.", ex);
		}
	}

	// The path below the class path or working directory is what a person looks for.
	private static String place(Resource resource, String root) {
		String path = root.substring(root.indexOf(':') + 1);
		try {
			String url = decode(resource.getURL().toString());
			int index = url.lastIndexOf("/" + path + "/");
			if (root.startsWith(ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX) && index >= 0) {
				return url.substring(index + 1);
			}
			return resource.getFile().getPath();
		}
		catch (IOException ex) {
			return resource.getDescription();
		}
	}

	private static String decode(String url) {
		try {
			return StringUtils.uriDecode(url, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			// The name of a jar's entry holds a percent sign of its own.
			return url;
		}
	}

	private Optional<RevisionScript> readClass(Resource resource) {
		try {
			MetadataReader reader = this.classes.getMetadataReader(resource);
			AnnotationMetadata metadata = reader.getAnnotationMetadata();
			Optional<RevisionScript> script = script(metadata, resource);
			if (script.isEmpty() && metadata.isConcrete()
					&& Arrays.asList(metadata.getInterfaceNames()).contains(Migration.class.getName())) {
				throw withoutAnnotation(metadata.getClassName());
			}
			return script;
		}
		catch (IOException ex) {
			throw new MigratorException(ErrorCategory.INVALID_REVISION,
					"The class file %s cannot be read: %s.".formatted(resource.getDescription(), ex.getMessage()),
					"Build the project again.", ex);
		}
	}

	private Optional<RevisionScript> script(AnnotationMetadata metadata, Resource classFile) {
		return RevisionAnnotations.read(metadata)
			.map((header) -> new JavaRevisionScript(header.toInfo(), metadata.getClassName(), header.transactional(),
					classFile, this.classLoader, this.factory, this.names));
	}

	private static MigratorException withoutAnnotation(String className) {
		return new MigratorException(ErrorCategory.INVALID_REVISION,
				"The class %s implements Migration, but has no @Revision.".formatted(className),
				"Annotate it with @Revision(id = …, downRevision = …), or make it abstract.");
	}

}
