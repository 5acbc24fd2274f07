package uk.helpathand.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the request reached us (refdata: contact_channel). */
public enum Channel implements WireName {
    @JsonProperty("web-child")
    WEB_CHILD,

    @JsonProperty("web-adult")
    WEB_ADULT,

    @JsonProperty("sms")
    SMS,

    @JsonProperty("partner")
    PARTNER;

    public static Channel fromString(String wire) {
        return WireName.parse(Channel.class, wire);
    }
}
