package uk.helpathand.contact.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The files that pages use. Their address holds a hash of what is in them, so a browser may keep them. */
@Named("assets")
@ApplicationScoped
public class Assets {

    private static final int VERSION_LENGTH = 12;

    private final Map<String, Asset> files = Map.of(
            "page.css", load("page.css", "text/css;charset=UTF-8"),
            "adult.css", load("adult.css", "text/css;charset=UTF-8"),
            "page.js", load("page.js", "text/javascript;charset=UTF-8"),
            "icon.svg", load("icon.svg", "image/svg+xml"));

    private final String version = hash();

    /** @param type media type */
    record Asset(byte[] content, String type) {}

    /** For templates: the folder of the present version. */
    public String path() {
        return "/a/" + version;
    }

    String version() {
        return version;
    }

    private String hash() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(files).values().forEach(file -> hash.update(file.content()));
            return HexFormat.of().formatHex(hash.digest()).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Null for a name that is not one of ours. */
    Asset file(String name) {
        return files.get(name);
    }

    private static Asset load(String name, String type) {
        try (InputStream in = Assets.class.getResourceAsStream("/assets/" + name)) {
            return new Asset(in.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
