package uk.helpathand.platform.application;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A thing as callers see it. */
@Schema(description = "A thing as callers see it")
public record ThingView(UUID id, String name) {}
