package uk.helpathand.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests, ready to be written to a {@link Wire}. */
final class Requests {

    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    private Requests() {}

    static byte[] get(String path, Map<String, String> headers) {
        return request("GET", path, headers, null, "");
    }

    static byte[] post(String path, Map<String, String> headers, String form) {
        return post(path, headers, FORM, form);
    }

    static byte[] post(String path, Map<String, String> headers, String type, String body) {
        return request("POST", path, headers, type, body);
    }

    static byte[] put(String path, Map<String, String> headers, String json) {
        return request("PUT", path, headers, JSON, json);
    }

    static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static byte[] request(String method, String path, Map<String, String> headers, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        String content = type == null ? "" : "Content-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n";
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + lines + content + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(bytes, 0, request, head.length, bytes.length);
        return request;
    }
}
