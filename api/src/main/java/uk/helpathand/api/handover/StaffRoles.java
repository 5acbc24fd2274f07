package uk.helpathand.api.handover;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which roles of a person count now. */
public record StaffRoles(@Schema(required = true) List<String> roles) {}
