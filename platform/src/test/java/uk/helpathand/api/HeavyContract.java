package uk.helpathand.api;

import com.fasterxml.jackson.databind.JsonNode;

/** A contract that needs more than annotations: what a rule of the house refuses. */
public record HeavyContract(JsonNode anything) {}
