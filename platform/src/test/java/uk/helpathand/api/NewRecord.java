package uk.helpathand.api;

/** A record of the contract whose fields nobody has classified. */
public record NewRecord(String leaks) {}
