package uk.helpathand.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list by key. There is no total: an exact count over an open-ended set would make the list grow
 * slower with its table.
 *
 * @param items at most {@code limit} of them
 * @param next opaque; give it as {@code after} for the next page. Absent on the last page
 */
public record Page<T>(@Schema(required = true) List<T> items, String next) {}
