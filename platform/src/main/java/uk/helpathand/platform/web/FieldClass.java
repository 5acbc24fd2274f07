package uk.helpathand.platform.web;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import uk.helpathand.api.Role;
import uk.helpathand.api.WireName;

/** What a field of the contract holds, and so which roles may read it. */
public enum FieldClass implements WireName {
    /** Nothing about anybody: everybody may. */
    OPEN(Set.of()),

    /** Ids, times, states, codes. */
    REFERENCE(Set.of(
            Role.ADVISER,
            Role.LEAD,
            Role.AUDITOR,
            Role.ADMINISTRATOR,
            Role.HANDOVER,
            Role.PARTNER,
            Role.SUBJECT_ACCESS)),

    /** Who of the team. */
    STAFF(Set.of(Role.ADVISER, Role.LEAD, Role.AUDITOR, Role.ADMINISTRATOR)),

    /** Why somebody of the team went against a rule. */
    REASON(Set.of(Role.ADVISER, Role.LEAD, Role.AUDITOR)),

    /** Who a child or adult is, how to reach them, how they live. */
    PERSON(Set.of(Role.ADVISER, Role.LEAD, Role.HANDOVER, Role.PARTNER, Role.SUBJECT_ACCESS)),

    /** What a child, an adult or an adviser wrote. */
    WORDS(Set.of(Role.ADVISER, Role.LEAD, Role.HANDOVER, Role.PARTNER, Role.SUBJECT_ACCESS)),

    /** Counts of many. */
    COUNT(Set.of(Role.ANALYST, Role.LEAD)),

    /** What opens a thread. */
    SECRET(Set.of(Role.ADVISER, Role.LEAD, Role.HANDOVER, Role.PARTNER));

    private final Set<String> roles;

    FieldClass(Set<String> roles) {
        this.roles = roles;
    }

    static Set<FieldClass> readableBy(Collection<String> reader) {
        var readable = EnumSet.noneOf(FieldClass.class);
        for (FieldClass holds : values()) {
            if (holds.isFor(reader)) {
                readable.add(holds);
            }
        }
        return readable;
    }

    boolean isFor(Collection<String> reader) {
        return this == OPEN || reader.stream().anyMatch(roles::contains);
    }
}
